// A resident is entered once; what is wrong is refused before anything is kept.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { residentId } from "#contract/resident";
import { residentArchive, withCheck, type ResidentArchive } from "./resident-archive.ts";

let archive: ResidentArchive;
beforeEach(async () => {
  archive = await residentArchive();
});
afterEach(() => archive.remove());

const number = withCheck("99990119900101123");

describe("a resident", () => {
  it.each([
    ["a wrong check character", number.slice(0, 17) + (number.endsWith("1") ? "2" : "1")],
    ["digits Excel has lost", `${number.slice(0, 15)}000`],
    ["a digit too few", number.slice(0, 17)],
    ["words", "身份证已遗失"],
  ])("is refused with %s in the ID number, and nothing of it stays", async (_, idNumber) => {
    await expect(archive.add({ name: "陈建国", idNumber })).rejects.toMatchObject({ code: "resident-id-number-wrong" });
    expect(await archive.engine.ask("resident.lookup", { words: "陈建国" })).toEqual([]);
  });

  it("is refused with words for an account, a household nobody knows, a blank name", async () => {
    await expect(archive.add({ name: "陈建国", account: "农业银行" })).rejects.toMatchObject({
      code: "resident-account-wrong",
    });
    await expect(archive.add({ name: "陈建国", householdId: "nobody" as never })).rejects.toMatchObject({
      code: "household-not-found",
    });
    await expect(archive.add({ name: "  " })).rejects.toMatchObject({ code: "input-invalid" });
  });

  it("is kept with every digit, which no answer but a reveal holds", async () => {
    const account = "0621700123456789012";
    const made = await archive.add({ name: "陈建国", idNumber: number.toLowerCase(), account, phone: "013800138000" });
    expect(made).toMatchObject({ name: "陈建国", phone: "013800138000", masked: ["idNumber", "account"], revision: 1 });
    expect(JSON.stringify(await archive.engine.ask("resident.read", { id: made.id }))).not.toContain(account);
    const asked = { id: made.id, reasonCode: "own-matter" as const };
    expect(await archive.engine.ask("resident.reveal", { ...asked, field: "account" })).toEqual({ value: account });
    expect(await archive.engine.ask("resident.reveal", { ...asked, field: "idNumber" })).toEqual({ value: number });
  });

  it("keeps a document of another kind, and an ID number of fifteen digits", async () => {
    for (const idNumber of ["E12345678", "999901900101123", "H1234567(8)"]) {
      const made = await archive.add({ name: "陈建国", idNumber });
      expect(made.masked).toEqual(["idNumber"]);
    }
  });

  it("keeps its birth date as far as it is known", async () => {
    for (const bornOn of ["1956", "1956-03", "1956-03-05", ""] as const)
      expect(await archive.add({ name: "陈建国", bornOn: bornOn as never })).toMatchObject({ bornOn });
    await expect(archive.add({ name: "陈建国", bornOn: "1957-02-29" as never })).rejects.toMatchObject({
      code: "input-invalid",
    });
  });

  it("is not changed by a window that saw an older state", async () => {
    const made = await archive.add({ name: "陈建国" });
    const { id, revision } = made;
    await archive.engine.ask("resident.describe", { id, revision, name: "陈建国", phone: "13800138000" });
    await expect(archive.engine.ask("resident.describe", { id, revision, name: "陈建华" })).rejects.toMatchObject({
      code: "resident-changed",
    });
    expect(await archive.engine.ask("resident.read", { id })).toMatchObject({ name: "陈建国", phone: "13800138000" });
  });

  it("keeps a secret that a change leaves out, and loses one that is emptied", async () => {
    const made = await archive.add({ name: "陈建国", idNumber: number, account: "6217001234567890" });
    const described = await archive.engine.ask("resident.describe", { id: made.id, revision: 1, name: "陈建国" });
    expect(described.masked).toEqual(["idNumber", "account"]);
    const emptied = await archive.engine.ask("resident.describe", {
      ...{ id: made.id, revision: 2, name: "陈建国" },
      account: "",
    });
    expect(emptied.masked).toEqual(["idNumber"]);
    await expect(
      archive.engine.ask("resident.reveal", { id: made.id, field: "account", reasonCode: "check-entry" }),
    ).rejects.toMatchObject({ code: "value-not-kept" });
  });

  it("is undone: a change with its sealed values, then the entry itself", async () => {
    const made = await archive.add({ name: "陈建国", idNumber: number });
    const other = withCheck("99990119900101125");
    await archive.engine.ask("resident.describe", { id: made.id, revision: 1, name: "陈建华", idNumber: other });
    const undo = async (): Promise<void> => {
      const next = await archive.engine.ask("undo.next", {});
      if (!next) throw new Error("there is a way back");
      await archive.engine.ask("undo.apply", { sequence: next.sequence });
    };
    await undo();
    expect(await archive.engine.ask("resident.read", { id: made.id })).toMatchObject({ name: "陈建国" });
    expect(await archive.engine.ask("resident.lookup", { words: number })).toHaveLength(1);
    expect(await archive.engine.ask("resident.lookup", { words: other })).toEqual([]);
    expect(await archive.engine.ask("resident.lookup", { words: "chenjianguo" })).toHaveLength(1);
    await undo();
    await expect(archive.engine.ask("resident.read", { id: made.id })).rejects.toMatchObject({
      code: "resident-not-found",
    });
  });

  it("is not taken back once a consent names it", async () => {
    const made = await archive.add({ name: "陈建国", bornOn: "1990-01-01" as never });
    await archive.engine.ask("ethnicity.state", {
      ...{ residentId: made.id, ethnicity: "苗族", statedOn: "2026-05-01" as never },
      consent: { givenOn: "2026-05-01" as never },
    });
    const next = await archive.engine.ask("undo.next", {});
    await expect(archive.engine.ask("undo.apply", { sequence: next?.sequence ?? 0 })).rejects.toMatchObject({
      code: "undo-stale",
    });
    expect(await archive.engine.ask("resident.read", { id: made.id })).toMatchObject({ name: "陈建国" });
  });

  it("nobody knows is said to be missing by every question that names one", async () => {
    const id = residentId.parse("nobody");
    for (const asked of [
      archive.engine.ask("resident.read", { id }),
      archive.engine.ask("resident.describe", { id, revision: 1, name: "陈建国" }),
      archive.engine.ask("resident.take-back", { id, left: "" }),
      archive.engine.ask("resident.reveal", { id, field: "idNumber", reasonCode: "check-entry" }),
      archive.engine.ask("resident.same-person", { id }),
      archive.engine.ask("consent.list", { residentId: id }),
      archive.engine.ask("ethnicity.read", { residentId: id }),
    ])
      await expect(asked).rejects.toMatchObject({ code: "resident-not-found" });
  });
});
