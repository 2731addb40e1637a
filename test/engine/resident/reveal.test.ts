// 查看: never without a reason, never without a record of it, slower after a handful (personal-data P7).
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import { archivalDate } from "#contract/archival-date";
import { columnKey } from "#contract/ledger-column";
import type { Resident } from "#contract/resident";
import { ledgerRowId } from "#contract/ledger-row";
import { column, openLedgerOf } from "#test/support/ledger-archive";
import { residentArchive, withCheck, type ResidentArchive } from "./resident-archive.ts";

let archive: ResidentArchive;
let person: Resident;
const idNumber = withCheck("99990119900101123");
beforeEach(async () => {
  archive = await residentArchive();
  person = await archive.add({ name: "陈建国", idNumber });
});
afterEach(() => archive.remove());

const look = (more: Partial<Asked<"resident.reveal">> = {}) =>
  archive.engine.ask("resident.reveal", { id: person.id, field: "idNumber", reasonCode: "own-matter", ...more });
const looks = async () => (await archive.engine.ask("reveal.list", {})).looks;

describe("a look at a sealed value", () => {
  it.each([
    ["without a reason of the list", { reasonCode: undefined }, "input-invalid"],
    ["with a reason of one's own", { reasonCode: "curious" }, "input-invalid"],
    ["for 其他 without words", { reasonCode: "other" }, "reveal-reason-missing"],
    ["with a number of a person among the words", { reasonCode: "other", reason: idNumber }, "reveal-reason-personal"],
    ["at what was never kept", { field: "account" }, "value-not-kept"],
  ])("%s is refused and not recorded", async (_, more, code) => {
    await expect(look(more as never)).rejects.toMatchObject({ code });
    expect(await looks()).toEqual([]);
  });

  it("is answered once and recorded: who, when, which field, why, never the value", async () => {
    expect(await look({ reasonCode: "other", reason: "代办高龄津贴" })).toEqual({ value: idNumber });
    const [noted] = await looks();
    expect(noted).toMatchObject({
      ...{ personName: "王敏", of: "resident", subjectId: person.id, field: "idNumber" },
      ...{ reasonCode: "other", reason: "代办高龄津贴", at: "2026-05-20T02:00:00.000Z" },
    });
    const { entries } = await archive.engine.ask("journal.list", {});
    expect(entries[0]).toMatchObject({ action: "resident.reveal", objectId: person.id, reasonCode: "other" });
    expect(JSON.stringify([noted, entries])).not.toContain(idNumber);
  });

  it("is asked for again after five within ten minutes, and is quick again afterwards", async () => {
    for (let at = 0; at < 5; at++) await look();
    await expect(look()).rejects.toMatchObject({ code: "reveal-pace", details: { count: 5, minutes: 10 } });
    expect(await looks()).toHaveLength(5);
    await look({ isSure: true });
    await expect(look()).rejects.toMatchObject({ code: "reveal-pace" });
    archive.pass(11);
    await look();
  });

  it("leaves the way back of earlier acts standing", async () => {
    const before = await archive.engine.ask("undo.next", {});
    await look();
    expect(await archive.engine.ask("undo.next", {})).toEqual(before);
  });

  it("of a record that was joined is one at the record that stands", async () => {
    const twin = await archive.add({ name: "陈建国" });
    await archive.engine.ask("resident.join", { id: person.id, revision: 1, into: twin.id, intoRevision: 1 });
    expect(await look()).toEqual({ value: idNumber });
    expect(await looks()).toMatchObject([{ subjectId: twin.id }]);
  });

  it("is refused to somebody who only inspects", async () => {
    const { contract } = await import("#contract/contract");
    for (const name of [
      "resident.reveal",
      "ledger.reveal",
      "reveal.list",
      "resident.lookup",
      "ethnicity.read",
    ] as const)
      expect(contract[name].roles).toEqual(["clerk", "supervisor"]);
  });
});

describe("a look at a masked cell", () => {
  it("is refused without a row or a value, and answered and recorded with the heading", async () => {
    const illness = columnKey.parse("illness");
    const columns = [
      column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred" }),
      column({ key: "illness", heading: "病情", kind: "text", personal: "sensitive" }),
    ];
    const ledger = await openLedgerOf(archive, columns, "aid", "duty");
    const cells = { happenedOn: archivalDate.parse("2026-05-03"), illness: "特发性血小板减少" } as never;
    const { rows } = await archive.engine.ask("ledger.write-rows", {
      ...{ ledgerId: ledger.id, kind: "enter", rows: [{ cells }, { cells: { happenedOn: "2026-05-04" } as never }] },
    });
    const reveal = (rowId: string, more: object = {}) =>
      archive.engine.ask("ledger.reveal", {
        ...{ rowId: ledgerRowId.parse(rowId), column: illness, reasonCode: "check-entry" },
        ...more,
      });
    await expect(reveal("nothing")).rejects.toMatchObject({ code: "ledger-row-not-found" });
    await expect(reveal(rows[1]!.id)).rejects.toMatchObject({ code: "value-not-kept" });
    await expect(reveal(rows[0]!.id, { reasonCode: "other" })).rejects.toMatchObject({ code: "reveal-reason-missing" });
    expect(await reveal(rows[0]!.id)).toEqual({ value: "特发性血小板减少" });
    expect(await looks()).toMatchObject([
      { of: "row", ledgerName: ledger.name, field: "病情", subjectId: rows[0]!.id },
    ]);
    await archive.engine.ask("ledger.remove-rows", {
      ...{ ledgerId: ledger.id, rows: [{ id: rows[0]!.id, revision: rows[0]!.revision }], reason: "重复登记" },
    } as never);
    await expect(reveal(rows[0]!.id)).rejects.toMatchObject({ code: "ledger-row-not-found" });
  });
});
