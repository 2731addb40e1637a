// The index as a thing that is kept: made anew in the background, small after much change, searched meanwhile.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { contract } from "#contract/contract";
import { indexPageText } from "#db/page-words";
import { hasOldIndex, removeOldIndex } from "#db/old-index";
import { pageGrams } from "#db/page-grams";
import { rarestPieces } from "#db/rare-pieces";
import { countDue, emptySearchIndex, hasLeftovers, isIndexOutdated, mergeLeftovers } from "#db/search-index";
import { queryOf, readSearchWords } from "#db/search-words";
import { indexDue } from "#engine/search/index-due";
import { paceOf } from "#engine/search/keep-index";
import { askedPiece, rebuildIndex } from "#engine/search/rebuild-index";
import { tallyHits } from "#engine/search/tally-hits";
import { freshArchive } from "#test/support/archive";
import { readArchive, type ReadArchive } from "#test/support/read-archive";
import { pageLines } from "#tools/bench/office-words";
import { seededNumbers } from "#tools/bench/seeded";

const edits = Number(process.env["LINDANG_SEARCH_EDITS"] ?? 400);
const pages = 280;
let store: ReadArchive;
beforeAll(async () => {
  store = await readArchive();
  const item = store.addItem("公告", { year: 2024 });
  for (let at = 1; at <= pages; at++) store.addPage(pageLines(at), item);
}, 600_000);
afterAll(() => store.remove());

const bytes = (): number =>
  store.archive.connection.raw
    .prepare("SELECT coalesce(sum(length(block)), 0) FROM page_ft_data")
    .pluck()
    .get() as number;
const house = {} as Parameters<typeof rebuildIndex>[0];
const job = { id: "t", signal: new AbortController().signal, progress: () => undefined };

describe("the index", () => {
  it(`is at most half as large again as one made anew, after ${edits} edits (T09)`, async () => {
    const pick = seededNumbers(99);
    const { connection } = store.archive;
    const seqs = connection.raw.prepare("SELECT seq FROM page ORDER BY seq").pluck().all() as number[];
    for (let edit = 0; edit < edits; edit++)
      connection.write((db) => indexPageText(db, seqs[pick(seqs.length)]!, pageLines(1000 + edit).join("\n")));
    // What stands there at last, made anew.
    const changed = bytes();
    connection.raw.exec("INSERT INTO page_ft (page_ft) VALUES ('optimize')");
    const whole = bytes();
    console.log(`after ${edits} edits: ${changed} bytes, made anew: ${whole}, ${(changed / whole).toFixed(2)} times`);
    expect(changed).toBeLessThanOrEqual(1.5 * whole);
    await rebuildIndex(house, store.archive, {}, job);
  }, 3_600_000);

  it("says what it does not hold yet, and answers meanwhile", async () => {
    const asked = "社区";
    const before = store.pages(asked);
    expect(before.length).toBeGreaterThan(0);
    const { connection } = store.archive;
    connection.write((db) => db.run(sql`UPDATE search_index SET version = 0`));
    expect(isIndexOutdated(connection.read)).toBe(true);
    // Of another making: nothing it holds is said to be reached.
    expect(countDue(connection.read)).toEqual({ items: 1, pages });
    const stopped = new AbortController();
    const progress: number[] = [];
    const broken = rebuildIndex(
      house,
      store.archive,
      {},
      {
        ...job,
        signal: stopped.signal,
        progress: (_phase, done) => {
          progress.push(done);
          stopped.abort();
        },
      },
    );
    await expect(broken).rejects.toMatchObject({ code: "task-cancelled" });
    expect(progress).toHaveLength(1);
    const due = countDue(connection.read);
    expect(due.pages).toBe(pages - askedPiece.pages);
    const meanwhile = store.pages(asked);
    expect(meanwhile.length).toBeGreaterThan(0);
    expect(before).toEqual(expect.arrayContaining(meanwhile));
    await store.settle();
    expect(countDue(connection.read)).toEqual({ items: 0, pages: 0 });
    expect(store.pages(asked)).toEqual(before);
    expect(isIndexOutdated(connection.read)).toBe(false);
  });

  it("that is given up stands aside, reached by nobody, until it is removed in pieces; triggers and words are the new one's", async () => {
    const { connection } = store.archive;
    const before = store.pages("社区");
    while (!removeOldIndex(connection));
    emptySearchIndex(connection);
    expect(hasOldIndex(connection.read)).toBe(true);
    expect(store.pages("社区")).toEqual([]);
    // A page taken out of an item leaves the new index, not the old one.
    const tables = connection.raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all().join();
    expect(tables).toContain("page_ft");
    expect(tables).not.toContain("old_page_ft");
    let pieces = 0;
    while (!removeOldIndex(connection)) {
      pieces++;
      expect(connection.raw.pragma("integrity_check", { simple: true })).toBe("ok");
    }
    expect(pieces).toBeGreaterThan(2);
    expect(connection.raw.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'old%'").all()).toEqual([]);
    // The tables an index keeps for itself are guarded again.
    expect(() => connection.raw.exec("DELETE FROM page_ft_data")).toThrow(/may not be modified/);
    await store.settle();
    expect(store.pages("社区")).toEqual(before);
  });

  it("is written over into one part after it was made anew, a piece at a time, and finds what it found", async () => {
    const { connection } = store.archive;
    const asked = ["社区", "居民代表会议", "2019年3月"];
    await rebuildIndex(house, store.archive, {}, job);
    const before = asked.map((words) => store.pages(words));
    const parts = () => connection.raw.prepare("SELECT count(DISTINCT segid) FROM page_ft_idx").pluck().get() as number;
    expect(parts()).toBeGreaterThan(1);
    expect(hasLeftovers(connection.read)).toBe(true);
    let pieces = 0;
    for (let isFirst = true; hasLeftovers(connection.read); isFirst = false) {
      connection.write((db) => mergeLeftovers(db, isFirst, 20));
      pieces++;
      // Half joined it answers as before.
      if (pieces === 3) expect(asked.map((words) => store.pages(words))).toEqual(before);
    }
    expect(pieces).toBeGreaterThan(3);
    expect(parts()).toBe(1);
    expect(asked.map((words) => store.pages(words))).toEqual(before);
  });

  it("is asked for the pieces that fewest pages have, and for no shape that none can have", () => {
    const { read } = store.archive.connection;
    const piecesOf = rarestPieces(read);
    expect(piecesOf("社区居民委员会")).toHaveLength(3);
    expect(piecesOf("社区居民委员会龘龘")).toBeNull();
    expect(piecesOf("社区")).toEqual(["社区"]);
    const shapes = readSearchWords("2019年3月");
    expect(shapes[0]!.length).toBeGreaterThan(3);
    const query = queryOf(shapes, { ...pageGrams, piecesOf }) ?? "";
    expect(query.split(" OR ").length).toBeLessThan(shapes[0]!.length);
    expect(queryOf(readSearchWords("龘䶮龘龘䶮"), { ...pageGrams, piecesOf })).toBeNull();
    expect(store.pages("龘䶮龘龘䶮")).toEqual([]);
  });

  it("counts totals and facets piece by piece, the same as the list", () => {
    for (const words of ["社区", "社", "居民委员会", "的"]) {
      let count = 0;
      let years = 0;
      let from: number | null = null;
      do {
        const input = contract["search.tally"].input.parse({ kind: "page", words, from });
        const piece: ReturnType<typeof tallyHits> = tallyHits(store.archive.connection.read, input);
        count += piece.count;
        years += piece.years.find(({ key }) => key === "2024")?.count ?? 0;
        from = piece.next;
      } while (from !== null);
      expect([count, years], words).toEqual([store.pages(words).length, count]);
    }
  });
});

describe("an archive at the desk", () => {
  it("is indexed in small steps with longer rests while somebody asks", () => {
    let now = 5000;
    const clock = { ...store.desk.clock, monotonicMs: () => now };
    const brisk = paceOf({ clock });
    const gentle = paceOf({ clock, lastAskedMs: 4900 });
    expect(gentle.piece.pages).toBeLessThan(brisk.piece.pages / 10);
    expect(gentle.piece.items).toBeLessThanOrEqual(brisk.piece.items / 10);
    expect(gentle.pauseMs).toBeGreaterThan(brisk.pauseMs);
    now += 1000;
    expect(paceOf({ clock, lastAskedMs: 4900 })).toEqual(brisk);
    const { connection } = store.archive;
    while (!removeOldIndex(connection));
    emptySearchIndex(connection);
    const { pages: before } = countDue(connection.read);
    expect(before).toBe(pages);
    indexDue(store.archive, store.desk.sayReadings, gentle.piece);
    expect(countDue(connection.read).pages).toBe(pages - gentle.piece.pages);
  });

  it("has its items found by pinyin a moment after they were entered, without anybody asking for it", async () => {
    const archive = await freshArchive();
    await archive.engine.ask("item.make", { pageIds: [], fields: { title: "物业服务协议", paperPageCount: 1 } });
    const total = async () => (await archive.engine.ask("search.find", { words: "wuye", likeness: "sound" })).total;
    await expect.poll(total, { timeout: 5000 }).toBe(1);
    const { items } = await archive.engine.ask("search.rebuild", {});
    expect(items).toBe(1);
    expect(await total()).toBe(1);
    expect(archive.faults).toEqual([]);
    await archive.remove();
  });
});
