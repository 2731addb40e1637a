// Parts and order of pages inside an item.
import type { Input } from "#contract/contract";
import type { Item } from "#contract/item";
import { setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";
import { defaultAccess } from "./default-access.ts";
import { placeParts } from "./place-parts.ts";
import { arrangementOf, readForChange, readItem } from "./read-item.ts";
import { refuseFrozen } from "./refuse-attached.ts";

/** Refuses item-not-found, item-filed, item-changed-meanwhile, page-not-found, page-in-use, item-frozen. */
export function arrangeItem(db: WriteDb, input: Input<"item.arrange">): Written<Item> {
  const before = readForChange(db, input.id, input.revision);
  refuseFrozen(db, [before.id]);
  const there = new Set(before.parts.flatMap((part) => part.pages.map((page) => page.id)));
  const joined = input.parts.flatMap((part) => part.pageIds).filter((id) => !there.has(id));
  // A personal page that joins makes the item 限制, as it would have been made with it (P6); it stays so when it leaves.
  const access = defaultAccess(db, joined) === "restricted" ? { access: "restricted" as const } : {};
  setItem(db, input.id, { imageCount: placeParts(db, input.id, input.parts), ...access });
  const item = readItem(db, input.id);
  const parts = arrangementOf(before);
  return {
    output: item,
    objectId: item.id,
    before: parts,
    after: arrangementOf(item),
    undo: { name: "item.arrange", input: { id: item.id, revision: item.revision, parts } },
    nouns: ["item", "scan"],
  };
}
