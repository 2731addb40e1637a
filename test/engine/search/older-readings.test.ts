// An archive of schema 16, whose readings were sealed in one piece, climbs: nothing that was read is lost, all of it is found.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { pageId, scanId, type PageId } from "#contract/scan";
import { dropContentKeys, makeSubKeys, putContentKey } from "#db/keys";
import { migrate } from "#db/migrate";
import { openDatabase } from "#db/open";
import { dropReadingText } from "#db/reading";
import { addScan } from "#db/scan";
import { countDue, emptySearchIndex, hasDue } from "#db/search-index";
import { addVaultFile } from "#db/vault-file";
import { systemClock } from "#engine/clock";
import type { Desk } from "#engine/desk";
import { randomId } from "#engine/id";
import { findPages } from "#engine/search/find-pages";
import { indexDue } from "#engine/search/index-due";
import { loadReadings, sayReadings } from "#engine/search/say-readings";
import { sealTexts } from "#engine/search/seal-texts";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading, sealReading } from "#engine/vault/seal-reading";

let folder = "";
let archive: OpenArchive;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lindang-older-"));
  const connection = openDatabase(join(folder, "archive.db"), randomBytes(32), { mayCreate: true });
  migrate(connection.raw, 16);
  const keys = connection.write(makeSubKeys);
  archive = { connection, keys, folder } as OpenArchive;
  for (const [at, text] of texts.entries()) addPageOf16(at + 1, text);
  migrate(connection.raw);
  // As the work in the background does with an index of another making.
  expect(countDue(connection.read).pages).toBe(texts.length);
  emptySearchIndex(connection);
  const readingsOf = await loadReadings();
  while (hasDue(connection.read)) indexDue(archive, readingsOf);
});
afterEach(async () => {
  archive.connection.close();
  await rm(folder, { recursive: true, force: true });
});

const texts = ["居民代表会议纪要", "消防检查记录", "居民代表会议通知"];
const idOf = (number: number): PageId => pageId.parse(`page-${number}`);

function addPageOf16(number: number, text: string): void {
  const { connection, keys } = archive;
  const id = idOf(number);
  const fileId = `file-${number}`;
  connection.write((db) => {
    addVaultFile(db, {
      ...{ id: fileId, cipherSha256: "", cipherSize: 1, plainSize: 1, plainSha256: fileId, plainSm3: "" },
    });
    putContentKey(db, keys, fileId, "file", randomBytes(32));
    const scan = {
      ...{
        id: scanId.parse(`scan-${number}`),
        sourceName: "a.jpg",
        mediaType: "image/jpeg",
        pageCount: 1,
        fileId: null,
      },
      ...{ sourceModifiedAt: "", enteredAt: "2024-05-05T08:00:00Z", warning: "" },
    };
    const version = {
      ...({ kind: "original", madeBy: "", fileId, mediaType: "image/jpeg", width: 1000, height: 1400 } as const),
      ...({ dpi: 200, colourMode: "grey" } as const),
    };
    addScan(db, scan, [{ id, version }]);
    const corners: [[number, number], [number, number], [number, number], [number, number]] = [
      ...([[0, 0] as [number, number], [9, 0] as [number, number]] as const),
      ...([[9, 9] as [number, number], [0, 9] as [number, number]] as const),
    ];
    const lines = [text.slice(0, 4), text.slice(4)].map((each) => ({
      ...{ text: each, corners, confidences: [...each].map(() => 0.9) },
    }));
    const sealed = sealReading(db, archive, id, {
      ...{ engine: "old", width: 1000, height: 1400, turned: 0, slant: 0, seconds: 1, lines },
    });
    connection.raw.prepare("INSERT INTO reading_text (page_id, sealed) VALUES (?, ?)").run(id, sealed!.reading);
    connection.raw.prepare("UPDATE reading SET state = 'read', version_number = 1 WHERE page_id = ?").run(id);
  });
}

const desk = (): Desk => ({ archive, clock: systemClock, makeId: randomId, sayReadings });
/** All that is found: a look may end early on a busy machine and says where to go on. */
function find(words: string, from: number | null = null): PageId[] {
  const input = contract["search.find-pages"].input.parse({ words, from });
  const { hits, next } = findPages(archive.connection.read, input, desk());
  return [...hits.map((hit) => hit.pageId), ...(next === null ? [] : find(words, next))];
}
const rows = (): unknown[] =>
  archive.connection.raw.prepare("SELECT seq, sealed IS NULL AS waits FROM page_text ORDER BY seq").all();

describe("readings of before words were sealed apart", () => {
  it("are found by words longer than the index holds, before and after the work in the background as before", () => {
    expect(rows()).toEqual([1, 2, 3].map((seq) => ({ seq, waits: 1 })));
    expect(find("居民代表会议")).toEqual([idOf(3), idOf(1)]);
    const before = texts.map((_, at) => openReading(archive.connection.read, archive, idOf(at + 1)));
    expect(sealTexts(archive)).toBe(3);
    expect(sealTexts(archive)).toBe(0);
    expect(rows()).toEqual([1, 2, 3].map((seq) => ({ seq, waits: 0 })));
    expect(find("居民代表会议")).toEqual([idOf(3), idOf(1)]);
    expect(find("消防检查记录")).toEqual([idOf(2)]);
    expect(texts.map((_, at) => openReading(archive.connection.read, archive, idOf(at + 1)))).toEqual(before);
    // What is opened now are the words: the reading with its places is not needed to find them.
    archive.connection.raw.exec("UPDATE reading_text SET sealed = x'00'");
    expect(find("居民代表会议")).toEqual([idOf(3), idOf(1)]);
  });

  it("that are damaged keep nobody else out and stay where they are", () => {
    archive.connection.raw.exec(
      "UPDATE reading_text SET sealed = CAST(x'0102' || substr(sealed, 3) AS BLOB) WHERE page_id = 'page-1'",
    );
    const damaged = () =>
      archive.connection.raw.prepare("SELECT length(sealed) FROM reading_text WHERE page_id = 'page-1'").pluck().get();
    const length = damaged();
    expect(find("居民代表会议")).toEqual([idOf(3)]);
    expect(sealTexts(archive)).toBe(3);
    expect(sealTexts(archive)).toBe(0);
    expect(find("居民代表会议")).toEqual([idOf(3)]);
    expect(damaged()).toBe(length);
  });

  it("are gone with their key, and with the page's text", () => {
    const { connection } = archive;
    connection.write((db) => dropContentKeys(db, ["file-1"]));
    expect(find("居民代表会议")).toEqual([idOf(3)]);
    sealTexts(archive);
    expect(rows()).toEqual([2, 3].map((seq) => ({ seq, waits: 0 })));
    connection.write((db) => dropReadingText(db, idOf(3)));
    expect(rows()).toEqual([{ seq: 2, waits: 0 }]);
    expect(find("居民代表会议")).toEqual([]);
    connection.write((db) => dropContentKeys(db, ["file-2"]));
    expect(find("消防检查记录")).toEqual([]);
  });

  it("are found by the key they were sealed under, also when that is not the page's first any more", () => {
    const { connection } = archive;
    sealTexts(archive);
    connection.raw.exec(
      "UPDATE page_version SET number = 2 WHERE page_id = 'page-2'; UPDATE page SET shown_version = 2 WHERE id = 'page-2'",
    );
    expect(find("消防检查记录")).toEqual([idOf(2)]);
  });
});
