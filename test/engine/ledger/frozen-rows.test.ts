// A row that stands in a frozen item: not changed without a reason, by whatever act; the item stays, the row is told as changed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerPeriod } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import { frozenFiles } from "#test/support/frozen-files";
import { ledgerArchive, type LedgerArchive } from "#test/support/ledger-archive";

let desk: LedgerArchive;
let before: string;
const period = "2024-03" as LedgerPeriod;
const cells = (given: Record<string, string>): Record<ColumnKey, string> => given as Record<ColumnKey, string>;
const rowOf = async (matter: string): Promise<LedgerRow> =>
  (await desk.rows()).find((row) => row.cells["matter" as ColumnKey] === matter)!;
const write = (row: LedgerRow, given: Record<string, string>, more: Partial<Asked<"ledger.write-rows">> = {}) =>
  desk.engine.ask("ledger.write-rows", {
    ...{ ledgerId: desk.ledger.id, kind: "edit", rows: [{ id: row.id, revision: row.revision, cells: cells(given) }] },
    ...more,
  });
const state = async (...rows: readonly LedgerRow[]) =>
  (await desk.engine.ask("ledger.frozen-rows", { ledgerId: desk.ledger.id, seqs: rows.map(({ seq }) => seq) })).map(
    ({ seq, period: of, number, isChanged }) => [seq, of, number, isChanged],
  );
const needsReason = { code: "ledger-frozen-reason", details: { period: "2024年3月" } };

beforeAll(async () => {
  desk = await ledgerArchive();
  await desk.write([
    { cells: cells({ happenedOn: "2024-03-05", matter: "甲" }) },
    { cells: cells({ happenedOn: "2024-03-06", matter: "乙" }) },
    { cells: cells({ happenedOn: "2024-04-06", matter: "丙" }) },
  ]);
  // An act of before, that somebody may want to take back afterwards.
  before = (await write(await rowOf("乙"), { caseNumber: "007" })).changeId;
  await desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period });
}, 120_000);
afterAll(() => desk.remove());

describe("a frozen row", () => {
  it.each(["edit", "paste", "fill"] as const)(
    "is not changed by %s without a reason, nor with a blank one",
    async (kind) => {
      const row = await rowOf("甲");
      for (const reason of [undefined, "", "  "])
        await expect(
          write(row, { matter: "改" }, { kind, ...(reason !== undefined && { reason }) }),
        ).rejects.toMatchObject(needsReason);
      // Nor as one of many, nor out of its period.
      const [other, out] = [await rowOf("丙"), { happenedOn: "2024-05-05" }];
      const rows = [other, row].map(({ id, revision }) => ({ id, revision, cells: cells(out) }));
      await expect(write(row, {}, { kind, rows })).rejects.toMatchObject({ ...needsReason, details: { row: 2 } });
      expect(await state(row, other)).toEqual([[row.seq, period, 1, false]]);
      expect((await rowOf("甲")).revision).toBe(row.revision);
    },
  );

  it("takes the value it has without a word, as does a row of another period and one entered since", async () => {
    const row = await rowOf("甲");
    expect((await write(row, { matter: "甲" })).changeId).toBe("");
    await write(await rowOf("丙"), { caseNumber: "008" });
    await desk.write([{ cells: cells({ happenedOn: "2024-03-09", matter: "丁" }) }]);
    const late = await rowOf("丁");
    await write(late, { caseNumber: "009" });
    expect(await state(late)).toEqual([]);
  });

  it("is changed with a reason, which its history keeps; the item stays and the row is told as changed", async () => {
    const [freeze] = await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id, period });
    const files = await frozenFiles(desk, freeze!.id);
    const row = await rowOf("甲");
    const { changeId } = await write(row, { caseNumber: "010" }, { reason: "编号漏填" });
    expect(await state(row)).toEqual([[row.seq, period, 1, true]]);
    const { versions } = await desk.engine.ask("ledger.history", { rowId: row.id });
    expect(versions[0]).toMatchObject({ reason: "编号漏填", cells: [{ before: "", after: "010" }] });
    expect((await frozenFiles(desk, freeze!.id)).xlsx.equals(files.xlsx)).toBe(true);
    expect(await desk.engine.ask("ledger.freezes", { ledgerId: desk.ledger.id, period })).toEqual([freeze]);
    // Her own change is taken back by the word that was given for it.
    await desk.engine.ask("ledger.revert", { changeId });
    expect(await state(row)).toEqual([[row.seq, period, 1, false]]);
    const after = await desk.engine.ask("ledger.history", { rowId: row.id });
    expect(after.versions[0]).toMatchObject({ reason: "编号漏填", change: { kind: "revert" } });
  });

  it("is not put back to what it was before the freezing without a reason", async () => {
    await expect(desk.engine.ask("ledger.revert", { changeId: before })).rejects.toMatchObject(needsReason);
    await desk.engine.ask("ledger.revert", { changeId: before, reason: "编号不是这一件的" });
    const row = await rowOf("乙");
    expect(row.cells["caseNumber" as ColumnKey]).toBeUndefined();
    const { versions } = await desk.engine.ask("ledger.history", { rowId: row.id });
    expect(versions[0]?.reason).toBe("编号不是这一件的");
    expect(await state(row)).toEqual([[row.seq, period, 1, true]]);
  });

  it("is bound anew by freezing again", async () => {
    await desk.engine.ask("ledger.freeze", { ledgerId: desk.ledger.id, period });
    const row = await rowOf("乙");
    expect(await state(row)).toEqual([[row.seq, period, 2, false]]);
    await expect(write(row, { matter: "乙二" })).rejects.toMatchObject(needsReason);
    await expect(
      desk.engine.ask("ledger.frozen-rows", { ledgerId: "none" as never, seqs: [row.seq] }),
    ).rejects.toMatchObject({ code: "ledger-not-found" });
  });
});
