// Parts and their pages laid down in order (DA/T 22-2015, 5.1: the order inside an item).
import { itemFields, type Item, type ItemFields, type ItemId, type PartKind } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { setParts } from "#db/item";
import type { WriteDb } from "#db/open";
import { placePage, releasePages } from "#db/scan";
import { refuseForeignPages } from "#engine/scan/refuse-foreign-pages";
import { pickFields } from "./pick-fields.ts";

export type Arrangement = readonly { kind: PartKind; title: string; pageIds: readonly PageId[] }[];

/**
 * Writes parts and pages of an item anew; its pages not named go back to the tray. Returns the number of images.
 * Refuses page-not-found, page-in-use (also a page named twice).
 */
export function placeParts(db: WriteDb, itemId: ItemId, parts: Arrangement): number {
  const ids = parts.flatMap((part) => part.pageIds);
  if (new Set(ids).size !== ids.length) throw new Refusal("page-in-use");
  refuseForeignPages(db, ids, itemId);
  releasePages(db, itemId);
  setParts(db, itemId, parts);
  parts.forEach((part, at) => part.pageIds.forEach((id, position) => placePage(db, id, itemId, at + 1, position + 1)));
  return ids.length;
}

/** Blank parts for an item that has none yet. */
export const oneBody = (pageIds: readonly PageId[]): Arrangement => [{ kind: "正文", title: "", pageIds }];

/** What the clerk may describe, in the order of the contract. */
const describedNames = Object.keys(itemFields.unwrap().shape) as (keyof ItemFields)[];

/** Fields of an item as the clerk may describe them; for the journal and the way back. */
export const fieldsOf = (item: Item): ItemFields => pickFields(item, describedNames);
