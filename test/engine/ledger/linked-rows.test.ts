// Rows that name a resident: consent, what is filled from her record, what a restricted row is, and the defaults of a typed row.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import { archivalDate } from "#contract/archival-date";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { LedgerRow } from "#contract/ledger-row";
import type { Resident } from "#contract/resident";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { column, key, openLedgerOf } from "#test/support/ledger-archive";
import { everyValue, lookBehind } from "#test/support/ledger-store";

const today = "2024-06-20";
const idNumber = "11010519491231002X";
const text = (given: string, more: Partial<LedgerColumn> = {}): LedgerColumn =>
  column({ key: given, heading: `列${given}`, kind: "text", ...more } as Parameters<typeof column>[0]);
const filled = (given: string, fillsWith: LedgerColumn["rules"]["fillsWith"], personal: LedgerColumn["personal"]) =>
  column({
    ...{ key: given, heading: `列${given}`, kind: "text", personal },
    rules: { fillsFrom: "who", fillsWith, ...(fillsWith === "idNumber" && { format: "idNumber" as const }) },
  });
const columns: readonly LedgerColumn[] = [
  column({ key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", rules: { initial: "=today" } }),
  column({ key: "who", heading: "居民", kind: "person", personal: "personal" }),
  filled("phone", "phone", "personal"),
  filled("home", "address", "personal"),
  filled("age", "age", "personal"),
  filled("idNumber", "idNumber", "sensitive"),
  text("matter", { rules: { ...column({ key: "a", heading: "a", kind: "text" }).rules, initial: "走访" } }),
  text("place", { rules: { ...column({ key: "a", heading: "a", kind: "text" }).rules, initial: "=last" } }),
];

let archive: TestArchive;
let duty: Ledger;
let consent: Ledger;
let who: Resident;
beforeAll(async () => {
  archive = await freshArchive({ clock: { now: () => `${today}T02:00:00.000Z`, monotonicMs: () => 0 } });
  duty = await openLedgerOf(archive, columns, "duty");
  consent = await openLedgerOf(archive, columns, "consent", "consent");
  const household = await archive.engine.ask("household.add", {
    number: "0123",
    address: "幸福路1号",
    grid: "第一网格",
  });
  who = await archive.engine.ask("resident.add", {
    ...{ name: "张三", bornOn: archivalDate.parse("1949-12-31"), phone: "13888886666" },
    ...{ householdId: household.id, idNumber },
  });
}, 120_000);
afterAll(() => archive.remove());

type Entry = Asked<"ledger.write-rows">["rows"][number];
const write = async (ledger: Ledger, entry: Entry, kind: Asked<"ledger.write-rows">["kind"] = "enter") =>
  (await archive.engine.ask("ledger.write-rows", { ledgerId: ledger.id, kind, rows: [entry] })).rows[0]!;
const named: Entry = { cells: { who: "张三" }, links: { who: "" } };
const ofHer = (): Entry => ({ ...named, links: { who: who.id } });
const give = (scope: "ordinary" | "sensitive") =>
  archive.engine.ask("consent.give", {
    ...{ residentId: who.id, ledgerId: consent.id, scope },
    givenOn: archivalDate.parse("2024-06-01"),
  });

describe("a ledger that rests on consent", () => {
  it("takes no row of a resident who has not consented, and no sensitive value of nobody", async () => {
    await expect(write(consent, ofHer())).rejects.toMatchObject({ code: "consent-missing" });
    await expect(write(consent, { cells: { idNumber } })).rejects.toMatchObject({ code: "consent-person-missing" });
    const { findings, badCount } = await archive.engine.ask("ledger.check-rows", {
      ledgerId: consent.id,
      rows: [ofHer(), { cells: { matter: "无人" } }],
    });
    expect([findings.map(({ row, code, isError }) => [row, code, isError]), badCount]).toEqual([
      [[0, "consent-missing", true]],
      1,
    ]);
  });

  it("takes sensitive values with a consent of their own, and gives none back after it was withdrawn", async () => {
    await give("ordinary");
    await expect(write(consent, ofHer())).rejects.toMatchObject({ code: "consent-sensitive-missing" });
    const plain = await write(consent, { ...ofHer(), cells: { who: "张三", idNumber: "" } });
    expect(plain.masked).toEqual([]);
    const { id } = await give("sensitive");
    const row = await write(consent, ofHer());
    expect(row.masked).toEqual(["idNumber"]);
    const cleared = await archive.engine.ask("ledger.write-rows", {
      ...{ ledgerId: consent.id, kind: "edit" },
      rows: [{ id: row.id, revision: 1, cells: { idNumber: "" } }],
    });
    await archive.engine.ask("consent.withdraw", { id, withdrawnOn: archivalDate.parse(today) });
    await expect(archive.engine.ask("ledger.revert", { changeId: cleared.changeId })).rejects.toMatchObject({
      code: "consent-sensitive-missing",
    });
    await expect(
      archive.engine.ask("ledger.restore-version", { rowId: row.id, revision: 2, version: 1, reason: "试" }),
    ).rejects.toMatchObject({ code: "consent-sensitive-missing" });
  });
});

describe("a resident that is picked", () => {
  it("has to be there", async () => {
    await expect(write(duty, { cells: { who: "无名" }, links: { who: "nobody" } })).rejects.toMatchObject({
      code: "resident-not-found",
    });
  });

  it("fills the cells that were not typed; her ID number is never in clear", async () => {
    const row = await write(duty, { ...ofHer(), cells: { who: "张三", phone: "0871-63312345" } });
    expect(row.cells).toMatchObject({ phone: "0871-63312345", home: "幸福路1号", age: "74" });
    expect(row.masked).toEqual(["idNumber"]);
    const { rows } = await archive.engine.ask("ledger.lookup", { ledgerId: duty.id, words: idNumber });
    expect(rows.map(({ id }) => id)).toEqual([row.id]);
    const values = await lookBehind(archive, everyValue);
    expect(values.filter(({ text: kept }) => kept.includes(idNumber))).toEqual([]);
  });

  it("is linked no more when somebody else's name is typed", async () => {
    const row = await write(duty, ofHer());
    expect(row.links).toEqual({ who: who.id });
    const renamed = await write(duty, { id: row.id, revision: 1, cells: { who: "李四" } }, "edit");
    expect(renamed.links).toEqual({});
  });
});

describe("a row that is typed", () => {
  it("gets its defaults; one that is pasted gets none", async () => {
    await write(duty, { cells: { place: "活动室" } });
    const typed = await write(duty, { cells: {} });
    expect(typed.cells).toMatchObject({ happenedOn: today, matter: "走访", place: "活动室" });
    expect(typed.occurredOn).toBe(today);
    const pasted = await write(duty, { cells: { place: "门口" } }, "paste");
    expect(pasted.cells).toEqual({ place: "门口" });
    const emptied = await write(duty, { cells: { matter: "", happenedOn: "" } });
    expect(emptied.cells).not.toHaveProperty("matter");
  });

  it("may leave the year out, which a pasted one may not", async () => {
    const typed = await write(duty, { cells: { happenedOn: "3.5" } });
    expect(typed.occurredOn).toBe("2024-03-05");
    await expect(write(duty, { cells: { happenedOn: "3.5" } }, "paste")).rejects.toMatchObject({
      code: "ledger-cell-refused",
    });
  });
});

describe("a restricted row (限制处理)", () => {
  it("is shown, and neither changed, removed nor undone", async () => {
    const { rows, changeId } = await archive.engine.ask("ledger.write-rows", {
      ...{ ledgerId: duty.id, kind: "enter" },
      rows: [{ cells: { matter: "限制" } }],
    });
    const row: LedgerRow = rows[0]!;
    await lookBehind(archive, ({ connection }) =>
      connection.raw.prepare("UPDATE ledger_row SET is_restricted = 1 WHERE id = ?").run(row.id),
    );
    const [shown] = await archive.engine.ask("ledger.rows", { ledgerId: duty.id, seqs: [row.seq] });
    expect(shown).toMatchObject({ isRestricted: true, cells: { matter: "限制" } });
    const refused = { code: "ledger-row-restricted" };
    const touched = { ledgerId: duty.id, rows: [{ id: row.id, revision: 1 }], reason: "试" };
    await expect(write(duty, { id: row.id, revision: 1, cells: { matter: "改" } }, "edit")).rejects.toMatchObject(
      refused,
    );
    await expect(archive.engine.ask("ledger.remove-rows", touched)).rejects.toMatchObject(refused);
    await expect(archive.engine.ask("ledger.revert", { changeId })).rejects.toMatchObject(refused);
  });
});

describe("a layout", () => {
  it("is kept for whoever made it, and holds no filter", async () => {
    const asked = { ledgerId: duty.id };
    expect(await archive.engine.ask("ledger.read-layout", asked)).toMatchObject({ widths: {}, frozen: 1 });
    const layout = { widths: { [key("who")]: 200 } as Record<ColumnKey, number>, hidden: [key("age")], frozen: 2 };
    await archive.engine.ask("ledger.keep-layout", { ...asked, layout });
    expect(await archive.engine.ask("ledger.read-layout", asked)).toEqual({ ...layout, rowHeight: "middle" });
    await expect(
      archive.engine.ask("ledger.keep-layout", { ledgerId: "nobody" as never, layout }),
    ).rejects.toMatchObject({ code: "ledger-not-found" });
  });
});
