// 更名 · 合并 · 分设 · 撤销 — guided acts on a fonds, effective on a day and for a reason. None renumbers anything: filed items
// stay where they are and keep their 档号; only open matters go over.
import { z } from "zod";
import { categoryCode, fonds, fondsId, matterId } from "./fonds.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay } from "./whole-day.ts";

export const fondsActId = z.string().min(1).brand<"FondsActId">();
export type FondsActId = z.infer<typeof fondsActId>;
export const fondsActKind = z.enum(["rename", "merge", "divide", "close"]);
export type FondsActKind = z.infer<typeof fondsActKind>;
export const fondsActLabel: Record<FondsActKind, string> = {
  rename: "更名",
  merge: "合并",
  divide: "分设",
  close: "撤销",
};

/** What a fonds founded by an act is called; it opens on the day of the act. */
export const newFonds = fonds
  .unwrap()
  .pick({ code: true, name: true, unit: true, codeStandard: true, composition: true });
export type NewFonds = z.infer<typeof newFonds>;

const when = { effectiveOn: wholeDay, reason: z.string().trim().min(1).max(500) };
const renaming = z.object({ fondsId, name: fonds.unwrap().shape.name, unit: fonds.unwrap().shape.unit });
/** Into a fonds that is there already, or a new one. */
const merging = z.object({
  fondsIds: z.array(fondsId).min(1).max(20),
  into: z.union([z.object({ fondsId }), z.object({ found: newFonds })]),
});
/** Each open class (null: no class) goes to the successor at that place of the list. */
const dividing = z.object({
  fondsId,
  successors: z.array(newFonds).min(2).max(10),
  assignments: z
    .array(z.object({ category: categoryCode, matterId: matterId.nullable(), successor: z.number().int().min(0) }))
    .max(1000),
});
/** Open drafts go to the successor; without one there may be none. */
const closing = z.object({ fondsId, successorId: fondsId.nullable() });

/** One of the four, before a day and a reason are given. */
export const fondsAct = z.discriminatedUnion("kind", [
  renaming.extend({ kind: z.literal("rename") }),
  merging.extend({ kind: z.literal("merge") }),
  dividing.extend({ kind: z.literal("divide") }),
  closing.extend({ kind: z.literal("close") }),
]);
export type FondsAct = z.infer<typeof fondsAct>;

/** Drafts of one class that an act takes over. */
export const fondsMove = z
  .object({
    fromFondsId: fondsId,
    category: categoryCode,
    matterId: matterId.nullable(),
    /** 代码 and 名称 of the class, "" without one. */
    matterCode: z.string(),
    matterName: z.string(),
    /** Name of the fonds they go to, and of the class there; the class may be new there. */
    toName: z.string(),
    toMatterName: z.string(),
    isNewMatter: z.boolean(),
    draftCount: z.number().int(),
    volumeCount: z.number().int(),
  })
  .readonly();
export type FondsMove = z.infer<typeof fondsMove>;

const acted = z.object({ actId: fondsActId, fondsIds: z.array(fondsId).readonly(), movedCount: z.number().int() });
const refusedForAnyAct = ["fonds-not-found", "fonds-closed", "fonds-date-impossible"] as const;
const refusedForFounding = ["fonds-code-taken", "matter-closed"] as const;

export const fondsActProcedures = {
  /** What an act would do, counted before it is done. */
  "fonds.preview-act": read({
    roles: keepers,
    input: fondsAct,
    output: z.object({
      closes: z.array(z.string()).readonly(),
      founds: z.array(z.string()).readonly(),
      moves: z.array(fondsMove).readonly(),
      /** Filed items that stay and keep their 档号, per fonds touched. */
      stays: z
        .array(z.object({ fondsId, name: z.string(), filedCount: z.number().int(), pageSum: z.number().int() }))
        .readonly(),
      /** Open classes with drafts that nobody was given yet. */
      unassigned: z.array(z.string()).readonly(),
    }),
    refusals: ["fonds-not-found", "fonds-closed", "fonds-act-same"],
  }),
  "fonds.rename": write({
    roles: keepers,
    input: renaming.extend(when),
    output: acted,
    refusals: [...refusedForAnyAct, "fonds-act-same"],
  }),
  "fonds.merge": write({
    roles: keepers,
    input: merging.extend(when),
    output: acted,
    refusals: [...refusedForAnyAct, ...refusedForFounding, "fonds-act-same"],
  }),
  "fonds.divide": write({
    roles: keepers,
    input: dividing.extend(when),
    output: acted,
    refusals: [...refusedForAnyAct, ...refusedForFounding, "fonds-act-unassigned"],
  }),
  "fonds.close": write({
    roles: keepers,
    input: closing.extend(when),
    output: acted,
    refusals: [...refusedForAnyAct, "fonds-act-same", "fonds-has-drafts", "matter-closed"],
  }),
  /** Takes back the newest act while nothing was built on it. */
  "fonds.revoke": write({
    roles: keepers,
    input: z.object({ actId: fondsActId }),
    output: acted,
    refusals: ["fonds-act-not-last", "fonds-in-use"],
  }),
};
