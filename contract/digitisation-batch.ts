// 数字化批次 — paper out, pages counted by hand, scanned, checked to the last item, bound again, returned and signed
// (DA/T 31-2017; binding DA/T 69-2018).
import { z } from "zod";
import { bindingMethod } from "./custody.ts";
import { itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay, wholeDayOrBlank } from "./whole-day.ts";

const id = z.string().min(1);
const person = z.string().trim().max(40);
const slip = z.object({
  handedOn: wholeDay,
  handedBy: person.min(1),
  /** Who scans: a person of the office or a firm. */
  operator: z.string().trim().min(1).max(80),
  dueOn: wholeDayOrBlank.default(() => wholeDayOrBlank.parse("")),
  remark: z.string().trim().max(500).default(""),
});
const returned = z.object({ returnedOn: wholeDay, returnedBy: person.min(1), receivedBy: person.min(1) });

export const digitisationBatch = slip
  .extend({
    id,
    number: z.number().int(),
    state: z.enum(["open", "closed"]),
    returnedOn: wholeDayOrBlank,
    returnedBy: z.string(),
    receivedBy: z.string(),
    closedAt: z.string().nullable(),
    itemCount: z.number().int(),
    countedPages: z.number().int(),
    scannedPages: z.number().int(),
    checkedCount: z.number().int(),
    /** Lines whose counted and scanned pages differ, explained or not. */
    differenceCount: z.number().int(),
  })
  .readonly();
export type DigitisationBatch = z.infer<typeof digitisationBatch>;

const entry = z.object({
  /** Sides with text or picture, counted by hand before scanning; null until counted. */
  countedPages: z.number().int().min(1).max(100_000).nullable(),
  isChecked: z.boolean(),
  checkedBy: person.default(""),
  /** null until it is bound again. */
  bindingMethod: bindingMethod.nullable(),
  /** Why counted and scanned pages differ. */
  explanation: z.string().trim().max(200).default(""),
});
export const digitisationLine = entry
  .extend({
    itemId,
    position: z.number().int(),
    archivalCode: z.string(),
    title: z.string(),
    retention: z.string(),
    /** Images the item has; as they were when the batch was closed. */
    scannedPages: z.number().int(),
    allowedBindings: z.array(bindingMethod).readonly(),
  })
  .readonly();
export type DigitisationLine = z.infer<typeof digitisationLine>;

export const digitisationBatchProcedures = {
  "digitisation-batch.list": read({
    roles: keepers,
    input: z.object({}),
    output: z.array(digitisationBatch).readonly(),
  }),
  "digitisation-batch.read": read({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({ batch: digitisationBatch, lines: z.array(digitisationLine).readonly() }),
    refusals: ["custody-record-missing"],
  }),
  /** Hands items out. A sealed packet is never scanned; nothing is in two open batches. */
  "digitisation-batch.hand-out": write({
    roles: keepers,
    input: slip.extend({ itemIds: z.array(itemId).min(1).max(5000) }),
    output: digitisationBatch,
    refusals: ["item-not-found", "date-in-future", "item-in-batch", "item-not-scannable"],
  }),
  "digitisation-batch.enter": write({
    roles: keepers,
    input: z.object({ id, itemId, ...entry.shape }),
    output: digitisationLine,
    refusals: ["custody-record-missing", "item-not-found", "batch-closed", "binding-method-not-allowed"],
  }),
  /** Takes an open batch back as if it had never gone out. */
  "digitisation-batch.withdraw": write({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({}),
    refusals: ["custody-record-missing", "batch-closed"],
  }),
  /** Returned and signed for. Every item counted, checked and bound; every difference explained. */
  "digitisation-batch.close": write({
    roles: keepers,
    input: returned.extend({ id }),
    output: digitisationBatch,
    refusals: [
      "custody-record-missing",
      "batch-closed",
      "batch-unfinished",
      "batch-differs",
      "date-in-future",
      "binding-method-not-allowed",
    ],
  }),
};
