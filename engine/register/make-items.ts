// From the register into filing without retyping (product A05): an entry becomes a 件, and can be taken apart again.
import { randomBytes } from "node:crypto";
import { yearOf } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { itemId, type ItemId } from "#contract/item";
import type { RegisterEntry } from "#contract/register";
import { Refusal } from "#contract/refusal";
import { addItem, getItemRow, removeItem, setParts } from "#db/item";
import { dropContentKeys, putContentKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import { entryOfItem, setEntry } from "#db/register";
import type { Desk } from "#engine/desk";
import { readForChange } from "#engine/item/read-item";
import { refuseClosedFonds } from "#engine/item/refuse-wrong-class";
import type { Written } from "#engine/written";
import { entryForChange, needEntry } from "./read-entry.ts";

/** A draft 件 of one entry: the same words, the year of its date (DA/T 22-2015, 5.2), else the year of the register. */
function makeOne(db: WriteDb, entry: RegisterEntry, desk: Desk): ItemId {
  const id = itemId.parse(desk.makeId());
  const { fondsId, title, creator, documentNumber, documentDate, retention, matterId, access } = entry;
  refuseClosedFonds(db, fondsId);
  const { securityLevel, neutralTitle, remark, scheduleRowId } = entry;
  addItem(db, {
    ...{ id, fondsId, title, creator, documentNumber, documentDate, retention, matterId, access },
    ...{ securityLevel, neutralTitle, remark, scheduleRowId },
    category: "WS",
    year: yearOf(documentDate) ?? entry.year,
    paperPageCount: entry.pageCount,
    state: "draft",
    enteredAt: desk.clock.now(),
  });
  setParts(db, id, [{ kind: "正文", title: "" }]);
  putContentKey(db, desk.archive.keys, id, "item", randomBytes(32));
  setEntry(db, entry.id, { itemId: id });
  return id;
}

/** Refuses fonds-closed, register-entry-not-found, register-nothing-to-do (all have an item, or are cancelled). */
export function entriesToItems(
  db: WriteDb,
  { ids }: Input<"register.to-items">,
  desk: Desk,
): Written<Output<"register.to-items">> {
  const entries = [...new Set(ids)].map((id) => needEntry(db, id));
  const loose = entries.filter((entry) => entry.itemId === null && entry.state !== "cancelled");
  if (loose.length === 0) throw new Refusal("register-nothing-to-do");
  const itemIds = loose.map((entry) => makeOne(db, entry, desk));
  return {
    output: { itemIds, skipped: entries.length - loose.length },
    objectId: itemIds[0] ?? "",
    after: { itemIds },
    undo: { name: "register.undo-items", input: { itemIds } },
    nouns: ["register", "item"],
  };
}

/** Takes items made of entries apart again. Refuses item-changed-meanwhile once somebody has worked on one, item-filed. */
export function undoItems(
  db: WriteDb,
  { itemIds }: Input<"register.undo-items">,
): Written<Output<"register.undo-items">> {
  for (const id of itemIds) {
    const item = readForChange(db, id, 1);
    const entry = entryOfItem(db, id);
    if (!entry || item.imageCount > 0) throw new Refusal("item-changed-meanwhile");
    setEntry(db, entry.id, { itemId: null });
    removeItem(db, id);
  }
  dropContentKeys(db, itemIds);
  return {
    output: { count: itemIds.length },
    objectId: itemIds[0] ?? "",
    before: { itemIds },
    droppedFiles: [],
    nouns: ["register", "item"],
  };
}

/** Links an entry to an item that is there already, or takes the link back. */
export function linkEntry(db: WriteDb, input: Input<"register.link">): Written<RegisterEntry> {
  const before = entryForChange(db, input.id, input.revision);
  if (input.itemId !== null && !getItemRow(db, input.itemId)) throw new Refusal("item-not-found");
  setEntry(db, before.id, { itemId: input.itemId });
  const output = needEntry(db, before.id);
  return {
    output,
    objectId: before.id,
    before: { itemId: before.itemId },
    after: { itemId: input.itemId },
    undo: { name: "register.link", input: { id: before.id, revision: output.revision, itemId: before.itemId } },
    nouns: ["register"],
  };
}
