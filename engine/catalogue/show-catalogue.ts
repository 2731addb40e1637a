// The catalogue on the screen, with the same proof as paper and spreadsheet.
import type { Input, Output } from "#contract/contract";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { gatherSheets } from "./gather-sheets.ts";
import { proveRows } from "./prove-rows.ts";

/** A window of rows and the proof of all of them. Refuses fonds-not-found, catalogue-empty. */
export function showCatalogue(
  db: ReadDb,
  { scope, offset, limit }: Input<"catalogue.show">,
  desk: Desk,
): Output<"catalogue.show"> {
  const rows = gatherSheets(db, scope, desk.clock.now().slice(0, 10)).flatMap((sheet) => sheet.rows);
  return { rows: rows.slice(offset, offset + limit), proof: proveRows(rows) };
}
