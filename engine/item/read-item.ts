// One item as the window shows it: description, parts, pages.
import type { DigitalFileId } from "#contract/digital-file";
import type { Item, ItemId, PartKind } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { listItemFiles } from "#db/digital-file";
import { isYearClosed } from "#db/filing-year";
import { getItemRow, listParts } from "#db/item";
import type { ReadDb } from "#db/open";
import { listItemPages } from "#db/scan";

/** Refuses item-not-found. */
export function readItem(db: ReadDb, id: ItemId): Item {
  const row = getItemRow(db, id);
  if (!row) throw new Refusal("item-not-found");
  const pages = listItemPages(db, id);
  const files = row.fileCount > 0 ? listItemFiles(db, id) : [];
  const found = listParts(db, id);
  const parts = found.map(({ number, kind, title }, at) => ({
    kind,
    title,
    pages: pages.filter((each) => each.partNumber === number).map((each) => each.page),
    // A file of a part that is no more is shown in the last one.
    files: files
      .filter((each) => each.partNumber === number || (at === found.length - 1 && each.partNumber > number))
      .map((each) => each.file),
  }));
  return { ...row, parts };
}

/** The item for a change: must exist, be unfiled, of no closed year (a draft may still find another), as last seen. */
export function readForChange(db: ReadDb, id: ItemId, revision: number): Item {
  const item = readItem(db, id);
  if (item.state !== "draft" && isYearClosed(db, item)) throw new Refusal("year-closed");
  if (item.state === "filed") throw new Refusal("item-filed");
  if (item.revision !== revision) throw new Refusal("item-changed-meanwhile");
  return item;
}

/** Parts of an item as an arrangement: page ids instead of pages. */
export const arrangementOf = (
  item: Item,
): { kind: PartKind; title: string; pageIds: PageId[]; fileIds: DigitalFileId[] }[] =>
  item.parts.map(({ kind, title, pages, files }) => ({
    kind,
    title,
    pageIds: pages.map((page) => page.id),
    fileIds: files.map((file) => file.id),
  }));
