import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { fileYear } from "#test/support/sample";
import { day, matterOf, paperItem, secondFonds } from "./fonds-desk.ts";

let archive: TestArchive;
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
});
afterAll(() => archive.remove());
const undo = async () => {
  const next = await archive.engine.ask("undo.next", {});
  return archive.engine.ask("undo.apply", { sequence: next!.sequence });
};

describe("a class", () => {
  it("belongs to one 门类 of one fonds, and so do its items", async () => {
    const other = await secondFonds(archive);
    const foreign = { matterId: (await matterOf(archive, "ZZ", other.id)).id };
    const accounts = { matterId: (await matterOf(archive, "PZ")).id };
    await expect(paperItem(archive, foreign)).rejects.toMatchObject({ code: "matter-not-found" });
    await expect(paperItem(archive, accounts)).rejects.toMatchObject({ code: "matter-not-found" });
    const item = await paperItem(archive, { category: "KU", ...accounts });
    const seen = { id: item.id, revision: item.revision };
    await expect(
      archive.engine.ask("item.describe", { ...seen, fields: { matterId: (await matterOf(archive, "ZZ")).id } }),
    ).rejects.toMatchObject({ code: "matter-not-found" });
    // Moved to another 门类 without a word on its class, it leaves the class behind.
    const moved = await archive.engine.ask("item.describe", { ...seen, fields: { category: "WS" } });
    expect(moved.item).toMatchObject({ category: "WS", matterId: null });
    // The next item of another 门类 is not carried into the class of the last.
    const { item: photo } = await archive.engine.ask("item.make", {
      pageIds: [],
      fields: { category: "ZP", paperPageCount: 1 },
    });
    expect(photo.matterId).toBeNull();
  });

  it("is put into other words at any time, its code only while no 档号 bears it", async () => {
    const zz = await matterOf(archive, "ZZ");
    const revise = (change: object) =>
      archive.engine.ask("matter.revise", { id: zz.id, code: zz.code, name: zz.name, isParty: zz.isParty, ...change });
    expect(await revise({ code: "JM" })).toMatchObject({ code: "JM" });
    await undo();
    await expect(revise({ code: "FW" })).rejects.toMatchObject({ code: "matter-code-taken" });
    await expect(revise({ id: "nobody" })).rejects.toMatchObject({ code: "matter-not-found" });
    await paperItem(archive, { matterId: zz.id });
    await fileYear(archive);
    await expect(revise({ code: "JM" })).rejects.toMatchObject({ code: "matter-has-filed-items" });
    expect(await revise({ name: "居民自治与换届" })).toMatchObject({ code: "ZZ", name: "居民自治与换届" });
  });

  it("is closed only when nothing waits in it, takes nothing then, and what it holds stays", async () => {
    const zz = await matterOf(archive, "ZZ");
    const kept = await paperItem(archive, { matterId: zz.id, title: "已归" });
    const shut = { id: zz.id, closedOn: day("2024-12-31") };
    await expect(archive.engine.ask("matter.close", shut)).rejects.toMatchObject({
      code: "matter-has-drafts",
      details: { name: "居民自治", count: 1 },
    });
    await fileYear(archive);
    expect(await archive.engine.ask("matter.close", shut)).toMatchObject({ closedOn: "2024-12-31" });
    await expect(paperItem(archive, { matterId: zz.id })).rejects.toMatchObject({ code: "matter-closed" });
    const loose = await paperItem(archive, { matterId: null });
    await expect(
      archive.engine.ask("item.describe", { id: loose.id, revision: loose.revision, fields: { matterId: zz.id } }),
    ).rejects.toMatchObject({ code: "matter-closed" });
    expect(await archive.engine.ask("item.read", { id: kept.id })).toMatchObject({ matterId: zz.id, state: "filed" });
    await archive.engine.ask("item.dissolve", { id: loose.id, revision: loose.revision });
    await archive.engine.ask("matter.close", { id: zz.id, closedOn: day("") });
    expect((await paperItem(archive, { matterId: zz.id })).matterId).toBe(zz.id);
  });

  it("is removed only while nothing was ever in it", async () => {
    const zz = await matterOf(archive, "ZZ");
    const item = await paperItem(archive, { matterId: zz.id });
    await expect(archive.engine.ask("matter.remove", { id: zz.id })).rejects.toMatchObject({
      code: "matter-not-empty",
      details: { name: "居民自治" },
    });
    await archive.engine.ask("item.dissolve", { id: item.id, revision: item.revision });
    await archive.engine.ask("matter.remove", { id: zz.id });
    await expect(archive.engine.ask("matter.remove", { id: zz.id })).rejects.toMatchObject({
      code: "matter-not-found",
    });
    await undo();
    expect(await matterOf(archive, "ZZ")).toMatchObject({ name: "居民自治", category: "WS", closedOn: "" });
  });

  it("that was added goes again by undo", async () => {
    await archive.engine.ask("matter.add", { fondsId: archive.fondsId, category: "SW", code: "RY", name: "荣誉" });
    expect(await matterOf(archive, "RY")).toMatchObject({ category: "SW", isParty: false });
    await undo();
    await expect(matterOf(archive, "RY")).rejects.toThrow("no class");
  });
});
