// Ids of sealed files and items that were taken away as state secrets (personal-data P15): random names and nothing else, so that no
// older copy of the archive brings the paper back (P14).
import type { ReadDb, WriteDb } from "./open.ts";
import { getSetting, putSetting } from "./setting.ts";

/** Each once, in the order they went. */
export const listTakenAway = (db: ReadDb): string[] => [...(getSetting(db, "takenAway") ?? [])];

/** Notes ids; those known already are passed over. */
export function noteTakenAway(db: WriteDb, ids: readonly string[]): void {
  if (ids.length === 0) return;
  putSetting(db, "takenAway", [...new Set([...listTakenAway(db), ...ids])]);
}
