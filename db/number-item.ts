// 件号 and 档号 given to items, hundreds at once: the statement is built once per connection.
import { eq, sql } from "drizzle-orm";
import type { FilingUnitId } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import type { BoxId } from "#contract/place-of-item";
import { indexItemWords, type IndexedWords } from "./item-words.ts";
import { itemTable } from "./item.ts";
import type { WriteDb } from "./open.ts";

/** What an item has once it is filed. */
export type FiledPlace = {
  readonly filingUnitId: FilingUnitId;
  readonly itemNumber: number;
  readonly archivalCode: string;
  readonly recordHash: string;
  readonly filedAt: string;
  readonly boxId: BoxId | null;
  readonly rank: number | null;
};

const names = ["filingUnitId", "itemNumber", "archivalCode", "recordHash", "filedAt", "boxId", "rank"] as const;
const place = (name: string) => sql`${sql.placeholder(name)}`;

function prepare(db: WriteDb) {
  return db
    .update(itemTable)
    .set({
      ...Object.fromEntries(names.map((name) => [name, place(name)])),
      state: "filed",
      revision: sql`${itemTable.revision} + 1`,
    })
    .where(eq(itemTable.id, place("id")))
    .returning({
      seq: itemTable.seq,
      title: itemTable.title,
      creator: itemTable.creator,
      documentNumber: itemTable.documentNumber,
      archivalCode: itemTable.archivalCode,
      documentDate: itemTable.documentDate,
      access: itemTable.access,
    })
    .prepare();
}
const prepared = new WeakMap<WriteDb, ReturnType<typeof prepare>>();

/** Files an item under its number, or gives a filed one another; raises its revision and indexes it anew. */
export function numberItem(db: WriteDb, id: ItemId, filed: FiledPlace): void {
  const statement = prepared.get(db) ?? prepare(db);
  prepared.set(db, statement);
  const row = statement.get({ id, ...filed }) as IndexedWords | undefined;
  if (row) indexItemWords(db, row);
}
