// 同意 and the rule of consent: what may not be written without it (personal-data P1).
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import { columnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { Resident } from "#contract/resident";
import { wholeDay } from "#contract/whole-day";
import { column, openLedgerOf } from "#test/support/ledger-archive";
import { residentArchive, withCheck, type ResidentArchive } from "./resident-archive.ts";

let archive: ResidentArchive;
let aid: Ledger;
let grown: Resident;
const who = columnKey.parse("who");
const illness = columnKey.parse("illness");
const day = (text: string): Asked<"consent.give">["givenOn"] => wholeDay.parse(text);

beforeEach(async () => {
  archive = await residentArchive();
  const columns = [
    column({ key: "who", heading: "居民", kind: "person", personal: "personal" }),
    column({ key: "illness", heading: "病情", kind: "text", personal: "sensitive" }),
  ];
  aid = await openLedgerOf(archive, columns, "volunteer", "consent");
  grown = await archive.add({ name: "陈建国", bornOn: "1956-03" as never });
});
afterEach(() => archive.remove());

const give = (given: Partial<Asked<"consent.give">> = {}) =>
  archive.engine.ask("consent.give", {
    ...{ residentId: grown.id, ledgerId: aid.id, scope: "ordinary", givenOn: day("2026-05-10") },
    ...given,
  });
const write = (cells: Record<string, string>, of: Resident | null = grown) =>
  archive.engine.ask("ledger.write-rows", {
    ...{ ledgerId: aid.id, kind: "enter" },
    rows: [{ cells: cells as never, links: of ? { [who]: of.id } : {} }],
  });

describe("a row of a ledger that rests on consent", () => {
  it("is refused without consent, and nothing of it stays", async () => {
    await expect(write({ [who]: "陈建国" })).rejects.toMatchObject({ code: "consent-missing" });
    expect((await archive.engine.ask("ledger.order", { ledgerId: aid.id })).seqs).toEqual([]);
  });

  it("is refused with a sensitive value while only the ordinary consent was given", async () => {
    await give();
    await expect(write({ [who]: "陈建国", [illness]: "高血压" })).rejects.toMatchObject({
      code: "consent-sensitive-missing",
    });
    await write({ [who]: "陈建国" });
    await give({ scope: "sensitive" });
    await write({ [who]: "陈建国", [illness]: "高血压" });
  });

  it("is refused with a sensitive value of nobody who could consent", async () => {
    await give();
    await expect(write({ [illness]: "高血压" }, null)).rejects.toMatchObject({ code: "consent-person-missing" });
  });

  it("is refused from the day consent was withdrawn; what was written before stays", async () => {
    const consent = await give();
    await write({ [who]: "陈建国" });
    await archive.engine.ask("consent.withdraw", { id: consent.id, withdrawnOn: day("2026-05-20") });
    await expect(write({ [who]: "陈建国" })).rejects.toMatchObject({ code: "consent-missing" });
    expect((await archive.engine.ask("ledger.order", { ledgerId: aid.id })).seqs).toHaveLength(1);
  });

  it("rests on its own ledger's consent only", async () => {
    const other = await openLedgerOf(
      archive,
      [column({ key: "who", heading: "居民", kind: "person", personal: "personal" })],
      "survey",
      "consent",
    );
    await give({ ledgerId: other.id });
    await expect(write({ [who]: "陈建国" })).rejects.toMatchObject({ code: "consent-missing" });
  });
});

describe("a consent", () => {
  it("is refused for a ledger of a statutory duty, which is told and not asked for", async () => {
    const duty = await openLedgerOf(
      archive,
      [column({ key: "who", heading: "居民", kind: "person", personal: "personal" })],
      "duty",
      "duty",
    );
    await expect(give({ ledgerId: duty.id })).rejects.toMatchObject({ code: "consent-not-asked" });
  });

  it("is refused on a day to come, twice, and with a paper nobody knows", async () => {
    await expect(give({ givenOn: day("2026-05-22") })).rejects.toMatchObject({ code: "consent-day-impossible" });
    await expect(give({ paperItemId: "nothing" as never })).rejects.toMatchObject({ code: "item-not-found" });
    await give();
    await expect(give()).rejects.toMatchObject({ code: "consent-given-already" });
  });

  it("of a child under fourteen is refused without a guardian, and taken with one", async () => {
    const child = await archive.add({ name: "陈小宝", bornOn: "2012-05-21" as never });
    await expect(give({ residentId: child.id })).rejects.toMatchObject({ code: "guardian-missing" });
    expect(await give({ residentId: child.id, guardian: "陈建国（父）" })).toMatchObject({ guardian: "陈建国（父）" });
  });

  it.each([
    ["fourteen on the very day", "2012-05-10", true],
    ["fourteen a day later", "2012-05-11", false],
    ["a month that may make her thirteen", "2012-05", false],
    ["a year that may make her thirteen", "2012", false],
    ["a year that cannot", "2011", true],
    ["no date at all", "", true],
  ])("of somebody with %s", async (_, bornOn, isTaken) => {
    const child = await archive.add({ name: "陈小宝", bornOn: bornOn as never });
    if (isTaken) await give({ residentId: child.id });
    else await expect(give({ residentId: child.id })).rejects.toMatchObject({ code: "guardian-missing" });
  });

  it("of a child whose birth date stands in the ID number only is refused without a guardian", async () => {
    const child = await archive.add({ name: "陈小宝", idNumber: withCheck("99990120150303001") });
    await expect(give({ residentId: child.id })).rejects.toMatchObject({ code: "guardian-missing" });
  });

  it("that was given before the birth date was put right does not carry a child's row", async () => {
    await give();
    await archive.engine.ask("resident.describe", {
      ...{ id: grown.id, revision: grown.revision, name: "陈建国", bornOn: "2016-01-01" as never },
    });
    await expect(write({ [who]: "陈建国" })).rejects.toMatchObject({ code: "guardian-missing" });
  });

  it("is withdrawn once, not before it was given, and stays in the list with both days", async () => {
    const { id } = await give();
    const withdraw = (text: string) => archive.engine.ask("consent.withdraw", { id, withdrawnOn: day(text) });
    await expect(withdraw("2026-05-09")).rejects.toMatchObject({ code: "consent-day-impossible" });
    await expect(withdraw("2026-05-22")).rejects.toMatchObject({ code: "consent-day-impossible" });
    await withdraw("2026-05-15");
    await expect(withdraw("2026-05-16")).rejects.toMatchObject({ code: "consent-withdrawn" });
    await give({ givenOn: day("2026-05-18") });
    const all = await archive.engine.ask("consent.list", { residentId: grown.id });
    expect(all.map(({ givenOn, withdrawnOn }) => [givenOn, withdrawnOn])).toEqual([
      ["2026-05-18", ""],
      ["2026-05-10", "2026-05-15"],
    ]);
  });

  it("and its withdrawal stay recorded from the next day on", async () => {
    const { id } = await give();
    await archive.engine.ask("consent.withdraw", { id, withdrawnOn: day("2026-05-15") });
    archive.pass(24 * 60);
    for (const act of ["withdraw", "give"] as const)
      await expect(archive.engine.ask("consent.take-back", { id, act })).rejects.toMatchObject({
        code: "consent-not-found",
      });
    expect(await archive.engine.ask("consent.list", { residentId: grown.id })).toMatchObject([
      { withdrawnOn: "2026-05-15" },
    ]);
    await expect(write({ who: grown.name })).rejects.toMatchObject({ code: "consent-missing" });
  });

  it("and its withdrawal are undone as entries made by mistake", async () => {
    const { id } = await give();
    await archive.engine.ask("consent.withdraw", { id, withdrawnOn: day("2026-05-15") });
    const undo = async (): Promise<void> => {
      const next = await archive.engine.ask("undo.next", {});
      await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
    };
    await undo();
    expect(await archive.engine.ask("consent.list", { residentId: grown.id })).toMatchObject([{ withdrawnOn: "" }]);
    await undo();
    expect(await archive.engine.ask("consent.list", { residentId: grown.id })).toEqual([]);
  });
});
