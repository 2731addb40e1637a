// 合并: proposed, never automatic; both ids stay; undone as a whole.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Resident } from "#contract/resident";
import { residentArchive, withCheck, type ResidentArchive } from "./resident-archive.ts";

let archive: ResidentArchive;
const idNumber = withCheck("99990119900101123");
const born = "1990-01-01" as never;
beforeEach(async () => {
  archive = await residentArchive();
});
afterEach(() => archive.remove());

const join = (from: Resident, into: Resident) =>
  archive.engine.ask("resident.join", {
    ...{ id: from.id, revision: from.revision, into: into.id, intoRevision: into.revision },
  });

describe("a proposal that two records are of one person", () => {
  it("is made for the same ID number, and for the same name with the same whole birth date", async () => {
    const one = await archive.add({ name: "陈建国", bornOn: born, idNumber });
    const same = await archive.add({ name: "陈健国", idNumber });
    const twin = await archive.add({ name: "陈建国", bornOn: born });
    const found = await archive.engine.ask("resident.same-person", { id: one.id });
    expect(found.map(({ hit, because }) => [hit.id, because])).toEqual([
      [same.id, "same-id-number"],
      [twin.id, "same-name-and-birth"],
    ]);
  });

  it("is made of what is being typed, before it is entered twice", async () => {
    const one = await archive.add({ name: "陈建国", bornOn: born, idNumber });
    const ask = (typed: object) => archive.engine.ask("resident.same-person", typed);
    expect((await ask({ idNumber: ` ${idNumber} ` })).map(({ hit }) => hit.id)).toEqual([one.id]);
    expect(await ask({ name: "陈建国", bornOn: born })).toHaveLength(1);
    for (const typed of [{}, { name: "陈建国" }, { name: "陈建国", bornOn: "1990" }, { name: "陈", bornOn: born }])
      expect(await ask(typed)).toEqual([]);
  });

  it("changes nothing by itself", async () => {
    await archive.add({ name: "陈建国", bornOn: born, idNumber });
    await archive.add({ name: "陈建国", bornOn: born, idNumber });
    expect(await archive.engine.ask("resident.lookup", { words: "陈建国" })).toHaveLength(2);
  });
});

describe("joining two records", () => {
  it("is refused with itself, twice, with two different ID numbers, and over a newer state", async () => {
    const one = await archive.add({ name: "陈建国", idNumber });
    const other = await archive.add({ name: "陈建国", idNumber: withCheck("99990119900101125") });
    const blank = await archive.add({ name: "陈建国" });
    await expect(join(one, one)).rejects.toMatchObject({ code: "resident-join-itself" });
    await expect(join(one, other)).rejects.toMatchObject({ code: "resident-join-unlike" });
    await expect(join({ ...one, revision: 2 }, other)).rejects.toMatchObject({ code: "resident-changed" });
    const joined = await join(blank, one);
    await expect(join({ ...blank, revision: 2 }, joined)).rejects.toMatchObject({ code: "resident-join-itself" });
    await expect(join(joined, { ...blank, revision: 2 })).rejects.toMatchObject({ code: "resident-join-itself" });
  });

  it("takes over what the one that stays lacks, and both ids lead to it", async () => {
    const home = await archive.engine.ask("household.add", { number: "0123", address: "幸福路12号", grid: "" });
    const from = await archive.add({ name: "陈建国", phone: "1", sex: "男", householdId: home.id, idNumber });
    const into = await archive.add({ name: "陈建國", phone: "2", account: "6217001234567890" });
    const joined = await join(from, into);
    expect(joined).toMatchObject({ id: into.id, name: "陈建國", phone: "2", sex: "男", household: home });
    expect(joined.masked).toEqual(["idNumber", "account"]);
    expect(await archive.engine.ask("resident.read", { id: from.id })).toEqual(joined);
    expect(await archive.engine.ask("resident.lookup", { words: "陈建国" })).toEqual([]);
    expect((await archive.engine.ask("resident.lookup", { words: idNumber })).map(({ id }) => id)).toEqual([into.id]);
  });

  it("is undone as a whole, and has its entry in the journal", async () => {
    const from = await archive.add({ name: "陈建国", sex: "男", idNumber });
    const into = await archive.add({ name: "陈建國" });
    await join(from, into);
    const { entries } = await archive.engine.ask("journal.list", {});
    expect(entries[0]).toMatchObject({ action: "resident.join", objectId: from.id });
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
    expect(await archive.engine.ask("resident.read", { id: from.id })).toMatchObject({ name: "陈建国" });
    expect(await archive.engine.ask("resident.read", { id: into.id })).toMatchObject({ sex: "", masked: [] });
    expect((await archive.engine.ask("resident.lookup", { words: idNumber })).map(({ id }) => id)).toEqual([from.id]);
  });

  it("is not undone over a later change", async () => {
    const from = await archive.add({ name: "陈建国" });
    const into = await archive.add({ name: "陈建國" });
    const joined = await join(from, into);
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("resident.describe", { id: into.id, revision: joined.revision, name: "陈建华" });
    await archive.engine.ask("undo.apply", { sequence: (await archive.engine.ask("undo.next", {}))!.sequence });
    await archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 });
    expect(await archive.engine.ask("resident.read", { id: from.id })).toMatchObject({ name: "陈建国" });
  });
});
