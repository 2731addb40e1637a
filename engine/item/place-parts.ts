// Parts and their pages laid down in order (DA/T 22-2015, 5.1: the order inside an item).
import { itemFields, type Item, type ItemFields, type ItemId, type PartKind } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { DigitalFileId } from "#contract/digital-file";
import type { PageId } from "#contract/scan";
import { placeDigitalFile, releaseDigitalFiles } from "#db/digital-file";
import { setParts } from "#db/item";
import type { WriteDb } from "#db/open";
import { placePage, releasePages } from "#db/scan";
import { refuseForeignFiles } from "#engine/scan/refuse-foreign-files";
import { refuseForeignPages } from "#engine/scan/refuse-foreign-pages";
import { pickFields } from "./pick-fields.ts";
import { refuseSealed } from "./refuse-sealed.ts";

export type Arrangement = readonly {
  kind: PartKind;
  title: string;
  pageIds: readonly PageId[];
  /** Left out: digital files stay as they are. */
  fileIds?: readonly DigitalFileId[] | undefined;
}[];

/**
 * Writes parts and pages of an item anew; its pages not named go back to the tray. Returns the number of images.
 * Refuses page-not-found, page-in-use (also a page named twice), digital-file-not-found, digital-file-in-use, item-sealed.
 */
export function placeParts(db: WriteDb, itemId: ItemId, parts: Arrangement): number {
  const ids = parts.flatMap((part) => part.pageIds);
  if (new Set(ids).size !== ids.length) throw new Refusal("page-in-use");
  if (parts.some((part) => part.pageIds.length + (part.fileIds?.length ?? 0) > 0)) refuseSealed(db, itemId);
  refuseForeignPages(db, ids, itemId);
  releasePages(db, itemId);
  setParts(db, itemId, parts);
  parts.forEach((part, at) => part.pageIds.forEach((id, position) => placePage(db, id, itemId, at + 1, position + 1)));
  if (parts.some((part) => part.fileIds !== undefined)) placeFiles(db, itemId, parts);
  return ids.length;
}

function placeFiles(db: WriteDb, itemId: ItemId, parts: Arrangement): void {
  const ids = parts.flatMap((part) => part.fileIds ?? []);
  if (new Set(ids).size !== ids.length) throw new Refusal("digital-file-in-use");
  refuseForeignFiles(db, ids, itemId);
  releaseDigitalFiles(db, itemId);
  parts.forEach((part, at) =>
    part.fileIds?.forEach((id, position) => placeDigitalFile(db, id, itemId, at + 1, position + 1)),
  );
}

/** Blank parts for an item that has none yet. */
export const oneBody = (pageIds: readonly PageId[], fileIds: readonly DigitalFileId[] = []): Arrangement => [
  { kind: "正文", title: "", pageIds, fileIds },
];

/** What the clerk may describe, in the order of the contract. */
const describedNames = Object.keys(itemFields.unwrap().shape) as (keyof ItemFields)[];

/** Fields of an item as the clerk may describe them; for the journal and the way back. */
export const fieldsOf = (item: Item): ItemFields => pickFields(item, describedNames);
