import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { ItemId } from "#contract/item";
import type { Holding } from "#contract/place-of-item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
let ids: ItemId[] = [];
beforeEach(async () => {
  await archive?.remove();
  archive = await freshArchive();
  ids = [(await anItem(archive)).id, (await anItem(archive, { documentNumber: "" })).id];
  await fileYear(archive);
});
afterAll(() => archive.remove());

const hold = (holding: Holding, of: readonly ItemId[] = ids) =>
  archive.engine.ask("item.hold", { changes: of.map((id) => ({ id, holding })) });
const held = async (): Promise<string[]> => {
  const { rows } = await archive.engine.ask("item.list", { filter: { state: "filed" }, order: "code" });
  return rows.map((row) => row.holding);
};

describe("保管状态", () => {
  it("is set for many, each can differ, and undo puts every one back to its own", async () => {
    expect(await hold("lent", ids.slice(0, 1))).toEqual({ changedCount: 1 });
    expect(await hold("street")).toEqual({ changedCount: 2 });
    expect(await held()).toEqual(["street", "street"]);
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next!.sequence });
    expect(await held()).toEqual(["lent", "here"]);
  });

  it("changes nothing of the record: 档号 stays, and what stands already so is not touched", async () => {
    const before = await archive.engine.ask("item.read", { id: ids[0]! });
    await hold("transferred");
    const after = await archive.engine.ask("item.read", { id: ids[0]! });
    expect(after).toEqual({ ...before, holding: "transferred", revision: before.revision + 1 });
    expect(await hold("transferred")).toEqual({ changedCount: 0 });
    expect((await archive.engine.ask("item.read", { id: ids[0]! })).revision).toBe(after.revision);
  });

  it("is refused of what is not there and of what is not filed, and then sets none", async () => {
    const draft = await anItem(archive, { documentNumber: "" });
    await expect(hold("lent", [ids[0]!, draft.id])).rejects.toMatchObject({ code: "item-not-filed" });
    await expect(hold("lent", [ids[0]!, "nobody" as ItemId])).rejects.toMatchObject({ code: "item-not-found" });
    await expect(hold("lent", [])).rejects.toMatchObject({ code: "input-invalid" });
    expect(await held()).toEqual(["here", "here"]);
    expect(await hold("here", [draft.id])).toEqual({ changedCount: 0 });
  });
});
