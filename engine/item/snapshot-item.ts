// An unfiled item written down whole, so that merging or splitting it can be undone to the letter.
import { arrangement, type Item } from "#contract/item";
import type { ItemSnapshot } from "#contract/item-case";
import { getCaption } from "#db/caption";
import { getItemRecord, listEntriesOf } from "#db/item-snapshot";
import type { ReadDb } from "#db/open";
import { fieldsOf } from "./place-parts.ts";
import { arrangementOf } from "./read-item.ts";

/** Everything of a draft or excluded item that a restore writes. */
export function snapshotItem(db: ReadDb, item: Item): ItemSnapshot {
  const record = getItemRecord(db, item.id);
  if (!record || item.state === "filed") throw new Error("a snapshot is taken of an unfiled item just read");
  return {
    id: item.id,
    seq: record.seq,
    revision: item.revision,
    fields: fieldsOf(item),
    access: item.access,
    securityLevel: item.securityLevel,
    enteredAt: item.enteredAt,
    state: item.state,
    excludedReason: item.excludedReason,
    rank: record.rank,
    volumeId: record.volumeId,
    parts: arrangement.parse(arrangementOf(item)),
    registerEntryIds: listEntriesOf(db, item.id),
    caption: getCaption(db, item.id) ?? null,
  };
}
