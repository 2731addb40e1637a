// 互见号 — two records that belong together, each an item or a volume; kept by id, so it holds when a 档号 changes.
import { z } from "zod";
import { itemId } from "./item.ts";
import { volumeId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";

export const crossReferenceId = z.string().min(1).brand<"CrossReferenceId">();
export type CrossReferenceId = z.infer<typeof crossReferenceId>;

/** One of the two: exactly one id is given. */
export const crossReferenceEnd = z.union([
  z.object({ itemId, volumeId: z.null().default(null) }).strict(),
  z.object({ itemId: z.null().default(null), volumeId }).strict(),
]);
export type CrossReferenceEnd = z.infer<typeof crossReferenceEnd>;

const note = z.string().trim().max(200).default("");

/** A cross-reference as kept, both ends by id. */
export const crossReferenceRow = z
  .object({
    id: crossReferenceId,
    itemId: itemId.nullable(),
    volumeId: volumeId.nullable(),
    otherItemId: itemId.nullable(),
    otherVolumeId: volumeId.nullable(),
    note: z.string(),
    enteredAt: z.string(),
  })
  .readonly();
export type CrossReferenceRow = z.infer<typeof crossReferenceRow>;

/** A cross-reference seen from one end: the other end with its 档号 of today; a restricted item by its neutral title. */
export const crossReference = z
  .object({
    id: crossReferenceId,
    itemId: itemId.nullable(),
    volumeId: volumeId.nullable(),
    archivalCode: z.string(),
    title: z.string(),
    note: z.string(),
    enteredAt: z.string(),
  })
  .readonly();
export type CrossReference = z.infer<typeof crossReference>;

export const crossReferenceProcedures = {
  "cross-reference.list": read({
    roles: keepers,
    input: z.object({ of: crossReferenceEnd }),
    output: z.array(crossReference).readonly(),
  }),
  /** Works on filed records too: a reference changes neither 档号 nor the frozen record. */
  "cross-reference.add": write({
    roles: keepers,
    input: z.object({ of: crossReferenceEnd, to: crossReferenceEnd, note }),
    output: crossReferenceRow,
    refusals: ["item-not-found", "volume-not-found", "reference-to-itself", "reference-exists"],
  }),
  "cross-reference.annotate": write({
    roles: keepers,
    input: z.object({ id: crossReferenceId, note }),
    output: crossReferenceRow,
    refusals: ["reference-not-found"],
  }),
  "cross-reference.remove": write({
    roles: keepers,
    input: z.object({ id: crossReferenceId }),
    output: z.object({}),
    refusals: ["reference-not-found"],
  }),
};
