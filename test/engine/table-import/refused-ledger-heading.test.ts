// 族 by itself over a column of a table for a ledger: dropped, and what merely sounds like it is read (personal-data P2, P3).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());

const check = async (heading: string) => {
  const text = `发生日期,类别,${heading},事项\r\n2024-03-01,就业,机密值甲,咨询\r\n2024-03-02,就学,机密值乙,证明`;
  return desk.engine.ask("ledger.check-import", { path: await tableFile(desk, text, "csv"), ledgerId: desk.ledger.id });
};

describe("a table for a ledger", () => {
  it.each(["族", "族別", "族别", "族（自愿）", "本人族", "mz", "minz"])(
    "with a column headed %s loses it before anything else sees it",
    async (heading) => {
      const read = await check(heading);
      expect(read.findings.map(({ code }) => code)).toContain("field-refused");
      expect(read.sheets[0]?.columns[2]).toMatchObject({ isRefused: true, column: null });
      expect(JSON.stringify(read)).not.toContain("机密值");
    },
  );
  it.each(["家族活动", "上班族", "族谱"])("with a column headed %s keeps its heading to be mapped", async (heading) => {
    const read = await check(heading);
    expect(read.sheets[0]?.columns[2]).toMatchObject({ isRefused: false });
    expect(read.findings.map(({ code }) => code)).not.toContain("field-refused");
  });
});
