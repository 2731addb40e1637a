import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Item } from "#contract/item";
import { openDraft, shownFields } from "#features/item/item-draft";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem } from "#test/support/sample";

// The page's wire is led straight to the engine in this process: the same questions, the same replies.
let archive: TestArchive;
beforeAll(async () => {
  archive = await freshArchive();
  const engineWire = {
    ask: (id: string, name: string, input: unknown) => archive.engine.reply({ id, seat: "window", name, input }),
    listen: () => () => undefined,
  };
  Object.assign(globalThis, { window: { engineWire } });
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, "window");
  await archive.remove();
});

const kept = (item: Item): Promise<Item> => archive.engine.ask("item.read", { id: item.id });
/** Somebody else changes the item. */
async function changeElsewhere(item: Item, fields: Partial<Item>): Promise<void> {
  const { revision } = await kept(item);
  await archive.engine.ask("item.describe", { id: item.id, revision, fields });
}

describe("an item while it is being described", () => {
  it("saves what was typed, and shows it before it is saved", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    draft.type({ title: "会议纪要", year: 2023 });
    expect(shownFields(draft.state.get())?.title).toBe("会议纪要");
    expect(draft.state.get().status).toBe("waiting");
    expect(await draft.save()).toBe(true);
    expect(draft.state.get().status).toBe("saved");
    expect(await kept(item)).toMatchObject({ title: "会议纪要", year: 2023, creator: item.creator });
  });

  it("keeps the blanks of a sentence that is still being written, though the engine trims them", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    draft.type({ remark: "Notice " });
    await draft.save();
    expect(shownFields(draft.state.get())?.remark).toBe("Notice ");
    draft.leave("remark");
    await draft.save();
    await Promise.resolve();
    expect(shownFields(draft.state.get())?.remark).toBe("Notice");
  });

  it("sends what is typed during a save afterwards, in its order", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    draft.type({ title: "一" });
    const first = draft.save();
    draft.type({ title: "一二" });
    expect(await first).toBe(true);
    expect(await draft.save()).toBe(true);
    expect((await kept(item)).title).toBe("一二");
  });

  it("saves over a change made elsewhere in another field, and both stay", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    await changeElsewhere(item, { remark: "缺第三页" });
    draft.type({ title: "改过的题名" });
    expect(await draft.save()).toBe(true);
    expect(await kept(item)).toMatchObject({ title: "改过的题名", remark: "缺第三页" });
    expect(draft.state.get().conflict).toBeUndefined();
  });

  it("stops where the same field was changed elsewhere, loses neither side, and saves what is chosen", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    await changeElsewhere(item, { title: "别处的题名", creator: "街道办事处" });
    draft.type({ title: "我的题名", creator: "居委会" });
    expect(await draft.save()).toBe(false);
    const { conflict } = draft.state.get();
    expect(conflict?.fields).toEqual(["title", "creator"]);
    expect(conflict?.kept.title).toBe("别处的题名");
    expect(shownFields(draft.state.get())?.title).toBe("我的题名");
    expect((await kept(item)).title).toBe("别处的题名");
    expect(await draft.settle({ creator: "街道办事处" })).toBe(true);
    expect(await kept(item)).toMatchObject({ title: "我的题名", creator: "街道办事处" });
  });

  it("is dropped and says so when its 密级 turns out to be a state secret", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    draft.type({ securityMark: "机密★10年" });
    expect(await draft.save()).toBe(false);
    expect(draft.state.get()).toMatchObject({ isSecret: true, typed: {}, status: "saved" });
    await expect(kept(item)).rejects.toMatchObject({ code: "item-not-found" });
  });

  it("keeps what was typed when it is refused, with the reason, and saves it once it is right", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    draft.type({ year: 5, title: "题名" });
    expect(await draft.save()).toBe(false);
    const { status, problem } = draft.state.get();
    expect([status, problem?.code]).toEqual(["stopped", "input-invalid"]);
    expect(shownFields(draft.state.get())?.title).toBe("题名");
    draft.type({ year: 2022 });
    expect(await draft.save()).toBe(true);
    expect(await kept(item)).toMatchObject({ year: 2022, title: "题名" });
  });

  it("does not take an older reading over what it has saved", async () => {
    const item = await anItem(archive);
    const draft = openDraft(item.id);
    await draft.load();
    draft.type({ title: "新题名" });
    const reading = draft.load();
    await draft.save();
    await reading;
    expect(shownFields(draft.state.get())?.title).toBe("新题名");
  });
});
