// One item as the window shows it: description, parts, pages.
import type { Item, ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getItemRow, listParts } from "#db/item";
import type { ReadDb } from "#db/open";
import { listItemPages } from "#db/scan";

/** Refuses item-not-found. */
export function readItem(db: ReadDb, id: ItemId): Item {
  const row = getItemRow(db, id);
  if (!row) throw new Refusal("item-not-found");
  const pages = listItemPages(db, id);
  const parts = listParts(db, id).map(({ number, kind, title }) => ({
    kind,
    title,
    pages: pages.filter((each) => each.partNumber === number).map((each) => each.page),
  }));
  return { ...row, parts };
}

/** The item for a change: must exist, be unfiled, and be as the clerk last saw it. */
export function readForChange(db: ReadDb, id: ItemId, revision: number): Item {
  const item = readItem(db, id);
  if (item.state === "filed") throw new Refusal("item-filed");
  if (item.revision !== revision) throw new Refusal("item-changed-meanwhile");
  return item;
}

/** Parts of an item as an arrangement: page ids instead of pages. */
export const arrangementOf = (
  item: Item,
): { kind: Item["parts"][number]["kind"]; title: string; pageIds: Item["parts"][number]["pages"][number]["id"][] }[] =>
  item.parts.map(({ kind, title, pages }) => ({ kind, title, pageIds: pages.map((page) => page.id) }));
