// 合件: several drafts become one (DA/T 22-2015, 5.1); the leading one keeps its description, the others become its parts.
import type { Input } from "#contract/contract";
import type { Item } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { addReference, listReferencesOf } from "#db/cross-reference";
import { releaseDigitalFiles } from "#db/digital-file";
import { removeItem, setItem } from "#db/item";
import { listEntriesOf, pointEntriesAt } from "#db/item-snapshot";
import { dropContentKeys } from "#db/keys";
import type { WriteDb } from "#db/open";
import { releasePages } from "#db/scan";
import type { Written } from "#engine/written";
import { placeParts } from "./place-parts.ts";
import { proposeParts, proposeRemark } from "./propose-merge.ts";
import { readForChange, readItem } from "./read-item.ts";
import { refuseAttached, refuseFrozen } from "./refuse-attached.ts";
import { refuseUnlike, refuseUnplaced } from "./refuse-unlike.ts";
import { snapshotItem } from "./snapshot-item.ts";

/** The description of the reply must reflect the letter: its 文号, its title, or at least that there is one. */
function refuseSilent(leading: Item, letters: readonly Item[], remark: string): void {
  const said = `${leading.title} ${remark}`;
  const isSaid = (letter: Item): boolean => {
    const names = letter.access === "restricted" ? [letter.neutralTitle] : [letter.documentNumber, letter.title];
    const known = names.filter((name) => name !== "");
    return known.length === 0 ? said.includes("来文") : known.some((name) => said.includes(name));
  };
  if (!letters.every(isSaid)) throw new Refusal("letter-not-reflected");
}

const strictness = ["open", "internal", "restricted"] as const;
const strictest = (items: readonly Item[]): Item["access"] =>
  strictness[Math.max(...items.map((item) => strictness.indexOf(item.access)))] ?? "restricted";

/** Refuses item-not-found, item-filed, item-changed-meanwhile, item-sealed, merge-unlike, letter-not-reflected, pages-not-all-placed, item-attached. */
export function mergeItems(db: WriteDb, input: Input<"item.merge">): Written<Item> {
  const leading = readForChange(db, input.id, input.revision);
  const others = input.others.map(({ id, revision }) => readForChange(db, id, revision));
  const all = [leading, ...others];
  refuseUnlike(all);
  refuseFrozen(db, [leading.id]);
  refuseAttached(
    db,
    others.map((item) => item.id),
  );
  const parts = input.parts ?? proposeParts(all, leading.id, input.isReplyWithLetter);
  refuseUnplaced(all, parts);
  const remark = input.remark ?? proposeRemark(all, leading.id, input.isReplyWithLetter);
  if (input.isReplyWithLetter) refuseSilent(leading, others, remark);
  const items = all.map((item) => snapshotItem(db, item));
  const references = listReferencesOf(
    db,
    all.map((item) => item.id),
  );
  for (const { id } of others) {
    releasePages(db, id);
    releaseDigitalFiles(db, id);
    pointEntriesAt(db, listEntriesOf(db, id), leading.id);
    removeItem(db, id);
  }
  const gone = new Set(others.map((item) => item.id));
  for (const reference of references) {
    const itemId = reference.itemId && gone.has(reference.itemId) ? leading.id : reference.itemId;
    const otherItemId = reference.otherItemId && gone.has(reference.otherItemId) ? leading.id : reference.otherItemId;
    if (itemId === null || itemId !== otherItemId) addReference(db, { ...reference, itemId, otherItemId });
  }
  dropContentKeys(db, [...gone]);
  const isCountedByHand = all.some((item) => item.paperPageCount > 0);
  setItem(db, leading.id, {
    imageCount: placeParts(db, leading.id, parts),
    paperPageCount: isCountedByHand ? all.reduce((sum, item) => sum + item.pageCount, 0) : 0,
    access: strictest(all),
    neutralTitle: all.find((item) => item.neutralTitle !== "")?.neutralTitle ?? "",
    remark,
  });
  const item = readItem(db, leading.id);
  return {
    output: item,
    objectId: item.id,
    before: items,
    after: parts,
    undo: {
      name: "item.restore",
      input: { current: [{ id: item.id, revision: item.revision }], items, references },
    },
    droppedFiles: [],
    nouns: ["item", "scan", "cross-reference", "volume", "register"],
  };
}
