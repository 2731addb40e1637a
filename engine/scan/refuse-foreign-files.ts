// Which digital files somebody may take: those of the tray, and those of the item being worked on.
import type { DigitalFileId } from "#contract/digital-file";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { fileWhereaboutsOf } from "#db/digital-file";
import type { ReadDb } from "#db/open";

/** Refuses digital-file-not-found, and digital-file-in-use for a file of any item but `own` (null: only the tray will do). */
export function refuseForeignFiles(db: ReadDb, ids: readonly DigitalFileId[], own: ItemId | null): void {
  const found = fileWhereaboutsOf(db, ids);
  if (found.size !== new Set(ids).size) throw new Refusal("digital-file-not-found");
  if ([...found.values()].some((place) => place !== null && place !== own)) throw new Refusal("digital-file-in-use");
}
