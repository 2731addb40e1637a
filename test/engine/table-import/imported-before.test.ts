// A table that was taken in before is known again by its bytes or its name, also where none of its rows is: the clerk is told.
import { createHash } from "node:crypto";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Asked, Output } from "#contract/contract";
import type { LedgerImportFinding } from "#contract/ledger-import-finding";
import { weighLedgerFinding } from "#contract/ledger-import-finding";
import type { Ledger } from "#contract/ledger";
import { legacyLedger, legacyRow } from "#test/fixtures/legacy-ledger";
import { ledgerArchive, openLedgerOf, type LedgerArchive } from "#test/support/ledger-archive";
import { lookBehind } from "#test/support/ledger-store";
import { tableFile } from "#test/support/read-table";

let desk: LedgerArchive;
let ledger: Ledger;
let made = 0;
beforeAll(async () => {
  desk = await ledgerArchive();
}, 120_000);
afterAll(() => desk.remove());
beforeEach(async () => {
  ledger = await openLedgerOf(desk, desk.ledger.columns, `before${++made}`);
});

const rows = [legacyRow(1), legacyRow(2), legacyRow(3)];
type Order = Asked<"ledger.check-import">;
type Read = Output<"ledger.check-import">;
const look = (input: Order): Promise<Read> => desk.engine.ask("ledger.check-import", input);
const take = (input: Asked<"ledger.import">): Promise<Output<"ledger.import">> =>
  desk.engine.ask("ledger.import", input);
const told = ({ findings }: Pick<Read, "findings">): LedgerImportFinding[] =>
  findings.filter(({ code }) => code.endsWith("-imported-before"));
/** The same table with its telephones left outside. */
async function otherwise(input: Order): Promise<Order> {
  const [sheet] = (await look(input)).sheets;
  const left = sheet?.columns.find(({ heading }) => heading.includes("电话"));
  if (!sheet || !left) throw new Error("the table has a column of telephones");
  return { ...input, mapping: [{ sheet: sheet.name, index: left.index, column: null }] };
}
const today = (): string => new Date().toLocaleDateString("sv");

describe("a table that was taken into this ledger before", () => {
  it("is told of when it is read with other columns, and nothing holds the clerk back", async () => {
    const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id };
    expect(told(await look(input))).toEqual([]);
    await take(input);
    const read = await look(await otherwise(input));
    const [only, ...others] = told(read);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: "file-imported-before", column: "", row: read.sheets[0]?.headRow });
    expect(only?.message).toBe(`这张表 ${today()} 已导入过本台账（3 行）。改了列的对应再导入，会多出重复的行。`);
    expect(weighLedgerFinding("file-imported-before")).toBe("question");
    expect(await take({ ...(await otherwise(input)), planDigest: read.planDigest })).toMatchObject({ rowsMade: 3 });
  });

  it("is known by its bytes under any other name, by whoever asks without looking too", async () => {
    const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id };
    await take(input);
    const path = join(desk.around, "另一个名字.xlsx");
    await copyFile(input.path, path);
    const done = await take(await otherwise({ ...input, path }));
    expect(told(done).map(({ code }) => code)).toEqual(["file-imported-before"]);
    expect(done.rowsMade).toBe(3);
  });

  it("is kept as a digest that only this archive can make", async () => {
    const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id };
    await take(input);
    const plain = createHash("sha256")
      .update(await readFile(input.path))
      .digest("hex");
    const kept = await lookBehind(desk, ({ connection }) =>
      connection.raw.prepare("SELECT file_digest FROM ledger_import WHERE ledger_id = ?").pluck().all(ledger.id),
    );
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(kept).not.toContain(plain);
  });

  it("changes nothing and says nothing read the same way", async () => {
    const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id };
    await take(input);
    expect(told(await look(input))).toEqual([]);
    expect(await take(input)).toMatchObject({ rowsMade: 0, importId: null });
  });

  it("is told of by its name where its rows are others now, not where rows were only added", async () => {
    const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id };
    await take(input);
    await writeFile(input.path, legacyLedger([...rows, legacyRow(4)]));
    expect(told(await look(input))).toEqual([]);
    await writeFile(input.path, legacyLedger([legacyRow(1, { 5: "另一件事" }), ...rows.slice(1)]));
    const [only] = told(await look(input));
    expect(only?.code).toBe("name-imported-before");
    expect(only?.message).toContain(`同名的表 ${today()} 已导入过本台账（3 行）`);
  });

  it("is forgotten when that import was taken back, and no other ledger knows of it", async () => {
    const input = { path: await tableFile(desk, legacyLedger(rows)), ledgerId: ledger.id };
    await take(input);
    const other = await openLedgerOf(desk, desk.ledger.columns, `elsewhere${made}`);
    expect(told(await look(await otherwise({ ...input, ledgerId: other.id })))).toEqual([]);
    const [newest] = await desk.engine.ask("ledger.imports", {});
    await desk.engine.ask("ledger.revert", { changeId: newest?.changeId ?? "" });
    expect(told(await look(await otherwise(input)))).toEqual([]);
  });
});
