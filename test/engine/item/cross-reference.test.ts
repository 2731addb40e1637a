// 互见号: shown from both ends, held by id through renumbering.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ItemId } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());
const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const of = (itemId: ItemId) => ({ itemId });
const list = (itemId: ItemId) => ask("cross-reference.list", { of: of(itemId) });

describe("a cross-reference", () => {
  it("is entered once and seen from both ends, with the 档号 of today", async () => {
    const [one, two] = [await anItem(archive), await anItem(archive, { title: "会议记录", documentNumber: "" })];
    const row = await ask("cross-reference.add", { of: of(one.id), to: of(two.id), note: "同一会议" });
    expect(await list(one.id)).toMatchObject([{ id: row.id, itemId: two.id, title: "会议记录", archivalCode: "" }]);
    expect(await list(two.id)).toMatchObject([{ id: row.id, itemId: one.id, note: "同一会议" }]);
    await fileYear(archive);
    expect((await list(one.id))[0]!.archivalCode).toMatch(/^C001-WS·2024-Y-ZZ-000/);
    await ask("cross-reference.annotate", { id: row.id, note: "改过的说明" });
    expect((await list(two.id))[0]!.note).toBe("改过的说明");
  });

  it("joins items and volumes", async () => {
    const item = await anItem(archive, { year: 2030, documentNumber: "" });
    const volume = await ask("volume.make", {
      fondsId: archive.fondsId,
      category: "KJ",
      fields: { title: "围墙修缮" },
    });
    await ask("cross-reference.add", { of: { volumeId: volume.id }, to: of(item.id) });
    expect(await list(item.id)).toMatchObject([{ volumeId: volume.id, itemId: null, title: "围墙修缮" }]);
    expect(await ask("cross-reference.list", { of: { volumeId: volume.id } })).toMatchObject([{ itemId: item.id }]);
  });

  it("names a restricted item neutrally", async () => {
    const [one, two] = [await anItem(archive), await anItem(archive, { title: "某户低保审批" })];
    await ask("item.describe", {
      id: two.id,
      revision: two.revision,
      fields: { access: "restricted", neutralTitle: "低保审批材料（户号0123）" },
    });
    await ask("cross-reference.add", { of: of(one.id), to: of(two.id) });
    expect(JSON.stringify(await list(one.id))).not.toContain("某户");
  });

  it("is refused to itself, twice from either end, and to what is not there", async () => {
    const [one, two] = [await anItem(archive), await anItem(archive)];
    const add = (a: ItemId, b: ItemId) => ask("cross-reference.add", { of: of(a), to: of(b) });
    await expect(add(one.id, one.id)).rejects.toMatchObject({ code: "reference-to-itself" });
    await add(one.id, two.id);
    await expect(add(one.id, two.id)).rejects.toMatchObject({ code: "reference-exists" });
    await expect(add(two.id, one.id)).rejects.toMatchObject({ code: "reference-exists" });
    await expect(add(one.id, "nobody" as ItemId)).rejects.toMatchObject({ code: "item-not-found" });
    await expect(
      ask("cross-reference.add", { of: of(one.id), to: { volumeId: "nobody" as never } }),
    ).rejects.toMatchObject({ code: "volume-not-found" });
    await expect(ask("cross-reference.remove", { id: "nobody" as never })).rejects.toMatchObject({
      code: "reference-not-found",
    });
    await expect(ask("cross-reference.annotate", { id: "nobody" as never, note: "x" })).rejects.toMatchObject({
      code: "reference-not-found",
    });
  });

  it("goes and comes by undo", async () => {
    const [one, two] = [await anItem(archive), await anItem(archive)];
    const undo = async () => ask("undo.apply", { sequence: (await ask("undo.next", {}))!.sequence });
    const row = await ask("cross-reference.add", { of: of(one.id), to: of(two.id), note: "甲" });
    await undo();
    expect(await list(one.id)).toEqual([]);
    const again = await ask("cross-reference.add", { of: of(one.id), to: of(two.id), note: "乙" });
    expect(again.id).not.toBe(row.id);
    await ask("cross-reference.remove", { id: again.id });
    await undo();
    expect(await list(two.id)).toMatchObject([{ itemId: one.id, note: "乙" }]);
  });
});
