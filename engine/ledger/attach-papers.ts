// 附件: papers put on a row and taken off it. An act of the row's history that names no paper; the way back of each is the other.
import type { Input, Output } from "#contract/contract";
import { mostAttachments } from "#contract/ledger-attachment";
import type { Ledger } from "#contract/ledger";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { addAttachment, dropAttachments, listAttachmentRecords } from "#db/ledger-attachment";
import { addChange, addRowChange } from "#db/ledger-change";
import { getRecords, getRow, setRow, type RowRecord } from "#db/ledger-row";
import { getItemRow } from "#db/item";
import type { WriteDb } from "#db/open";
import { whereaboutsOf } from "#db/scan";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { ledgerForWriting, refuseRestricted } from "./ledger-for-writing.ts";
import { sealDelta } from "./row-delta.ts";

type Papers = { readonly pageIds: readonly PageId[]; readonly itemIds: readonly ItemId[] };

/** Refuses ledger-row-not-found, ledger-not-open, ledger-row-removed, ledger-row-restricted. */
function rowForPapers(db: WriteDb, rowId: Input<"ledger.attach">["rowId"]): { record: RowRecord; ledger: Ledger } {
  const record = getRecords(db, [rowId]).get(rowId);
  if (!record) throw new Refusal("ledger-row-not-found");
  const ledger = ledgerForWriting(db, record.ledgerId);
  if (record.removedAt !== "") throw new Refusal("ledger-row-removed", { row: 1 });
  refuseRestricted(record, 0);
  return { record, ledger };
}

/** Keeps the act in the history of the row: how many papers, not which. */
function keepAct(db: WriteDb, { archive, clock, makeId }: Desk, record: RowRecord, why: string): string {
  const changeId = makeId();
  const revision = record.revision + 1;
  setRow(db, { ...record, revision });
  addChange(db, {
    ...{ id: changeId, ledgerId: record.ledgerId, at: clock.now(), personId: archive.person.id },
    ...{ kind: "attach", reverts: null, rowCount: 1 },
  });
  const delta = { cells: {}, links: {}, secrets: {}, why };
  const sealed = sealDelta(recordKeyOf(db, archive, record.id), changeId, record.id, delta);
  addRowChange(db, { changeId, rowId: record.id, revision, sealed });
  return changeId;
}

function written(
  db: WriteDb,
  record: RowRecord,
  act: { changeId: string; back: "ledger.attach" | "ledger.detach"; papers: Papers },
): Written<Output<"ledger.attach">> {
  const row = getRow(db, record.id);
  if (!row) throw new Error("a row just written is there");
  const { changeId, back, papers } = act;
  return {
    output: { row },
    objectId: record.id,
    after: papers,
    ...(changeId === ""
      ? { keepsUndo: true as const }
      : { undo: { name: back, input: { rowId: record.id, ...papers } } }),
    nouns: changeId === "" ? [] : ["ledger-row", "ledger-attachment"],
  };
}

/** Refuses what rowForPapers refuses, page-not-found, item-not-found, attachment-limit. */
export function attachPapers(
  db: WriteDb,
  { rowId, ...asked }: Input<"ledger.attach">,
  desk: Desk,
): Written<Output<"ledger.attach">> {
  const { record } = rowForPapers(db, rowId);
  const known = whereaboutsOf(db, asked.pageIds);
  if (asked.pageIds.some((id) => !known.has(id))) throw new Refusal("page-not-found");
  if (asked.itemIds.some((id) => !getItemRow(db, id))) throw new Refusal("item-not-found");
  const before = listAttachmentRecords(db, rowId);
  const there = new Set<string>(before.flatMap(({ pageId, itemId }) => pageId ?? itemId ?? []));
  const papers: Papers = {
    pageIds: [...new Set(asked.pageIds)].filter((id) => !there.has(id)),
    itemIds: [...new Set(asked.itemIds)].filter((id) => !there.has(id)),
  };
  const count = papers.pageIds.length + papers.itemIds.length;
  if (count === 0) return written(db, record, { changeId: "", back: "ledger.detach", papers });
  if (before.length + count > mostAttachments) throw new Refusal("attachment-limit", { most: mostAttachments });
  let position = before.at(-1)?.position ?? 0;
  const attachedAt = desk.clock.now();
  for (const pageId of papers.pageIds)
    addAttachment(db, { rowId, pageId, itemId: null, attachedAt, position: ++position });
  for (const itemId of papers.itemIds)
    addAttachment(db, { rowId, itemId, pageId: null, attachedAt, position: ++position });
  const changeId = keepAct(db, desk, record, `附上材料 ${count} 份`);
  return written(db, record, { changeId, back: "ledger.detach", papers });
}

/** Refuses what rowForPapers refuses, and attachment-not-found: all of them come off or none. */
export function detachPapers(
  db: WriteDb,
  { rowId, ...asked }: Input<"ledger.detach">,
  desk: Desk,
): Written<Output<"ledger.detach">> {
  const { record } = rowForPapers(db, rowId);
  const papers: Papers = { pageIds: [...new Set(asked.pageIds)], itemIds: [...new Set(asked.itemIds)] };
  const there = new Set<string>(
    listAttachmentRecords(db, rowId).flatMap(({ pageId, itemId }) => pageId ?? itemId ?? []),
  );
  const all = [...papers.pageIds, ...papers.itemIds];
  if (all.some((id) => !there.has(id))) throw new Refusal("attachment-not-found");
  dropAttachments(db, rowId, papers.pageIds, papers.itemIds);
  const changeId = keepAct(db, desk, record, `取下材料 ${all.length} 份`);
  return written(db, record, { changeId, back: "ledger.attach", papers });
}
