import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Item } from "#contract/item";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { anItem, aPagePicture, fileYear, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(() => archive.remove());

const arrangement = (item: Item) =>
  item.parts.map(({ kind, title, pages }) => ({ kind, title, pageIds: pages.map((page) => page.id) }));
const describeIt = (item: Item, fields: object, securityMark?: string) =>
  archive.engine.ask("item.describe", {
    id: item.id,
    revision: item.revision,
    fields,
    ...(securityMark !== undefined && { securityMark }),
  });
const sealedFiles = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;

describe("an item", () => {
  it("keeps its pages in order, in parts, and counts them", async () => {
    const [first, second, third] = await somePages(archive, 3);
    const { item } = await archive.engine.ask("item.make", { pageIds: [second!, first!] });
    expect(arrangement(item)).toEqual([{ kind: "正文", title: "", pageIds: [second, first] }]);
    const arranged = await archive.engine.ask("item.arrange", {
      id: item.id,
      revision: item.revision,
      parts: [
        { kind: "正文", pageIds: [first!] },
        { kind: "附件", title: "名单", pageIds: [third!, second!] },
      ],
    });
    expect(arrangement(arranged)[1]).toEqual({ kind: "附件", title: "名单", pageIds: [third, second] });
    expect(arranged).toMatchObject({ imageCount: 3, pageCount: 3, firstPageId: first });
  });

  it("refuses pages of another item, pages twice, and pages nobody knows", async () => {
    const other = await anItem(archive);
    const taken = other.parts[0]!.pages[0]!.id;
    const [free] = await somePages(archive, 1);
    const make = (pageIds: string[]) => archive.engine.ask("item.make", { pageIds: pageIds as (typeof taken)[] });
    await expect(make([taken])).rejects.toMatchObject({ code: "page-in-use" });
    await expect(make([free!, free!])).rejects.toMatchObject({ code: "page-in-use" });
    await expect(make([free!, "nobody"])).rejects.toMatchObject({ code: "page-not-found" });
    await expect(make([])).rejects.toMatchObject({ code: "item-without-pages" });
  });

  it("may be paper alone when its pages were counted by hand", async () => {
    const { item } = await archive.engine.ask("item.make", {
      pageIds: [],
      fields: { paperPageCount: 7, title: "纸质图册" },
    });
    expect(item).toMatchObject({ pageCount: 7, imageCount: 0 });
  });

  it("carries class values forward from the one before, but no title or number", async () => {
    const before = await anItem(archive, { retention: "D30" });
    const { item } = await archive.engine.ask("item.make", { pageIds: await somePages(archive) });
    expect(item).toMatchObject({
      year: 2024,
      retention: "D30",
      matterId: before.matterId,
      title: "",
      documentNumber: "",
    });
  });

  it("warns of the same 文号 and 责任者 without refusing", async () => {
    const item = await anItem(archive, { documentNumber: "街发〔2024〕9号", creator: "某街道办事处" });
    const again = await anItem(archive, { documentNumber: "", creator: "某街道办事处" });
    const { warnings } = await describeIt(again, { documentNumber: "街发〔2024〕9号" });
    expect(warnings).toEqual([expect.objectContaining({ code: "same-document-number", itemId: item.id })]);
    const asked = await archive.engine.ask("item.same-number", {
      documentNumber: "街发〔2024〕9号",
      creator: "某街道办事处",
      except: item.id,
    });
    expect(asked.map((row) => row.id)).toEqual([again.id]);
  });

  it("warns of numbers of persons and refused subjects in title or remark", async () => {
    const item = await anItem(archive, { documentNumber: "" });
    for (const title of ["11010519491231002X 的申请", "联系电话 138 0013 8000", "居民思想动态情况"]) {
      const fresh = await archive.engine.ask("item.read", { id: item.id });
      expect((await describeIt(fresh, { title })).warnings.map((each) => each.code)).toContain("personal-words");
    }
    const fresh = await archive.engine.ask("item.read", { id: item.id });
    expect((await describeIt(fresh, { title: "2024年第3号会议记录（20240305）" })).warnings).toEqual([]);
  });

  it("refuses a change on an older state, keeping the newer one", async () => {
    const item = await anItem(archive, { documentNumber: "" });
    await describeIt(item, { title: "甲" });
    await expect(describeIt(item, { title: "乙" })).rejects.toMatchObject({ code: "item-changed-meanwhile" });
    expect((await archive.engine.ask("item.read", { id: item.id })).title).toBe("甲");
  });

  it("refuses a date no calendar has, and 密级 that is neither blank nor 内部", async () => {
    const item = await anItem(archive, { documentNumber: "" });
    await expect(describeIt(item, { documentDate: "2023-02-29" })).rejects.toMatchObject({ code: "input-invalid" });
    await expect(describeIt(item, {}, "商密")).rejects.toMatchObject({ code: "input-invalid" });
    expect((await describeIt(item, {}, " 内部 ")).item.securityLevel).toBe("内部");
  });

  it("goes back to the tray and comes again by undo, parts and description too", async () => {
    const item = await anItem(archive, { title: "会撤销的一件", documentNumber: "" }, 2);
    await archive.engine.ask("item.dissolve", { id: item.id, revision: item.revision });
    const next = await archive.engine.ask("undo.next", {});
    expect(next).toMatchObject({ action: "item.dissolve" });
    await archive.engine.ask("undo.apply", { sequence: next!.sequence });
    const { rows } = await archive.engine.ask("item.list", { filter: { words: "会撤销的一件" } });
    const back = await archive.engine.ask("item.read", { id: rows[0]!.id });
    expect(arrangement(back)).toEqual(arrangement(item));
    expect(back).toMatchObject({ title: "会撤销的一件", retention: "Y", creator: item.creator });
  });

  it("undoes a description step by step, newest first, and says when it cannot", async () => {
    const item = await anItem(archive, { title: "一", documentNumber: "" });
    const second = (await describeIt(item, { title: "二" })).item;
    await describeIt(second, { title: "三" });
    const undo = async () =>
      archive.engine.ask("undo.apply", { sequence: (await archive.engine.ask("undo.next", {}))!.sequence });
    await undo();
    expect((await archive.engine.ask("item.read", { id: item.id })).title).toBe("二");
    await expect(undo()).rejects.toMatchObject({ code: "undo-stale" });
    await expect(archive.engine.ask("undo.apply", { sequence: 1 })).rejects.toMatchObject({ code: "undo-stale" });
  });

  it("is not changed once it is filed", async () => {
    const own = await freshArchive();
    const item = await anItem(own);
    await fileYear(own);
    const filed = await own.engine.ask("item.read", { id: item.id });
    const refused = { code: "item-filed" };
    await expect(
      own.engine.ask("item.describe", { id: item.id, revision: filed.revision, fields: { title: "x" } }),
    ).rejects.toMatchObject(refused);
    await expect(
      own.engine.ask("item.arrange", { id: item.id, revision: filed.revision, parts: [] }),
    ).rejects.toMatchObject(refused);
    await expect(own.engine.ask("item.dissolve", { id: item.id, revision: filed.revision })).rejects.toMatchObject(
      refused,
    );
    // What was described before filing has no way back any more; the filing itself has, until the year is closed.
    expect(await own.engine.ask("undo.next", {})).toMatchObject({ action: "filing.commit" });
    await own.remove();
  });
});

describe("a state secret", () => {
  it.each(["机密", "绝密★30年", "秘 密", "ｊ机密", "〔機〕机　密"])(
    "typed as %s while describing takes everything of the item with it",
    async (mark) => {
      const item = await anItem(archive, { title: "不该留下的题名", documentNumber: "" }, 2);
      const kept = await sealedFiles();
      const pages = item.parts.flatMap((part) => part.pages.map((page) => page.id));
      await expect(describeIt(item, {}, mark)).rejects.toMatchObject({ code: "state-secret" });
      await expect(archive.engine.ask("item.read", { id: item.id })).rejects.toMatchObject({ code: "item-not-found" });
      expect((await archive.engine.ask("item.list", { filter: { words: "不该留下的题名" } })).total).toBe(0);
      expect(await sealedFiles()).toBe(kept - 2);
      for (const id of pages) {
        const reply = await archive.engine.reply({
          id: "p",
          seat: "shell",
          name: "page.open",
          input: { id, variant: "image" },
        });
        expect(reply).toMatchObject({ ok: false, refusal: { code: "page-not-found" } });
      }
      const { entries } = await archive.engine.ask("journal.list", { limit: 1 });
      expect(entries[0]).toMatchObject({ action: "item.describe", objectId: "", reasonCode: "state-secret" });
      const undo = await archive.engine.ask("undo.next", {});
      expect(JSON.stringify(undo)).not.toContain(item.id);
    },
  );

  it("typed when the item is made drops its pages from the tray too", async () => {
    const pageIds = await somePages(archive, 2);
    const kept = await sealedFiles();
    await expect(archive.engine.ask("item.make", { pageIds, securityMark: "秘密" })).rejects.toMatchObject({
      code: "state-secret",
    });
    expect(await sealedFiles()).toBe(kept - 2);
    const { pages } = await archive.engine.ask("scan.tray", {});
    expect(pages.filter((page) => pageIds.includes(page.id))).toEqual([]);
  });

  it("typed with pages of another item takes nothing from that item", async () => {
    const other = await anItem(archive, { documentNumber: "" });
    const pageIds = other.parts[0]!.pages.map((page) => page.id);
    const kept = await sealedFiles();
    await expect(archive.engine.ask("item.make", { pageIds, securityMark: "秘密" })).rejects.toMatchObject({
      code: "page-in-use",
    });
    expect(await sealedFiles()).toBe(kept);
    expect(await archive.engine.ask("item.read", { id: other.id })).toEqual(other);
  });

  it("takes the received file too when only some of its pages were in the item; the others stay to be seen", async () => {
    const tiff = join(archive.around, "三页含密.tif");
    const frames = await Promise.all([1, 2, 3].map(() => aPagePicture()));
    await writeFile(
      tiff,
      await sharp(frames, { join: { animated: true } })
        .tiff({ compression: "lzw" })
        .toBuffer(),
    );
    const kept = await sealedFiles();
    const { outcomes } = await archive.engine.ask("scan.accept", { paths: [tiff] });
    const [first, second, third] = outcomes.flatMap((each) => each.pageIds);
    expect(await sealedFiles()).toBe(kept + 4);
    await expect(archive.engine.ask("item.make", { pageIds: [second!], securityMark: "机密" })).rejects.toMatchObject({
      code: "state-secret",
    });
    // Left are the pictures of the two other pages: neither the page nor the file it came in.
    expect(await sealedFiles()).toBe(kept + 2);
    for (const id of [first!, third!]) {
      const reply = await archive.engine.reply({
        id: "p",
        seat: "shell",
        name: "page.open",
        input: { id, variant: "image" },
      });
      expect(reply.ok).toBe(true);
    }
  });

  it("typed at intake is not even read", async () => {
    const { outcomes } = await archive.engine.ask("scan.accept", {
      paths: ["/nowhere/机密文件.jpg"],
      securityMark: "机密",
    });
    expect(outcomes).toMatchObject([{ outcome: "reject", code: "state-secret", pageIds: [] }]);
  });
});

describe("a restricted item", () => {
  it("is found by title or 档号 only, lends no value and shows a neutral title in the catalogue", async () => {
    const own = await freshArchive();
    await anItem(own, {
      title: "低保审批材料",
      creator: "独一无二的责任者",
      documentNumber: "密件字1号",
      access: "restricted",
      neutralTitle: "救助审批材料（户号0123）",
      documentDate: archivalDate.parse("2024-05"),
    });
    await anItem(own, { title: "公开的一件", documentNumber: "" });
    const found = async (words: string) => (await own.engine.ask("search.find", { words })).rows.length;
    expect(await found("低保审批")).toBe(1);
    expect(await found("独一无二的责任者")).toBe(0);
    expect(await found("密件字1号")).toBe(0);
    expect((await own.engine.ask("search.find", { words: "一件" })).restrictedCount).toBe(1);
    expect(await own.engine.ask("item.suggest", { field: "creator", beginning: "独" })).toEqual([]);
    await fileYear(own);
    expect(await found("WS·2024-Y-ZZ")).toBe(2);
    const { rows } = await own.engine.ask("catalogue.show", { scope: { fondsId: own.fondsId, year: 2024 } });
    expect(rows.map((row) => [row.title, row.documentNumber])).toContainEqual(["救助审批材料（户号0123）", ""]);
    expect(JSON.stringify(rows)).not.toContain("低保");
    const preview = await own.engine.ask("package.preview", { fondsId: own.fondsId, year: 2024 });
    expect(preview).toMatchObject({ itemCount: 1, restrictedCount: 1 });
    await own.remove();
  });
});

describe("an item of paper alone", () => {
  it("is filed and listed, and left out of a package by number", async () => {
    const own = await freshArchive();
    await anItem(own, {});
    const matters = await own.engine.ask("matter.list", {});
    const paper = {
      title: "纸质图册",
      creator: "社区",
      documentDate: archivalDate.parse("2024"),
      year: 2024,
      retention: "Y",
      paperPageCount: 12,
    } as const;
    await own.engine.ask("item.make", {
      pageIds: [],
      fields: { ...paper, matterId: matters.find((each) => each.code === "ZZ")!.id },
    });
    expect(await fileYear(own)).toBe(2);
    const scope = { fondsId: own.fondsId, year: 2024 };
    expect((await own.engine.ask("catalogue.show", { scope })).proof).toMatchObject({ rowCount: 2, pageSum: 13 });
    expect(await own.engine.ask("package.preview", scope)).toMatchObject({ itemCount: 1, paperCount: 1 });
    expect(await own.engine.ask("package.write", { ...scope, into: own.around })).toMatchObject({
      paperCount: 1,
      report: { verdict: "valid" },
    });
    await own.remove();
  });
});
