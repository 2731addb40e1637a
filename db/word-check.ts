// The second look at an item the index proposes: words longer than a token are compared with its folded columns. An SQL
// function, so that lists, counts and windows of any order use the same condition.
import type Database from "better-sqlite3";
import { sql, type SQL } from "drizzle-orm";
import { foldText } from "./fold-text.ts";
import { itemGrams } from "./item-grams.ts";
import { hasNearWords } from "./near-characters.ts";
import { searchedColumns, type SearchedItem } from "./searched-columns.ts";
import { hasWords, isSettledByIndex, queryOf, type SearchWord } from "./search-words.ts";

const checks = { item_has_words: hasWords, item_has_near: hasNearWords };

/** Teaches a connection the functions; `directOnly`: no schema may call them. */
export function registerWordChecks(raw: Database.Database): void {
  for (const [name, has] of Object.entries(checks)) {
    let asked = "";
    let words: SearchWord[] = [];
    raw.function(name, { deterministic: true, directOnly: true, varargs: true }, (...given: unknown[]) => {
      const [json = "", access, title, creator, documentNumber, archivalCode, documentDate] = given.map(String);
      if (json !== asked) {
        words = JSON.parse(json) as SearchWord[];
        asked = json;
      }
      // Columns of the table itself, all of them text that is never NULL.
      const item = { access, title, creator, documentNumber, archivalCode, documentDate } as SearchedItem;
      return Number(has(words, searchedColumns(item).map(foldText)));
    });
  }
}

/** That an item, as `item` in the query, has these words in what may be searched of it. */
export const itemHas = (words: readonly SearchWord[], name: keyof typeof checks = "item_has_words"): SQL =>
  sql`${sql.raw(name)}(${JSON.stringify(words)}, item.access, item.title, item.creator, item.document_number,
    item.archival_code, item.document_date)`;

/** The same with the index asked first, for a list in any order; undefined when nothing searchable was typed. */
export function whereItemHas(words: readonly SearchWord[]): SQL | undefined {
  const query = queryOf(words, itemGrams);
  if (query === null) return undefined;
  const proposed = sql`item.seq IN (SELECT rowid FROM item_ft WHERE item_ft MATCH ${query})`;
  return isSettledByIndex(words, itemGrams) ? proposed : sql`${proposed} AND ${itemHas(words)}`;
}
