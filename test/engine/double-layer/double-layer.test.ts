// 双层 PDF and OFD of items: what leaves is what was read and shown, what may not leave does not, nothing half-written stays.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Item } from "#contract/item";
import type { PageId } from "#contract/scan";
import { readOfd, unpackOfd } from "#engine/double-layer/prove-ofd";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, fileYear } from "#test/support/sample";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { onStore, putReadings, readingOf } from "./put-readings.ts";

const firstLines = ["幸福社区居民委员会文件", "幸社〔2024〕3号 𠮷祥 abc-123", "关于召开居民代表会议的通知"];
const secretLines = ["身份证号530102199001011234", "低保申请人张三"];
let archive: TestArchive;
let item: Item;
let unread: Item;
let restricted: Item;
let personal: Item;
let paper: Item;
const pagesOf = (of: Item): PageId[] => of.parts.flatMap((part) => part.pages.map((page) => page.id));

beforeAll(async () => {
  archive = await freshArchive();
  item = await anItem(archive, {}, 2);
  unread = await anItem(archive, { title: "关于换届选举的公告" }, 1);
  restricted = await anItem(archive, {
    title: "张三低保申请",
    creator: "张三",
    neutralTitle: "低保审批材料（户号0123）",
    access: "restricted",
  });
  personal = await anItem(archive, { title: "居民登记表" });
  await fileYear(archive, 2024);
  paper = (await archive.engine.ask("item.make", { pageIds: [], fields: { title: "纸质件", paperPageCount: 2 } })).item;
  await putReadings(archive, [
    [pagesOf(item)[0]!, readingOf(firstLines)],
    [pagesOf(item)[1]!, readingOf(["第二页", "  ", "完"])],
    [pagesOf(restricted)[0]!, readingOf(secretLines)],
    [pagesOf(personal)[0]!, readingOf(["居民登记表"])],
  ]);
  await onStore(archive, ({ write }) =>
    write((db) => {
      db.run(
        `INSERT INTO page_mark (page_id, mark, value, is_settled) VALUES ('${pagesOf(personal)[0]}', 'personal', '', 0)`,
      );
    }),
  );
  item = await archive.engine.ask("item.read", { id: item.id });
});
afterAll(() => archive.remove());

let made = 0;
const freshTarget = async (): Promise<string> => {
  const into = join(archive.around, `双层${++made}`);
  await mkdir(into);
  return into;
};

describe("a double-layer PDF", () => {
  it("is named by its 档号 and gives back every line in order, 𠮷 among them", async () => {
    const into = await freshTarget();
    const done = await archive.engine.ask("double-layer.write", { itemIds: [item.id], format: "pdf", into });
    expect(done).toMatchObject({ fileCount: 1, writtenCount: 1, pageCount: 2, unreadPageCount: 0 });
    expect(await readdir(into)).toEqual([`${item.archivalCode}.pdf`]);
    const pages = await readWithPdfjs(await readFile(done.outcomes[0]!.paths[0]!));
    expect(pages.map(({ text }) => text)).toEqual([withoutBlanks(firstLines.join("")), "第二页完"]);
  });

  it("holds the stored picture byte for byte, and the same record gives the same bytes", async () => {
    const [one, two] = [await freshTarget(), await freshTarget()];
    for (const into of [one, two])
      await archive.engine.ask("double-layer.write", { itemIds: [item.id], format: "pdf", into });
    const [bytes, again] = await Promise.all(
      [one, two].map((into) => readFile(join(into, `${item.archivalCode}.pdf`))),
    );
    expect(bytes!.equals(again!)).toBe(true);
    const sources = await Promise.all(
      (await readdir(join(archive.around, "扫描"))).map((name) => readFile(join(archive.around, "扫描", name))),
    );
    const stored = sources.filter((source) => bytes!.includes(source.subarray(source.indexOf("ffdb", 0, "hex"))));
    expect(stored).toHaveLength(2);
  });

  it("says how many pages have no text, and leaves them so", async () => {
    const into = await freshTarget();
    const { outcomes } = await archive.engine.ask("double-layer.write", { itemIds: [unread.id], format: "pdf", into });
    expect(outcomes[0]).toMatchObject({ outcome: "written", pageCount: 1, unreadPageCount: 1 });
    const [page] = await readWithPdfjs(await readFile(outcomes[0]!.paths[0]!));
    expect(page?.text).toBe("");
  });

  it("leaves a text out that was read from another version of the page", async () => {
    await putReadings(archive, [[pagesOf(unread)[0]!, readingOf(["别的版本"])]], 7);
    const plan = await archive.engine.ask("double-layer.plan", { itemIds: [unread.id] });
    expect(plan).toMatchObject({ itemCount: 1, pageCount: 1, unreadPageCount: 1 });
  });

  it("of several items in one file has a bookmark for each", async () => {
    const into = await freshTarget();
    const done = await archive.engine.ask("double-layer.write", {
      ...{ itemIds: [item.id, unread.id, paper.id], format: "pdf", into, arrangement: "one", name: "合订/一" },
    });
    expect(done).toMatchObject({ fileCount: 1, writtenCount: 2, leftOutCount: 1, pageCount: 3 });
    expect(await readdir(into)).toEqual(["合订-一.pdf"]);
    const bytes = (await readFile(join(into, "合订-一.pdf"))).toString("latin1");
    const label = Buffer.from(`${item.archivalCode} ${item.title}`, "utf16le").swap16().toString("hex");
    expect(bytes).toContain(label);
    expect(bytes).toContain("/Count 2");
  });
});

describe("an OFD", () => {
  it("is one OFD-A document with its font and pictures inside and every line as text", async () => {
    const into = await freshTarget();
    const done = await archive.engine.ask("double-layer.write", { itemIds: [item.id], format: "ofd", into });
    const bytes = await readFile(done.outcomes[0]!.paths[0]!);
    const seen = await readOfd(bytes);
    expect(seen).toMatchObject({ title: item.title, isArchival: true });
    expect(seen.texts).toEqual([firstLines.join("\n"), "第二页\n完"]);
    const parts = await unpackOfd(bytes);
    expect([...parts.keys()]).toEqual(expect.arrayContaining(["OFD.xml", "Doc_0/Document.xml", "Doc_0/PublicRes.xml"]));
    expect([...parts.keys()].some((name) => /sign/i.test(name))).toBe(false);
    const image = parts.get("Doc_0/Res/Image_0.jpg")!;
    expect(seen.pictures[0]).toBe(createHash("sha256").update(image).digest("hex"));
    expect((await sharp(image).metadata()).width).toBe(420);
  });
});

describe("a page no PDF can carry as it is", () => {
  it("is painted anew: transparent, CMYK, interlaced", async () => {
    const base = sharp({ create: { width: 300, height: 420, channels: 3, background: "#c33" } });
    const files: readonly (readonly [string, Buffer])[] = [
      ["透明.png", await base.clone().ensureAlpha(0.5).png().toBuffer()],
      ["四色.jpg", await base.clone().toColourspace("cmyk").jpeg().toBuffer()],
      ["隔行.png", await base.clone().png({ progressive: true }).toBuffer()],
    ];
    const paths = await Promise.all(
      files.map(async ([name, bytes]) => {
        const path = join(archive.around, name);
        await writeFile(path, bytes);
        return path;
      }),
    );
    const { outcomes } = await archive.engine.ask("scan.accept", { paths });
    const pageIds = outcomes.flatMap((each) => each.pageIds);
    expect(pageIds).toHaveLength(3);
    const { item: odd } = await archive.engine.ask("item.make", { pageIds, fields: { title: "怪图" } });
    for (const format of ["pdf", "ofd"] as const) {
      const into = await freshTarget();
      const done = await archive.engine.ask("double-layer.write", { itemIds: [odd.id], format, into });
      expect(done).toMatchObject({ writtenCount: 1, pageCount: 3 });
    }
  });
});

describe("what may not leave", () => {
  it.each(["pdf", "ofd"] as const)(
    "a restricted item is refused as %s, alone and hidden among others",
    async (format) => {
      const into = await freshTarget();
      await expect(
        archive.engine.ask("double-layer.write", { itemIds: [restricted.id], format, into }),
      ).rejects.toMatchObject({ code: "double-layer-restricted" });
      for (const arrangement of ["each", "one"] as const) {
        const done = await archive.engine.ask("double-layer.write", {
          ...{ itemIds: [restricted.id, item.id, restricted.id], format, into, arrangement },
        });
        expect(done).toMatchObject({ writtenCount: 1, leftOutCount: 1 });
        expect(JSON.stringify(done)).not.toMatch(/张三|530102/);
        expect(done.outcomes[0]).toMatchObject({ title: "低保审批材料（户号0123）", code: "double-layer-restricted" });
        for (const name of await readdir(into)) await rm(join(into, name));
      }
    },
  );

  it("an item with a page that looks personal waits until somebody has judged it", async () => {
    const into = await freshTarget();
    await expect(
      archive.engine.ask("double-layer.write", { itemIds: [personal.id], format: "pdf", into }),
    ).rejects.toMatchObject({ code: "double-layer-unjudged" });
    expect(await readdir(into)).toEqual([]);
  });

  it("is counted before anything is written", async () => {
    const itemIds = [item, unread, restricted, personal, paper].map(({ id }) => id);
    expect(await archive.engine.ask("double-layer.plan", { itemIds })).toMatchObject({
      ...{ itemCount: 2, pageCount: 3, restrictedCount: 1, unjudgedCount: 1, pagelessCount: 1 },
    });
  });

  it("an item restricted while it is being written does not get its name", async () => {
    const draft = await anItem(archive, { title: "普通件", year: 2025 });
    await putReadings(archive, [[pagesOf(draft)[0]!, readingOf(["普通件"])]]);
    const into = await freshTarget();
    const writing = archive.engine.ask("double-layer.write", { itemIds: [draft.id], format: "pdf", into });
    await archive.engine.ask("item.describe", {
      id: draft.id,
      revision: draft.revision,
      fields: { access: "restricted", neutralTitle: "材料" },
    });
    await expect(writing).rejects.toMatchObject({ code: "double-layer-restricted" });
    expect(await readdir(into)).toEqual([]);
  });
});
