// What may not be searched is not in the index, whichever way it got where it is (personal-data P5, P6, P14).
import { sql } from "drizzle-orm";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import type { PageId } from "#contract/scan";
import { copyDatabase } from "#db/health";
import { withoutParty } from "#db/hide-party";
import { openDatabase } from "#db/open";
import { addPageMark } from "#db/page-mark";
import { dropPages, placePage, releasePages } from "#db/scan";
import { hasLeftovers, mergeLeftovers } from "#db/search-index";
import { splitContentKeys } from "#db/split-keys";
import { archivePaths } from "#engine/vault/archive-folder";
import { findItems } from "#engine/search/find-items";
import { findPages } from "#engine/search/find-pages";
import { markPage } from "#engine/search/mark-page";
import { showSearchState } from "#engine/search/show-state";
import { readArchive, type ReadArchive } from "#test/support/read-archive";

let store: ReadArchive;
beforeAll(async () => {
  store = await readArchive();
});
afterAll(() => store.remove());

/** What the index itself and the words beside it hold, past every condition of a question. */
const indexed = (character: string): number[] =>
  store.archive.connection.raw
    .prepare(
      `SELECT rowid FROM page_ft WHERE page_ft MATCH '"' || $it || '"'
       UNION ALL SELECT seq FROM page_folded WHERE instr(words, $it) > 0`,
    )
    .pluck()
    .all({ it: character }) as number[];
const mark = (words: string, pageId: PageId) =>
  markPage(store.archive.connection.read, { pageId, words, likeness: "exact" }, store.desk);

describe("the text of a page of a restricted item", () => {
  it("is never indexed, goes when the item is closed, and comes back when it is opened", async () => {
    const item = store.addItem("低保审批材料", { access: "restricted" });
    const page = store.addPage(["申请人甲鼐"], item);
    expect(indexed("鼐")).toEqual([]);
    store.setAccess(item, "internal");
    await store.settle();
    expect(store.pages("鼐")).toEqual([page]);
    expect(mark("鼐", page).places).toHaveLength(1);
    store.setAccess(item, "restricted");
    expect(indexed("鼐")).toEqual([]);
    expect(store.pages("鼐")).toEqual([]);
    expect(mark("鼐", page).places).toEqual([]);
    await store.settle();
    expect(indexed("鼐")).toEqual([]);
  });

  it("goes with the page into the item, and is not there while a page noticed as personal waits in the tray", async () => {
    const closed = store.addItem("名册", { access: "restricted" });
    const page = store.addPage(["花名鼏"]);
    const { connection } = store.archive;
    expect(store.pages("鼏")).toEqual([page]);
    connection.write((db) => placePage(db, page, closed, 1, 9));
    expect(indexed("鼏")).toEqual([]);
    connection.write((db) => releasePages(db, closed));
    await store.settle();
    expect(store.pages("鼏")).toEqual([page]);
    connection.write((db) => addPageMark(db, page, "personal", "名册"));
    expect(indexed("鼏")).toEqual([]);
    expect(showSearchState(connection.read).personalPages).toBe(1);
    connection.write((db) => db.run(sql`UPDATE page_mark SET is_settled = 1 WHERE page_id = ${page}`));
    await store.settle();
    expect(store.pages("鼏")).toEqual([page]);
  });

  it("a page set aside or dropped is found no more, and its number means another page afterwards", async () => {
    const page = store.addPage(["空白鼑"]);
    const { connection } = store.archive;
    connection.write((db) => db.run(sql`UPDATE page SET set_aside = 'blank' WHERE id = ${page}`));
    expect(indexed("鼑")).toEqual([]);
    connection.write((db) => db.run(sql`UPDATE page SET set_aside = '' WHERE id = ${page}`));
    await store.settle();
    expect(store.pages("鼑")).toEqual([page]);
    connection.write((db) => dropPages(db, [page]));
    expect(indexed("鼑")).toEqual([]);
    const next = store.addPage(["别的鼒"]);
    expect(store.pages("鼑")).toEqual([]);
    expect(store.pages("鼒")).toEqual([next]);
  });

  it("is written over in the index itself, not only out of reach of questions", () => {
    const { connection } = store.archive;
    const holds = (character: string): boolean =>
      connection.raw
        .prepare("SELECT count(*) FROM page_ft_data WHERE instr(block, ?) > 0")
        .pluck()
        .get(Buffer.from(character)) !== 0;
    const item = store.addItem("调查笔录");
    const page = store.addPage(["证人齁鼾鼽"], item);
    for (let at = 0; at < 20; at++) store.addPage([`别的页 ${at}`]);
    expect(holds("鼾")).toBe(true);
    store.setAccess(item, "restricted");
    expect(hasLeftovers(connection.read)).toBe(true);
    let isFirst = true;
    while (!connection.write((db) => mergeLeftovers(db, isFirst))) isFirst = false;
    expect(holds("鼾")).toBe(false);
    expect(hasLeftovers(connection.read)).toBe(false);
    expect(store.pages("别的页").length).toBe(20);
    expect(store.pages("鼾")).toEqual([]);
    connection.write((db) => dropPages(db, [page]));
    expect(hasLeftovers(connection.read)).toBe(true);
  });

  it("a text whose key was dropped is not found though the index still names it", () => {
    const page = store.addPage(["销毁鼓"]);
    expect(store.pages("鼓")).toEqual([page]);
    store.archive.connection.write((db) =>
      db.run(sql`DELETE FROM content_key WHERE id IN (SELECT file_id FROM page_version WHERE page_id = ${page})`),
    );
    expect(store.pages("鼓")).toEqual([]);
  });
});

describe("an index of 党务", () => {
  it("hides items, their pinyin and their pages from somebody without the right", async () => {
    const { connection, archiveKey, folder } = store.archive;
    const matterId = connection.raw.prepare("SELECT id FROM matter WHERE is_party = 1").pluck().get() as never;
    const item = store.addItem("支部鼔会", { matterId });
    const page = store.addPage(["发展对象鼕"], item);
    await store.settle();
    expect(store.pages("鼕")).toEqual([page]);
    expect(store.items("支部鼔")).toHaveLength(1);
    const seeing = withoutParty(
      openDatabase(archivePaths(folder).database, archiveKey),
      archivePaths(folder).database,
      archiveKey,
    );
    const desk = { ...store.desk, archive: { ...store.archive, connection: seeing } };
    const pages = (words: string) =>
      findPages(seeing.read, contract["search.find-pages"].input.parse({ words }), desk).hits;
    const items = (words: string, likeness = "exact") =>
      findItems(seeing.read, contract["search.find"].input.parse({ words, likeness })).rows;
    expect([pages("鼕"), items("支部鼔"), items("zhibu", "sound")]).toEqual([[], [], []]);
    expect(store.items("zhibu", { likeness: "sound" })).toHaveLength(1);
    expect(() => markPage(seeing.read, { pageId: page, words: "鼕", likeness: "exact" }, desk)).toThrow(
      "page-not-found",
    );
    for (const index of ["item_ft", "item_pinyin_ft", "page_ft"])
      expect(
        seeing.read
          .select({ seq: sql<number>`rowid` })
          .from(sql.raw(index))
          .where(sql`${sql.raw(index)} MATCH '"支" OR "zhi" OR "·zhi" OR "鼕"'`)
          .all(),
        index,
      ).toEqual([]);
    seeing.close();
  });
});

describe("a backup", () => {
  it("holds no index of pages, and an archive restored from it makes one", () => {
    const page = store.addPage(["备份鼖"]);
    expect(store.pages("鼖")).toEqual([page]);
    const { connection, archiveKey, folder } = store.archive;
    const copy = join(folder, "..", "copy.db");
    copyDatabase(connection.raw, copy);
    splitContentKeys(copy, join(folder, "..", "keys.db"), archiveKey);
    const opened = openDatabase(copy, archiveKey);
    expect(opened.raw.prepare(`SELECT count(*) FROM page_ft WHERE page_ft MATCH '"鼖"'`).pluck().get()).toBe(0);
    expect(opened.raw.prepare("SELECT count(*) FROM page_folded").pluck().get()).toBe(0);
    expect(opened.raw.prepare("SELECT count(*) FROM page_due").pluck().get()).toBe(
      opened.raw.prepare("SELECT count(*) FROM reading_text").pluck().get(),
    );
    opened.close();
  });
});

describe("words that were searched", () => {
  it("are in no table of the archive afterwards", () => {
    const secret = "查找词鼗鼘";
    for (const likeness of ["exact", "near", "sound"] as const) store.items(secret, { likeness });
    store.pages(secret);
    const { raw } = store.archive.connection;
    const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    for (const table of tables)
      for (const row of raw.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
        for (const value of row)
          expect(Buffer.isBuffer(value) ? value.includes("鼗鼘") : String(value).includes("鼗鼘"), table).toBe(false);
  });
});
