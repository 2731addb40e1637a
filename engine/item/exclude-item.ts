// 不归档: a verdict with its reason, and taking it back. What is filed is withdrawn, never excluded.
import type { Input } from "#contract/contract";
import type { Item } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";
import { readForChange, readItem } from "./read-item.ts";

/** Refuses item-not-found, item-filed, item-changed-meanwhile, reason-missing, volume-item-taken (it lies in a volume). */
export function excludeItem(db: WriteDb, { id, revision, reason }: Input<"item.exclude">): Written<Item> {
  const before = readForChange(db, id, revision);
  if (reason === "") throw new Refusal("reason-missing");
  if (before.volumeId !== null) throw new Refusal("volume-item-taken");
  setItem(db, id, { state: "excluded", excludedReason: reason });
  const item = readItem(db, id);
  const seen = { id, revision: item.revision };
  const undo =
    before.state === "excluded"
      ? ({ name: "item.exclude", input: { ...seen, reason: before.excludedReason } } as const)
      : ({ name: "item.readmit", input: seen } as const);
  return { output: item, objectId: id, before: before.excludedReason, after: reason, undo, nouns: ["item"] };
}

/** Refuses item-not-found, item-filed, item-changed-meanwhile, item-not-excluded. */
export function readmitItem(db: WriteDb, { id, revision }: Input<"item.readmit">): Written<Item> {
  const before = readForChange(db, id, revision);
  if (before.state !== "excluded") throw new Refusal("item-not-excluded");
  setItem(db, id, { state: "draft", excludedReason: "" });
  const item = readItem(db, id);
  return {
    output: item,
    objectId: id,
    before: before.excludedReason,
    undo: { name: "item.exclude", input: { id, revision: item.revision, reason: before.excludedReason } },
    nouns: ["item"],
  };
}
