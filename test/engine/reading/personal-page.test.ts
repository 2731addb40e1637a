// Pages that tell of persons (personal-data P6): marked, their item 限制 by default, their text out of every index and shown
// beside the opened item only. Every procedure that could give the text away is asked.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ItemId } from "#contract/item";
import type { PrintedLine } from "#test/fixtures/printed-paper";
import { readingArchive, type ReadingArchive } from "#test/support/reading-archive";

const patient = { timeout: 120_000 };
let archive: ReadingArchive;
beforeAll(async () => void (archive = await readingArchive()), 60_000);
afterAll(() => archive.remove());

const form = (name: string): PrintedLine[] => [
  { text: "最低生活保障申请表", y: 30, size: 22, isBold: true },
  { text: `姓名：${name}`, y: 60, left: 28 },
  { text: "性别：男", y: 60, left: 120 },
  { text: "家庭住址：幸福路十二号", y: 75, left: 28 },
];
const found = async (words: string): Promise<number> =>
  (await archive.engine.ask("search.find-pages", { words })).hits.length;
const textOf = (pageId: string, openedItemId: ItemId | null = null) =>
  archive.engine.ask("reading.of-page", { pageId: pageId as never, openedItemId });

it("a recognised form is marked, makes its item 限制 with a word why, and is in no index", patient, async () => {
  const [pageId] = await archive.takeIn([form("张大山")], { dpi: 130 });
  if (!pageId) throw new Error("a page came in");
  await archive.allRead();
  expect((await textOf(pageId)).marks).toContainEqual({ mark: "personal", value: "申请表", isSettled: false });
  expect(await found("幸福路十二号")).toBe(0);
  const { item, warnings } = await archive.engine.ask("item.make", { pageIds: [pageId] });
  expect(item.access).toBe("restricted");
  expect(warnings.map(({ code }) => code)).toContain("personal-pages");
  expect(warnings.find(({ code }) => code === "personal-pages")?.message).toMatch(/申请表/);

  // Shown beside that very item, and nowhere else.
  expect((await textOf(pageId, item.id)).lines.some((line) => line.text.includes("幸福路"))).toBe(true);
  await expect(textOf(pageId)).rejects.toThrow("reading-restricted");
  await expect(textOf(pageId, "another" as ItemId)).rejects.toThrow("reading-restricted");
  await expect(archive.engine.ask("reading.propose", { pageIds: [pageId] })).rejects.toThrow("reading-restricted");
  expect(await found("幸福路十二号")).toBe(0);
  expect((await archive.engine.ask("search.find", { words: "幸福路十二号" })).total).toBe(0);
  expect(JSON.stringify(archive.events)).not.toContain("幸福路");
  expect(JSON.stringify(await archive.engine.ask("journal.list", { limit: 50 }))).not.toContain("幸福路");

  // Opened by a keeper, it may be found; closed again, at once not.
  const opened = await archive.engine.ask("item.describe", {
    id: item.id,
    revision: item.revision,
    fields: { access: "internal" },
  });
  await expect.poll(() => found("幸福路十二号"), { timeout: 20_000 }).toBe(1);
  await archive.engine.ask("item.describe", {
    id: item.id,
    revision: opened.item.revision,
    fields: { access: "restricted" },
  });
  expect(await found("幸福路十二号")).toBe(0);
});

it("an item made before its pages were read becomes 限制; a keeper's later answer stands", patient, async () => {
  await archive.engine.ask("reading.pause", {});
  const [pageId] = await archive.takeIn([form("李小河")], { dpi: 130 });
  if (!pageId) throw new Error("a page came in");
  const { item } = await archive.engine.ask("item.make", { pageIds: [pageId] });
  expect(item.access).toBe("internal");
  await archive.engine.ask("reading.resume", {});
  await archive.allRead();
  const closed = await archive.engine.ask("item.read", { id: item.id });
  expect(closed.access).toBe("restricted");
  const [entry] = (await archive.engine.ask("journal.list", { limit: 1 })).entries;
  expect(entry).toMatchObject({ action: "item.describe", reasonCode: "personal-page", objectId: item.id });
  await archive.engine.ask("item.describe", { id: item.id, revision: closed.revision, fields: { access: "internal" } });
  await archive.engine.ask("reading.again", { pageIds: [pageId] });
  await archive.allRead();
  expect((await archive.engine.ask("item.read", { id: item.id })).access).toBe("internal");
});

it("a form that joins an item of another paper makes that one 限制", patient, async () => {
  const [form1, other] = await archive.takeIn([form("王五"), [{ text: "关于安排值班的通知", y: 30, size: 22 }]], {
    dpi: 130,
  });
  if (!form1 || !other) throw new Error("two pages came in");
  await archive.allRead();
  const { item } = await archive.engine.ask("item.make", { pageIds: [other] });
  expect(item.access).toBe("internal");
  const parts = [{ kind: "正文" as const, pageIds: [other, form1] }];
  const arranged = await archive.engine.ask("item.arrange", { id: item.id, revision: item.revision, parts });
  expect(arranged.access).toBe("restricted");
});

it("an ordinary paper is 内部, indexed, and shown beside any page", patient, async () => {
  const plain: PrintedLine[] = [
    { text: "关于安排消防演练的通知", y: 30, size: 22, isBold: true },
    { text: "请各楼组长组织居民参加。", y: 60, left: 28 },
  ];
  const [pageId] = await archive.takeIn([plain], { dpi: 130 });
  if (!pageId) throw new Error("a page came in");
  await archive.allRead();
  expect(await found("消防演练")).toBe(1);
  expect((await archive.engine.ask("item.make", { pageIds: [pageId] })).item.access).toBe("internal");
  expect((await textOf(pageId)).state).toBe("read");
  expect(await found("消防演练")).toBe(1);
  await archive.engine.ask("archive.lock", {});
  await expect(textOf(pageId)).rejects.toThrow("archive-locked");
});
