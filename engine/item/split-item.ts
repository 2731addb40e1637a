// 分件: one draft becomes several; the first piece stays the item, the others are new with the same class and origin.
import { randomBytes } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import { itemId, type Item, type ItemFields, type ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { listReferencesOf } from "#db/cross-reference";
import { releaseDigitalFiles } from "#db/digital-file";
import { addItem, setItem } from "#db/item";
import { getItemRecord } from "#db/item-snapshot";
import { putContentKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import { releasePages } from "#db/scan";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { givenFields } from "./given-fields.ts";
import { fieldsOf, placeParts } from "./place-parts.ts";
import { readForChange, readItem } from "./read-item.ts";
import { refuseFrozen } from "./refuse-attached.ts";
import { refuseUnplaced } from "./refuse-unlike.ts";
import { snapshotItem } from "./snapshot-item.ts";

type Piece = Input<"item.split">["pieces"][number];
const pageCountOf = (piece: Piece): number =>
  piece.parts.reduce((sum, part) => sum + part.pageIds.length + (part.fileIds?.length ?? 0), 0);

/** A piece's description: what was given, else the whole's; 文号 and hand count are the whole's own and not spread. */
function fieldsFor(whole: Item, piece: Piece, isFirst: boolean): ItemFields {
  const own = isFirst ? { documentNumber: whole.documentNumber } : { documentNumber: "", remark: "" };
  return { ...fieldsOf(whole), paperPageCount: 0, thicknessMm: null, ...own, ...givenFields(piece.fields) };
}

function makePiece(db: WriteDb, whole: Item, piece: Piece, desk: Desk): ItemId {
  const id = itemId.parse(desk.makeId());
  const record = getItemRecord(db, whole.id);
  addItem(db, {
    ...fieldsFor(whole, piece, false),
    id,
    securityLevel: whole.securityLevel,
    imageCount: 0,
    state: "draft",
    enteredAt: desk.clock.now(),
    volumeId: record?.volumeId ?? null,
    rank: record?.rank ?? null,
  });
  putContentKey(db, desk.archive.keys, id, "item", randomBytes(32));
  return id;
}

/** Refuses item-not-found, item-filed, item-changed-meanwhile, item-sealed, item-without-pages, pages-not-all-placed. */
export function splitItem(db: WriteDb, input: Input<"item.split">, desk: Desk): Written<Output<"item.split">> {
  const whole = readForChange(db, input.id, input.revision);
  refuseFrozen(db, [whole.id]);
  if (whole.carrier === "sealed") throw new Refusal("item-sealed");
  refuseUnplaced(
    [whole],
    input.pieces.flatMap((piece) => piece.parts),
  );
  if (input.pieces.some((piece) => pageCountOf(piece) === 0 && !piece.fields.paperPageCount))
    throw new Refusal("item-without-pages");
  const before = snapshotItem(db, whole);
  const references = listReferencesOf(db, [whole.id]);
  releasePages(db, whole.id);
  releaseDigitalFiles(db, whole.id);
  const items = input.pieces.map((piece, at) => {
    const id = at === 0 ? whole.id : makePiece(db, whole, piece, desk);
    const imageCount = placeParts(db, id, piece.parts);
    setItem(db, id, at === 0 ? { ...fieldsFor(whole, piece, true), imageCount } : { imageCount });
    return readItem(db, id);
  });
  const current = items.map(({ id, revision }) => ({ id, revision }));
  return {
    output: { items },
    objectId: whole.id,
    before,
    after: items.map(fieldsOf),
    undo: { name: "item.restore", input: { current, items: [before], references } },
    nouns: ["item", "scan", "volume"],
  };
}
