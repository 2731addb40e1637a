// Where one item lies, and what it was called before.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { Whereabouts } from "#contract/whereabouts";
import { getBox } from "#db/box";
import { listFormerCodes } from "#db/former-code";
import { getItemRow } from "#db/item";
import type { ReadDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";

/** Refuses item-not-found. */
export function findWhereabouts(db: ReadDb, { id }: Input<"item.whereabouts">): Whereabouts {
  const item = getItemRow(db, id);
  if (!item) throw new Refusal("item-not-found");
  const { boxId } = item;
  return {
    boxNumber: boxId ? (getBox(db, boxId)?.boxNumber ?? null) : null,
    shelf: boxId ? (listShelfWords(db, [boxId]).get(boxId) ?? "") : "",
    formerCodes: listFormerCodes(db, id).map(({ archivalCode, until, reason }) => ({ archivalCode, until, reason })),
  };
}
