// 封存, 启封, 重新封存: two persons each time, a label used once, never an image of what lies inside.
import type { Input } from "#contract/contract";
import type { Item, ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { SealedPacket } from "#contract/sealed-packet";
import { setItem } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import { addSealing, isLabelUsed, listSealings, removeSealings, setOpening } from "#db/sealed-packet";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { readForChange, readItem } from "./read-item.ts";

/** Sealings and openings of an item, oldest first. Refuses item-not-found. */
export function readSealings(db: ReadDb, itemId: ItemId): SealedPacket[] {
  readItem(db, itemId);
  return listSealings(db, itemId).map((row) => ({
    number: row.number,
    labelNumber: row.labelNumber,
    count: row.count,
    unit: row.unit,
    sealedOn: row.sealedOn,
    sealers: [row.firstSealer, row.secondSealer],
    opening:
      row.openedOn === ""
        ? null
        : { openedOn: row.openedOn, openers: [row.firstOpener, row.secondOpener], reason: row.openingReason },
  }));
}

function refuseOnePerson([first, second]: readonly [string, string]): void {
  if (first === "" || second === "" || first === second) throw new Refusal("two-persons-needed");
}

/** A day at the desk may already be tomorrow in UTC, never later. */
const latestDay = (desk: Desk): string =>
  new Date(Date.parse(desk.clock.now()) + 14 * 3_600_000).toISOString().slice(0, 10);

function refuseOddDay(day: string, notBefore: string, desk: Desk): void {
  if (day < notBefore || day > latestDay(desk)) throw new Refusal("seal-date-order");
}

type Sealing = Omit<Input<"sealed-packet.reseal">, "itemId">;
function writeSealing(db: WriteDb, itemId: ItemId, number: number, sealing: Sealing, after: string, desk: Desk): void {
  refuseOnePerson(sealing.sealers);
  refuseOddDay(sealing.sealedOn, after, desk);
  if (isLabelUsed(db, sealing.labelNumber)) throw new Refusal("seal-label-taken", { label: sealing.labelNumber });
  const [firstSealer, secondSealer] = sealing.sealers;
  const { labelNumber, count, unit, sealedOn } = sealing;
  addSealing(db, {
    itemId,
    number,
    labelNumber,
    count,
    unit,
    sealedOn,
    firstSealer,
    secondSealer,
    enteredAt: desk.clock.now(),
  });
}

/** Refuses item-not-found, item-filed, item-changed-meanwhile, item-has-pages, item-sealed, two-persons-needed, seal-label-taken, seal-date-order. */
export function sealItem(db: WriteDb, input: Input<"sealed-packet.seal">, desk: Desk): Written<Item> {
  const before = readForChange(db, input.itemId, input.revision);
  if (before.carrier === "sealed") throw new Refusal("item-sealed");
  if (before.imageCount + before.fileCount > 0) throw new Refusal("item-has-pages");
  const { itemId: id, revision: _, ...sealing } = input;
  writeSealing(db, id, 1, sealing, "", desk);
  const paperPageCount = before.paperPageCount || Math.min(input.count, 100_000);
  setItem(db, id, { carrier: "sealed", access: "restricted", paperPageCount });
  const item = readItem(db, id);
  const { carrier, access } = before;
  return {
    output: item,
    objectId: id,
    before: { carrier, access },
    after: sealing,
    undo: {
      name: "sealed-packet.take-back",
      input: { itemId: id, revision: item.revision, carrier, access, paperPageCount: before.paperPageCount },
    },
    nouns: ["item", "sealed-packet"],
  };
}

/** Refuses packet-not-sealed once it was opened or sealed anew: that history stays. */
export function takeSealingBack(db: WriteDb, input: Input<"sealed-packet.take-back">): Written<Item> {
  const before = readForChange(db, input.itemId, input.revision);
  const sealings = listSealings(db, before.id);
  if (sealings.length !== 1 || sealings[0]?.openedOn !== "") throw new Refusal("packet-not-sealed");
  removeSealings(db, before.id);
  const { carrier, access, paperPageCount } = input;
  setItem(db, before.id, { carrier, access, paperPageCount });
  return { output: readItem(db, before.id), objectId: before.id, nouns: ["item", "sealed-packet"] };
}

/** 启封. Refuses item-not-found, packet-not-sealed, two-persons-needed, seal-date-order, reason-missing. There is no way back. */
export function openPacket(db: WriteDb, input: Input<"sealed-packet.open">, desk: Desk): Written<SealedPacket[]> {
  const last = readSealings(db, input.itemId).at(-1);
  if (!last || last.opening) throw new Refusal("packet-not-sealed");
  refuseOnePerson(input.openers);
  if (input.reason === "") throw new Refusal("reason-missing");
  refuseOddDay(input.openedOn, last.sealedOn, desk);
  const [firstOpener, secondOpener] = input.openers;
  setOpening(db, input.itemId, last.number, {
    openedOn: input.openedOn,
    firstOpener,
    secondOpener,
    openingReason: input.reason,
    openingEnteredAt: desk.clock.now(),
  });
  return told(db, input.itemId, input);
}

/** 重新封存. Refuses item-not-found, packet-not-open, two-persons-needed, seal-label-taken, seal-date-order. */
export function resealPacket(db: WriteDb, input: Input<"sealed-packet.reseal">, desk: Desk): Written<SealedPacket[]> {
  const last = readSealings(db, input.itemId).at(-1);
  if (!last?.opening) throw new Refusal("packet-not-open");
  const { itemId, ...sealing } = input;
  writeSealing(db, itemId, last.number + 1, sealing, last.opening.openedOn, desk);
  return told(db, itemId, sealing);
}

const told = (db: WriteDb, itemId: ItemId, after: unknown): Written<SealedPacket[]> => ({
  output: readSealings(db, itemId),
  objectId: itemId,
  after,
  nouns: ["item", "sealed-packet"],
});
