import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Item } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";

let archive: TestArchive;
let items: Item[];
beforeAll(async () => {
  archive = await freshArchive();
  items = [];
  for (let at = 0; at < 3; at++) items.push(await anItem(archive, { title: `通知${at}`, year: 2025 }));
});
afterAll(() => archive.remove());

const read = (): Promise<Item[]> => Promise.all(items.map(({ id }) => archive.engine.ask("item.read", { id })));
const changesOf = (now: readonly Item[], fields: object) => now.map(({ id, revision }) => ({ id, revision, fields }));

describe("many items described at once", () => {
  it("all get the same words, and all come back with one undo", async () => {
    const before = await read();
    const fields = { retention: "D10", affair: "垃圾分类", remark: "已核" } as const;
    const done = await archive.engine.ask("item.describe-each", { changes: changesOf(before, fields) });
    expect(done.count).toBe(3);
    expect((await read()).map(({ retention, affair }) => [retention, affair])).toEqual(
      Array.from({ length: 3 }, () => ["D10", "垃圾分类"]),
    );
    const next = await archive.engine.ask("undo.next", {});
    await archive.engine.ask("undo.apply", { sequence: next!.sequence });
    const strip = ({ revision: _, ...item }: Item) => item;
    expect((await read()).map(strip)).toEqual(before.map(strip));
  });

  it("stay as they were, all of them, when one is refused, and the refusal names it", async () => {
    const before = await read();
    const changes = changesOf(before, { retention: "D30" });
    changes[2] = { ...changes[2]!, revision: 99 };
    await expect(archive.engine.ask("item.describe-each", { changes })).rejects.toMatchObject({
      code: "item-changed-meanwhile",
      details: { title: "通知2" },
    });
    expect(await read()).toEqual(before);
  });

  it("is refused for filed items", async () => {
    const filed = await anItem(archive, { title: "已归档的" });
    await fileYear(archive, 2024);
    const now = await archive.engine.ask("item.read", { id: filed.id });
    await expect(
      archive.engine.ask("item.describe-each", { changes: changesOf([now], { remark: "x" }) }),
    ).rejects.toMatchObject({ code: "item-filed" });
  });
});

describe("what a filter shows", () => {
  it("is the same for the list and for the marks, also for what is not settled yet", async () => {
    const loose = await anItem(archive, { title: "未定期限", retention: null, year: null });
    const filter = { year: null, retention: null } as const;
    const marks = await archive.engine.ask("item.marks", { filter });
    expect(marks).toEqual({ marks: [{ id: loose.id, revision: loose.revision }], isCut: false });
    const { rows } = await archive.engine.ask("item.list", { filter: { hasImages: true, isBoxed: false, year: null } });
    expect(rows.map((row) => row.id)).toEqual([loose.id]);
    expect((await archive.engine.ask("item.list", { filter: { carrier: "object" } })).total).toBe(0);
  });

  it("is kept under a name, without words that were searched", async () => {
    const view = { name: "今年待定", filter: { state: "draft", year: 2025 }, order: "date" } as const;
    const kept = await archive.engine.ask("saved-view.keep", view);
    await archive.engine.ask("saved-view.keep", { ...view, order: "title" });
    expect(await archive.engine.ask("saved-view.list", {})).toEqual([{ ...kept, order: "title" }]);
    const withWords = { ...view, filter: { ...view.filter, words: "王某某" } };
    await expect(archive.engine.ask("saved-view.keep", withWords as never)).rejects.toMatchObject({
      code: "input-invalid",
    });
    await archive.engine.ask("saved-view.drop", { id: kept.id });
    await expect(archive.engine.ask("saved-view.drop", { id: kept.id })).rejects.toMatchObject({
      code: "saved-view-not-found",
    });
  });
});
