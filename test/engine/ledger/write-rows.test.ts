// Rows typed and pasted: what is refused first, then what is kept, and who wins between two windows.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import { key, ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());

const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const row = (given: Record<string, string> = {}): Asked<"ledger.write-rows">["rows"][number] => ({
  cells: cells({ happenedOn: "2024-03-05", matter: "上门走访", ...given }),
});
const codes = async (given: Record<string, string>): Promise<string[]> =>
  (await desk.engine.ask("ledger.check-rows", { ledgerId: desk.ledger.id, rows: [row(given)] })).findings.map(
    (finding) => finding.code,
  );

describe("writing rows is refused", () => {
  it("as a whole when one cell is wrong, and says which", async () => {
    const before = (await desk.rows()).length;
    await expect(desk.write([row(), row({ idNumber: "110101199001010000" })])).rejects.toMatchObject({
      code: "ledger-cell-refused",
      details: { row: 2, column: "身份证号", count: 1 },
    });
    expect((await desk.rows()).length).toBe(before);
  });

  it.each([
    [{ happenedOn: "" }, "required-missing"],
    [{ happenedOn: "2999-01-01" }, "date-future"],
    [{ happenedOn: "2023-02-29" }, "date-impossible"],
    [{ happenedOn: "24.3.5" }, "date-two-digit-year"],
    [{ happenedOn: "45356" }, "date-serial"],
    [{ happenedOn: "3月5日" }, "date-without-year"],
    [{ happenedOn: "2024.3.5-2024.3.8" }, "date-range"],
    [{ happenedOn: "前天" }, "date-unreadable"],
    [{ idNumber: "1.10101E+17" }, "id-digits-lost"],
    [{ idNumber: "110101199003070000" }, "id-digits-lost"],
    [{ idNumber: "510105200801194800" }, "id-digits-lost"],
    [{ idNumber: "11010119900307123X" }, "id-check-failed"],
    [{ idNumber: "12345" }, "digits-unreadable"],
    [{ account: "6222020200112230000" }, "id-digits-lost"],
    [{ account: "6222020200112240" }, "id-digits-lost"],
    [{ caseNumber: "202403050000012000" }, "id-digits-lost"],
    [{ account: "6.22202E+18" }, "id-digits-lost"],
    [{ kind: "就餐" }, "choice-unknown"],
    [{ isDone: "差不多" }, "yes-no-unreadable"],
    [{ amount: "一百" }, "number-unreadable"],
    [{ amount: "1.005" }, "number-decimals"],
    [{ count: "1.5" }, "number-decimals"],
    [{ count: "-1" }, "number-too-small"],
    [{ count: "1001" }, "number-too-large"],
    [{ amount: "1234567890123456" }, "number-too-long"],
    [{ matter: "长".repeat(501) }, "text-too-long"],
  ])("%o: %s", async (given, code) => {
    expect(await codes(given)).toEqual([code]);
    await expect(desk.write([row(given)])).rejects.toMatchObject({ code: "ledger-cell-refused" });
  });

  it("for a column the ledger does not have", async () => {
    expect(await codes({ weight: "1" })).toEqual(["column-unknown"]);
  });

  it("without repeating the value in any finding", async () => {
    const { findings } = await desk.engine.ask("ledger.check-rows", {
      ledgerId: desk.ledger.id,
      rows: [row({ idNumber: "110101199003070000", phone: "12", account: "6222020200112230000" })],
    });
    expect(JSON.stringify(findings)).not.toMatch(/110101|622202|"12"/);
  });

  it("in a ledger that is closed", async () => {
    const { id, revision } = await desk.engine.ask("ledger.read", { id: desk.ledger.id });
    await desk.write([row()]);
    const closed = await desk.engine.ask("ledger.close", { id, revision });
    await expect(desk.write([row()])).rejects.toMatchObject({ code: "ledger-not-open" });
    await desk.engine.ask("ledger.open", { id, revision: closed.revision });
  });
});

describe("values are kept in one shape", () => {
  it.each([
    [{ happenedOn: "2024年3月5日" }, { happenedOn: "2024-03-05" }],
    [{ happenedOn: "２０２４／３／５ 0:00:00" }, { happenedOn: "2024-03-05" }],
    [{ happenedOn: "2024.3" }, { happenedOn: "2024-03" }],
    [{ happenedOn: "二〇二四年三月五日" }, { happenedOn: "2024-03-05" }],
    [{ happenedOn: "2024-03-05 星期二" }, { happenedOn: "2024-03-05" }],
    [{ amount: "￥１，２３４.5元" }, { amount: "1234.50" }],
    [{ amount: "(300)" }, { amount: "-300.00" }],
    [{ amount: "1.2万" }, { amount: "12000.00" }],
    [{ count: "０７" }, { count: "7" }],
    [{ caseNumber: "００１２" }, { caseNumber: "0012" }],
    [{ caseNumber: "'00012345678901234567" }, { caseNumber: "00012345678901234567" }],
    [{ phone: "0871-63312345" }, { phone: "0871-63312345" }],
    [{ phone: "138 8888 6666" }, { phone: "138 8888 6666" }],
    [{ kind: " 就 业" }, { kind: "就业" }],
    [{ needs: "助老，低保;助老" }, { needs: "助老、低保" }],
    [{ isDone: "√" }, { isDone: "是" }],
    [{ amount: "12.5", count: "3" }, { sum: "37.50" }],
    [{ matter: "=1+1" }, { matter: "=1+1" }],
    [{ note: "第一行\r\n第二行\u0007" }, { note: "第一行\n第二行" }],
  ])("%o → %o", async (given, kept) => {
    const [written] = await desk.write([row(given)]);
    expect(written?.cells).toMatchObject(kept);
  });

  it("ID and account numbers are masked, every digit stays, and the check character may be small", async () => {
    const [written] = await desk.write([row({ idNumber: "11010519491231002x", account: "0062220202001122334" })]);
    expect(written?.masked).toEqual(["idNumber", "account"]);
    expect(written?.cells).not.toHaveProperty("idNumber");
    const { rows } = await desk.engine.ask("ledger.lookup", { ledgerId: desk.ledger.id, words: "0062220202001122334" });
    expect(rows.map(({ id }) => id)).toEqual([written?.id]);
  });

  it("an odd phone is said, not refused", async () => {
    expect(await codes({ phone: "138888866" })).toEqual(["phone-odd"]);
    const [written] = await desk.write([row({ phone: "138888866" })]);
    expect(written?.cells[key("phone")]).toBe("138888866");
  });

  it("a card number that ends in noughts and fits its check digit is said, not refused", async () => {
    expect(await codes({ account: "6222020200112230" })).toEqual(["digits-doubtful"]);
    expect(await codes({ account: "6222020200112235" })).toEqual([]);
  });

  it("so is an ID number that ends in noughts and happens to fit its check character: one of eleven spoiled ones does", async () => {
    expect(await codes({ idNumber: "510105198503056000" })).toEqual(["digits-doubtful"]);
    expect(await codes({ idNumber: "510105198503057000" })).toEqual(["id-digits-lost"]);
  });

  it("words that may not be kept of a person are said, not repeated", async () => {
    const note = "此人信仰某教，思想动态不稳";
    expect(await codes({ note })).toEqual(["refused-words"]);
    await desk.write([row({ note }), row({ note }), row()]);
    const { entries } = await desk.engine.ask("journal.list", {});
    expect(entries[0]).toMatchObject({ action: "ledger.write-rows", reasonCode: "paste refused-words:2" });
  });
});

describe("two windows on one row", () => {
  it("keep both changes when they are of different columns", async () => {
    const [made] = await desk.write([row({ matter: "走访" })]);
    const { id, revision } = made!;
    await desk.write([{ id, revision, cells: cells({ note: "第一个窗口" }) }], "edit");
    const [second] = await desk.write([{ id, revision, cells: cells({ matter: "慰问" }) }], "edit");
    expect(second?.cells).toMatchObject({ note: "第一个窗口", matter: "慰问" });
    expect(second?.revision).toBe(3);
  });

  it("refuse the second when it is the same column, and name it", async () => {
    const [made] = await desk.write([row({ matter: "走访" })]);
    const { id, revision } = made!;
    await desk.write([{ id, revision, cells: cells({ matter: "第一" }) }], "edit");
    await expect(desk.write([{ id, revision, cells: cells({ matter: "第二" }) }], "edit")).rejects.toMatchObject({
      code: "ledger-row-changed",
      details: { row: 1, columns: "事项" },
    });
  });

  it("refuse a row twice in one question", async () => {
    const [made] = await desk.write([row()]);
    const { id, revision } = made!;
    const again = { id, revision, cells: cells({ matter: "再" }) };
    await expect(desk.write([again, again], "edit")).rejects.toMatchObject({ code: "input-invalid" });
  });

  it("refuse a removed row, and a row of another ledger", async () => {
    const [made] = await desk.write([row()]);
    const { id, revision } = made!;
    await desk.engine.ask("ledger.remove-rows", { ledgerId: desk.ledger.id, rows: [{ id, revision }], reason: "重复" });
    await expect(desk.write([{ id, revision: 2, cells: cells({ matter: "改" }) }], "edit")).rejects.toMatchObject({
      code: "ledger-row-removed",
    });
    await expect(desk.write([{ id: "nobody" as never, revision: 1 }], "edit")).rejects.toMatchObject({
      code: "ledger-row-not-found",
    });
  });
});

describe("补录", () => {
  it("is a row written later than the ledger allows, and stays one", async () => {
    const [late] = await desk.write([row({ happenedOn: "2020-01-05" })]);
    expect(late?.isLate).toBe(true);
    const today = new Date().toISOString().slice(0, 10);
    const [inTime] = await desk.write([row({ happenedOn: today })]);
    expect(inTime?.isLate).toBe(false);
    const [moved] = await desk.write(
      [{ id: inTime!.id, revision: 1, cells: cells({ happenedOn: "2020-01-05" }) }],
      "edit",
    );
    expect(moved).toMatchObject({ isLate: true, occurredOn: "2020-01-05", enteredAt: inTime!.enteredAt });
  });
});
