// A whole import taken back, as long as nothing was done with it.
import type { Input, Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import type { TableImportId } from "#contract/table-import";
import { Refusal } from "#contract/refusal";
import { dropFormerCodes } from "#db/former-code";
import { removeItem } from "#db/item";
import { dropContentKeys } from "#db/keys";
import type { WriteDb } from "#db/open";
import { countImportRows, countTouchedItems, getTableImport, listImportedIds, markWithdrawn } from "#db/table-import";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { takeEntriesBack } from "./make-imported-entries.ts";

/** Refuses import-not-found, and import-in-use with the number of items somebody has worked on since. */
export function withdrawImport(
  db: WriteDb,
  { id }: Input<"import.withdraw">,
  desk: Desk,
): Written<Output<"import.withdraw">> {
  const found = getTableImport(db, id);
  if (!found || found.withdrawnAt !== "") throw new Refusal("import-not-found");
  const rowCount = countImportRows(db, id);
  if (found.usedAs === "register") takeEntriesBack(db, id);
  else takeItemsBack(db, id);
  dropUndoOf(db, [id]);
  markWithdrawn(db, id, desk.clock.now());
  return { output: { rowCount }, objectId: id, droppedFiles: [], nouns: ["import", "item", "filing", "register"] };
}

function takeItemsBack(db: WriteDb, id: TableImportId): void {
  const touched = countTouchedItems(db, id);
  if (touched > 0) throw new Refusal("import-in-use", { count: touched });
  const ids = listImportedIds(db, id) as ItemId[];
  for (const itemId of ids) removeItem(db, itemId);
  dropFormerCodes(db, ids);
  dropContentKeys(db, ids);
}
