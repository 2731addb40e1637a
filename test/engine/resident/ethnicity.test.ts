// 民族: own consent, one record at a time, withdrawn without a reason, and no other way to it (personal-data P3).
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import type { Resident } from "#contract/resident";
import { wholeDay } from "#contract/whole-day";
import { residentArchive, type ResidentArchive } from "./resident-archive.ts";

let archive: ResidentArchive;
let person: Resident;
const day = (text: string) => wholeDay.parse(text);
const consent = { givenOn: day("2026-05-02") };
const statedOn = day("2026-05-01");
beforeEach(async () => {
  archive = await residentArchive();
  person = await archive.add({ name: "欧阳碧瑶", bornOn: "1990-01-01" as never });
});
afterEach(() => archive.remove());

const state = (more: object = {}) =>
  archive.engine.ask("ethnicity.state", {
    ...{ residentId: person.id, ethnicity: "苗族", statedOn, consent },
    ...more,
  });

describe("a statement of 民族", () => {
  it("is refused without a consent of its own, with its date", async () => {
    const asked = { residentId: person.id, ethnicity: "苗族", statedOn } as never;
    await expect(archive.engine.ask("ethnicity.state", asked)).rejects.toMatchObject({ code: "input-invalid" });
    await expect(state({ consent: { givenOn: "" } })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(state({ consent: { givenOn: day("2026-06-01") } })).rejects.toMatchObject({
      code: "consent-day-impossible",
    });
    expect(await archive.engine.ask("ethnicity.read", { residentId: person.id })).toBeNull();
  });

  it("is a name of the national standard, no free words", async () => {
    for (const ethnicity of ["佛教", "回民", "苗族，信教", ""])
      await expect(state({ ethnicity })).rejects.toMatchObject({ code: "input-invalid" });
  });

  it("of a child under fourteen is refused without a guardian", async () => {
    const child = await archive.add({ name: "陈小宝", bornOn: "2016-01-01" as never });
    await expect(state({ residentId: child.id })).rejects.toMatchObject({ code: "guardian-missing" });
    await state({ residentId: child.id, consent: { ...consent, guardian: "陈建国（父）" } });
  });

  it("is a condition of nothing: a resident, her household and her consents do without", () => {
    for (const name of ["resident.add", "resident.describe", "consent.give", "household.add"] as const)
      expect(Object.keys(contract[name].input.shape).filter((field) => /ethnic|nation|民族/i.test(field))).toEqual([]);
  });

  it("is answered by its own question alone", async () => {
    await state();
    const { ask } = archive.engine;
    expect(await ask("ethnicity.read", { residentId: person.id })).toEqual({
      ...{ ethnicity: "苗族", statedOn: "2026-05-01", consentGivenOn: "2026-05-02" },
    });
    const others = JSON.stringify([
      await ask("resident.read", { id: person.id }),
      await ask("resident.lookup", { words: "欧阳碧瑶" }),
      await ask("consent.list", { residentId: person.id }),
      await ask("journal.list", {}),
      await ask("search.find", { words: "苗族" }),
    ]);
    expect(others).not.toContain("苗族");
    expect(await ask("resident.lookup", { words: "苗族" })).toEqual([]);
  });

  it("comes into no way back and its journal entry digests no value", async () => {
    await state();
    const next = await archive.engine.ask("undo.next", {});
    expect(next?.action).toBe("resident.add");
  });

  it("is replaced by a new one, the earlier consent marked as withdrawn", async () => {
    await state();
    await state({ ethnicity: "侗族", consent: { givenOn: day("2026-05-10") } });
    expect(await archive.engine.ask("ethnicity.read", { residentId: person.id })).toMatchObject({ ethnicity: "侗族" });
    const consents = await archive.engine.ask("consent.list", { residentId: person.id });
    expect(consents.map((each) => each.withdrawnOn)).toEqual(["", "2026-05-10"]);
  });

  it("is withdrawn without a reason, once, and is gone; its consent says so", async () => {
    const withdraw = (withdrawnOn: string) =>
      archive.engine.ask("ethnicity.withdraw", { residentId: person.id, withdrawnOn: day(withdrawnOn) });
    await expect(withdraw("2026-05-10")).rejects.toMatchObject({ code: "ethnicity-not-stated" });
    await state();
    await expect(withdraw("2026-05-01")).rejects.toMatchObject({ code: "consent-day-impossible" });
    await withdraw("2026-05-10");
    expect(await archive.engine.ask("ethnicity.read", { residentId: person.id })).toBeNull();
    await expect(withdraw("2026-05-10")).rejects.toMatchObject({ code: "ethnicity-not-stated" });
    const [mark] = await archive.engine.ask("consent.list", { residentId: person.id });
    expect(mark).toMatchObject({ scope: "ethnicity", withdrawnOn: "2026-05-10" });
    await expect(archive.engine.ask("consent.take-back", { id: mark!.id, act: "withdraw" })).rejects.toMatchObject({
      code: "consent-not-found",
    });
  });

  it("goes with the record it is joined to", async () => {
    await state();
    const twin = await archive.add({ name: "欧阳碧瑶" });
    const { revision } = await archive.engine.ask("resident.read", { id: person.id });
    await archive.engine.ask("resident.join", { id: person.id, revision, into: twin.id, intoRevision: 1 });
    expect(await archive.engine.ask("ethnicity.read", { residentId: twin.id })).toMatchObject({ ethnicity: "苗族" });
    await archive.engine.ask("ethnicity.withdraw", { residentId: twin.id, withdrawnOn: day("2026-05-10") });
    expect(await archive.engine.ask("ethnicity.read", { residentId: person.id })).toBeNull();
  });
});
