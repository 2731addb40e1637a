// What a list of photos, audio and video says beside the item itself: caption, camera, length, how many.
import { and, asc, eq, sql } from "drizzle-orm";
import type { ClassScope } from "./form-content.ts";
import { matterTable } from "./fonds.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { retentionOrder } from "./retention-order.ts";
import { volumeTable } from "./volume.ts";

// Inside a subquery the outer column is written out, as in db/item.ts.
const ofCaption = (column: string) =>
  sql<string>`coalesce((SELECT ${sql.raw(column)} FROM caption c WHERE c.item_id = item.id), '')`;
const media = {
  place: ofCaption("place"),
  people: ofCaption("people"),
  affair: ofCaption("affair"),
  background: ofCaption("background"),
  text: ofCaption("text"),
  seeAlso: ofCaption("see_also"),
  statedDate: ofCaption("stated_date"),
  takenAt: sql<string>`coalesce((SELECT min(f.taken_at) FROM camera_fact f WHERE f.taken_at <> '' AND f.scan_id IN
    (SELECT p.scan_id FROM page p WHERE p.item_id = item.id
     UNION SELECT d.scan_id FROM digital_file d WHERE d.item_id = item.id)), '')`,
  durationMs: sql<
    number | null
  >`(SELECT sum(r.duration_ms) FROM recording r JOIN digital_file d ON d.id = r.digital_file_id
    WHERE d.item_id = item.id)`,
};
export type MediaFacts = {
  readonly place: string;
  readonly people: string;
  readonly affair: string;
  readonly background: string;
  readonly text: string;
  readonly seeAlso: string;
  readonly statedDate: string;
  readonly takenAt: string;
  readonly durationMs: number | null;
};

/** Filed items of a class with their caption, group by group, in order. */
export function listMediaInScope(
  db: ReadDb,
  scope: ClassScope,
): { item: ItemRecord; matterName: string | null; matterCode: string | null; media: MediaFacts }[] {
  return db
    .select({ item: itemTable, matterName: matterTable.name, matterCode: matterTable.code, media })
    .from(itemTable)
    .leftJoin(matterTable, eq(matterTable.id, itemTable.matterId))
    .leftJoin(volumeTable, eq(volumeTable.id, itemTable.volumeId))
    .where(
      and(
        eq(itemTable.fondsId, scope.fondsId),
        eq(itemTable.category, scope.category),
        eq(itemTable.year, scope.year),
        eq(itemTable.state, "filed"),
        scope.retention ? eq(itemTable.retention, scope.retention) : undefined,
        scope.matterCode === undefined ? undefined : sql`coalesce(${matterTable.code}, '') = ${scope.matterCode}`,
      ),
    )
    .orderBy(
      retentionOrder(itemTable.retention),
      sql`coalesce(${matterTable.code}, '')`,
      sql`coalesce(${volumeTable.volumeNumber}, 0)`,
      asc(itemTable.itemNumber),
    )
    .all();
}

/** The caption of one item. */
export function getMediaFacts(db: ReadDb, item: ItemRecord): MediaFacts {
  const row = db.select({ media }).from(itemTable).where(eq(itemTable.id, item.id)).get();
  return (
    row?.media ?? {
      place: "",
      people: "",
      affair: "",
      background: "",
      text: "",
      seeAlso: "",
      statedDate: "",
      takenAt: "",
      durationMs: null,
    }
  );
}
