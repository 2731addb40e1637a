import Database from "better-sqlite3";
import { rmSync } from "node:fs";
import { foldText } from "#db/fold-text";
import { pageLines } from "./office-words.mjs";

/** Pages that LIKE and trigram are given: the same text, folded as ours is. */
const together = 2000;

/**
 * The same pages in an encrypted database of its own, with the text as it is and FTS5's trigram over it.
 * @param {string} file
 * @param {Buffer} key
 * @param {number} pages
 * @returns {{ like: (words: string) => unknown[]; trigram: (words: string) => unknown[]; close: () => void }}
 */
export function makeRivals(file, key, pages) {
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  const raw = new Database(file);
  for (const pragma of ["cipher='sqlcipher'", "legacy=4", `key="x'${key.toString("hex")}'"`, "journal_mode=WAL"])
    raw.pragma(pragma);
  raw.pragma("cache_size=-131072");
  raw.exec(`CREATE TABLE text_of (seq INTEGER PRIMARY KEY, words TEXT NOT NULL);
    CREATE VIRTUAL TABLE tri USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram')`);
  const put = raw.prepare("INSERT INTO text_of VALUES (?, ?)");
  const index = raw.prepare("INSERT INTO tri (rowid, words) VALUES (?, ?)");
  for (let from = 1; from <= pages; from += together)
    raw.transaction(() => {
      for (let number = from; number < Math.min(pages + 1, from + together); number += 1) {
        const text = foldText(pageLines(number).join("\n"));
        put.run(number, text);
        index.run(number, text);
      }
    })();
  raw.pragma("wal_checkpoint(TRUNCATE)");
  const like = raw.prepare("SELECT seq FROM text_of WHERE words LIKE ? ORDER BY seq DESC LIMIT 50").pluck();
  const tri = raw.prepare("SELECT rowid FROM tri WHERE tri MATCH ? ORDER BY rowid DESC LIMIT 50").pluck();
  return {
    like: (words) => like.all(`%${foldText(words)}%`),
    // Three characters or more: trigram knows no shorter ones.
    trigram: (words) => tri.all(`"${foldText(words)}"`),
    close: () => void raw.close(),
  };
}
