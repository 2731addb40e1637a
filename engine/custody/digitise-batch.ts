// 数字化批次: paper goes out by a slip and comes back counted, checked to the last item, and bound as its term allows.
import { bindingMethodLabel, bindingNeedOf, type BindingMethod } from "#contract/custody";
import type { Input, Output } from "#contract/contract";
import type { DigitisationBatch, DigitisationLine } from "#contract/digitisation-batch";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import {
  addBatch,
  dropBatch,
  getBatch,
  lastBatchNumber,
  listBatchLines,
  openBatchOf,
  setBatch,
  setBatchLine,
} from "#db/digitisation-batch";
import { nameItems } from "#db/item-name";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { custodyRulesOf } from "./keep-rules.ts";
import { refuseFuture } from "./local-day.ts";

const nouns = ["digitisation-batch", "custody"];

function openBatch(db: ReadDb, id: string): DigitisationBatch {
  const batch = getBatch(db, id);
  if (!batch) throw new Refusal("custody-record-missing");
  if (batch.state === "closed") throw new Refusal("batch-closed");
  return batch;
}

/** Refuses date-in-future, item-not-found, item-not-scannable (sealed packets are never scanned), item-in-batch. */
export function handOut(
  db: WriteDb,
  input: Input<"digitisation-batch.hand-out">,
  desk: Desk,
): Written<Output<"digitisation-batch.hand-out">> {
  refuseFuture(input.handedOn, desk.clock.now());
  const { itemIds, ...slip } = input;
  const named = nameItems(db, itemIds);
  const id = desk.makeId();
  const lines = [...new Set(itemIds)].map((itemId, at) => {
    const item = named.get(itemId);
    if (!item) throw new Refusal("item-not-found");
    if (item.carrier !== "paper") throw new Refusal("item-not-scannable", { code: item.archivalCode });
    const number = openBatchOf(db, itemId);
    if (number !== undefined) throw new Refusal("item-in-batch", { code: item.archivalCode, number });
    return { ...freshLine, batchId: id, itemId, position: at + 1, archivalCode: item.archivalCode };
  });
  const now = desk.clock.now();
  addBatch(db, { ...slip, ...unreturned, id, number: lastBatchNumber(db) + 1, state: "open", enteredAt: now }, lines);
  const output = openBatch(db, id);
  return {
    output,
    objectId: id,
    after: lines,
    undo: { name: "digitisation-batch.withdraw", input: { id } },
    nouns,
  };
}

const unreturned = { returnedOn: "", returnedBy: "", receivedBy: "", closedAt: null };
const freshLine = {
  countedPages: null,
  scannedPages: null,
  isChecked: false,
  checkedBy: "",
  bindingMethod: "" as const,
  explanation: "",
};

/** A batch with its lines, scanned pages as they are. Refuses custody-record-missing. */
export function readBatch(db: ReadDb, { id }: Input<"digitisation-batch.read">): Output<"digitisation-batch.read"> {
  const batch = getBatch(db, id);
  if (!batch) throw new Refusal("custody-record-missing");
  return { batch, lines: linesOf(db, id) };
}

function linesOf(db: ReadDb, id: string): DigitisationLine[] {
  const { bindings } = custodyRulesOf(db);
  const records = listBatchLines(db, id);
  const named = nameItems(
    db,
    records.map((record) => record.itemId),
  );
  return records.map(({ batchId: _, scannedPages, bindingMethod, ...line }) => {
    const item = named.get(line.itemId);
    return {
      ...line,
      title: item?.title ?? "",
      retention: item?.retention ?? "",
      scannedPages: scannedPages ?? item?.imageCount ?? 0,
      bindingMethod: bindingMethod === "" ? null : bindingMethod,
      allowedBindings: bindings[bindingNeedOf(item?.retention ?? null)],
    };
  });
}

function lineOf(db: ReadDb, id: string, itemId: ItemId): DigitisationLine {
  const line = linesOf(db, id).find((each) => each.itemId === itemId);
  if (!line) throw new Refusal("item-not-found");
  return line;
}

function refuseBinding(line: DigitisationLine, method: BindingMethod | null): void {
  if (method !== null && !line.allowedBindings.includes(method))
    throw new Refusal("binding-method-not-allowed", { code: line.archivalCode, method: bindingMethodLabel[method] });
}

/** What was counted, checked and bound of one item. Refuses custody-record-missing, batch-closed, item-not-found, binding-method-not-allowed. */
export function enterLine(
  db: WriteDb,
  input: Input<"digitisation-batch.enter">,
): Written<Output<"digitisation-batch.enter">> {
  const { id, itemId, bindingMethod, ...entered } = input;
  openBatch(db, id);
  const before = lineOf(db, id, itemId);
  refuseBinding(before, bindingMethod);
  setBatchLine(db, id, itemId, { ...entered, bindingMethod: bindingMethod ?? "" });
  const { countedPages, isChecked, checkedBy, explanation } = before;
  const kept = { countedPages, isChecked, checkedBy, explanation, bindingMethod: before.bindingMethod };
  return {
    output: lineOf(db, id, itemId),
    objectId: id,
    before: kept,
    after: input,
    undo: { name: "digitisation-batch.enter", input: { id, itemId, ...kept } },
    nouns,
  };
}

/** Refuses custody-record-missing, batch-closed. */
export function withdrawBatch(
  db: WriteDb,
  { id }: Input<"digitisation-batch.withdraw">,
): Written<Output<"digitisation-batch.withdraw">> {
  const before = openBatch(db, id);
  dropBatch(db, id);
  return { output: {}, objectId: id, before, nouns };
}

/** Returned and signed. Refuses custody-record-missing, batch-closed, date-in-future, batch-unfinished, batch-differs, binding-method-not-allowed. */
export function closeBatch(
  db: WriteDb,
  { id, ...returned }: Input<"digitisation-batch.close">,
  desk: Desk,
): Written<Output<"digitisation-batch.close">> {
  openBatch(db, id);
  refuseFuture(returned.returnedOn, desk.clock.now());
  const lines = linesOf(db, id);
  const open = lines.filter((line) => line.countedPages === null || !line.isChecked || line.bindingMethod === null);
  if (open.length > 0) throw new Refusal("batch-unfinished", { count: open.length });
  const unexplained = lines.filter((line) => line.countedPages !== line.scannedPages && line.explanation === "");
  if (unexplained.length > 0) throw new Refusal("batch-differs", { count: unexplained.length });
  for (const line of lines) {
    // The term may have changed since it was entered.
    refuseBinding(line, line.bindingMethod);
    setBatchLine(db, id, line.itemId, { scannedPages: line.scannedPages });
  }
  setBatch(db, id, { ...returned, state: "closed", closedAt: desk.clock.now() });
  const batch = getBatch(db, id);
  if (!batch) throw new Error("a batch just closed is there");
  return { output: batch, objectId: id, before: lines, after: batch, nouns };
}
