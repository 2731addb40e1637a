// What the room answers of the eleven cases, 互见, 封存 and 党务.
import { listReferences } from "#db/cross-reference";
import { countPartyItems } from "#db/hide-party";
import type { Reads, Writes } from "#engine/handler";
import { excludeItem, readmitItem } from "./exclude-item.ts";
import { addCrossReference, annotateCrossReference, removeCrossReference } from "./keep-references.ts";
import { mergeItems } from "./merge-items.ts";
import { proposeMerge } from "./propose-merge.ts";
import { restoreItems } from "./restore-items.ts";
import { openPacket, readSealings, resealPacket, sealItem, takeSealingBack } from "./seal-packet.ts";
import { splitItem } from "./split-item.ts";

export const itemCaseReads = {
  "item.propose-merge": proposeMerge,
  "item.left-out": (db, scope, { archive }) => ({
    partyCount: archive.person.rights.includes("party") ? 0 : countPartyItems(db, scope),
  }),
  "cross-reference.list": (db, { of }) => listReferences(db, of),
  "sealed-packet.read": (db, { itemId }) => readSealings(db, itemId),
} satisfies Partial<Reads>;

export const itemCaseWrites = {
  "item.merge": mergeItems,
  "item.split": splitItem,
  "item.exclude": excludeItem,
  "item.readmit": readmitItem,
  "item.restore": restoreItems,
  "cross-reference.add": addCrossReference,
  "cross-reference.annotate": annotateCrossReference,
  "cross-reference.remove": removeCrossReference,
  "sealed-packet.seal": sealItem,
  "sealed-packet.open": openPacket,
  "sealed-packet.reseal": resealPacket,
  "sealed-packet.take-back": takeSealingBack,
} satisfies Partial<Writes>;
