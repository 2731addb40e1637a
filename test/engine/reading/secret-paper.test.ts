// 涉密文件 recognised after it came in (personal-data P15): nothing of the paper is kept, the clerk is told, the journal has the
// code alone. Read by the real reader, as the mark lies on the sheet.
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { PageId } from "#contract/scan";
import { bodyLines, type PrintedLine, printPaper } from "#test/fixtures/printed-paper";
import { readingArchive, type ReadingArchive, until } from "#test/support/reading-archive";
import { fileYear } from "#test/support/sample";

const patient = { timeout: 120_000 };
let archive: ReadingArchive;
beforeAll(async () => void (archive = await readingArchive()), 60_000);
afterAll(() => archive.remove());

const plain: PrintedLine[] = [
  { text: "关于做好值班工作的通知", y: 60, size: 22, isBold: true },
  ...bodyLines("各社区要安排好节日值班，保证电话有人接听，遇到重要情况及时报告，不得迟报漏报。", 90),
];
const marked = (mark: PrintedLine): PrintedLine[] => [mark, ...plain];
const sealedFiles = (): string[] =>
  readdirSync(join(archive.folder, "files"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const refusals = () => archive.events.filter((event) => event.kind === "refused");

it.each<[string, PrintedLine, number]>([
  ["机密★1年", { text: "机密★1年", y: 22, left: 28, size: 16, isSans: true }, 0],
  ["秘密, spaced and full width", { text: "秘　密 ★ １０ 年", y: 22, left: 28, size: 16, isSans: true }, 2.5],
  ["绝密, upright at the edge", { text: "绝密", y: 20, left: 180, size: 20, isSans: true, isUpright: true }, 0],
  ["机密, the sheet on its side", { text: "机密", y: 22, left: 28, size: 18, isSans: true }, 90],
])("%s: scan, pages, keys and files go", patient, async (_, mark, turned) => {
  const before = sealedFiles();
  archive.events.length = 0;
  const pages = await archive.takeIn([marked(mark)], { turned, dpi: 150 });
  expect(pages).toHaveLength(1);
  await archive.allRead();
  expect((await archive.engine.ask("scan.tray", {})).total).toBe(0);
  expect(refusals()).toMatchObject([{ code: "state-secret-recognised", details: { count: 1 } }]);
  // The answer names the time, never the file or a word of it.
  expect(JSON.stringify(refusals())).not.toMatch(/扫描|值班/);
  await until(() => (sealedFiles().length === before.length ? true : undefined));
  await expect(archive.engine.ask("page.open", { id: pages[0] ?? "", variant: "image" })).rejects.toThrow(
    "page-not-found",
  );
  const [entry] = (await archive.engine.ask("journal.list", { limit: 1 })).entries;
  expect(entry).toMatchObject({ action: "reading.drop-secret", reasonCode: "state-secret", objectId: "" });
  expect((await archive.engine.ask("journal.verify", {})).isWhole).toBe(true);
});

it("takes the item with it, and every page of the item", patient, async () => {
  await archive.engine.ask("reading.pause", {});
  const pages = await archive.takeIn([marked({ text: "秘密★5年", y: 22, left: 28, isSans: true }), plain], {
    dpi: 150,
  });
  const { item } = await archive.engine.ask("item.make", { pageIds: pages, fields: { title: "节日值班通知" } });
  const files = sealedFiles().length;
  await archive.engine.ask("reading.resume", {});
  await archive.allRead();
  await expect(archive.engine.ask("item.read", { id: item.id })).rejects.toThrow("item-not-found");
  expect((await archive.engine.ask("scan.tray", {})).total).toBe(0);
  expect((await archive.engine.ask("search.find", { words: "节日值班" })).total).toBe(0);
  await until(() => (sealedFiles().length === files - 2 ? true : undefined));
});

it("leaves what only speaks of secrets", patient, async () => {
  const speaks: PrintedLine[] = [
    { text: "保守国家秘密承诺书", y: 22, size: 22, isBold: true },
    ...bodyLines("本人承诺保守国家秘密和商业秘密，不在网上谈论机密文件，不带绝密材料回家。", 60),
  ];
  const pages = await archive.takeIn([speaks], { dpi: 150 });
  await archive.allRead();
  expect((await archive.engine.ask("scan.tray", {})).pages.map(({ id }) => id)).toEqual(pages);
  await archive.engine.ask("scan.discard", { pageIds: pages });
});

it(
  "of a filed paper the text goes and a person is told to look: a number others rely on is not destroyed by a machine",
  patient,
  async () => {
    await archive.engine.ask("reading.pause", {});
    const [pageId] = await archive.takeIn([marked({ text: "机密★1年", y: 22, left: 28, isSans: true })], { dpi: 150 });
    if (!pageId) throw new Error("a page came in");
    const matters = await archive.engine.ask("matter.list", {});
    const { item } = await archive.engine.ask("item.make", {
      pageIds: [pageId],
      fields: {
        title: "旧文件",
        creator: "某单位",
        documentDate: archivalDate.parse("2024-03-05"),
        year: 2024,
        retention: "Y",
        matterId: matters.find((matter) => matter.code === "ZZ")?.id ?? null,
      },
    });
    await fileYear(archive);
    archive.events.length = 0;
    await archive.engine.ask("reading.resume", {});
    await archive.allRead();
    const filed = await archive.engine.ask("item.read", { id: item.id });
    expect(filed.state).toBe("filed");
    expect(refusals()).toMatchObject([{ code: "state-secret-filed", details: { code: filed.archivalCode } }]);
    const shown = await archive.engine.ask("reading.of-page", { pageId, openedItemId: item.id });
    expect(shown).toMatchObject({ state: "unreadable", lines: [] });
  },
);

it("by hand: a page of the tray is dropped when a clerk sees what the reader missed", patient, async () => {
  await archive.engine.ask("reading.pause", {});
  const path = join(archive.around, "漏读.jpg");
  await writeFile(path, await printPaper(plain, { dpi: 110 }));
  const { outcomes } = await archive.engine.ask("scan.accept", { paths: [path] });
  const pageId = outcomes[0]?.pageIds[0] as PageId;
  await expect(archive.engine.ask("reading.drop-secret", { pageId })).rejects.toThrow("state-secret-recognised");
  await expect(archive.engine.ask("reading.drop-secret", { pageId })).rejects.toThrow("page-not-found");
});
