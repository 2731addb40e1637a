// 归档移交清单 — what every organisation and post hands in for a year, when it is due, and what is judged 不归档.
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { keepers, read, write } from "./procedure.ts";

export const collectionSourceId = z.string().min(1).brand<"CollectionSourceId">();
export type CollectionSourceId = z.infer<typeof collectionSourceId>;
export const collectionLineId = z.string().min(1).brand<"CollectionLineId">();
export type CollectionLineId = z.infer<typeof collectionLineId>;

/** 党组织, 居委会, 服务站, 社会组织, 岗位 (a post of the staff, named by its duty), 其他. */
export const collectionSourceKind = z.enum(["party", "committee", "station", "association", "post", "other"]);
export type CollectionSourceKind = z.infer<typeof collectionSourceKind>;
export const collectionSourceLabel: Record<CollectionSourceKind, string> = {
  party: "党组织",
  committee: "居委会",
  station: "服务站",
  association: "社会组织",
  post: "人员（岗位）",
  other: "其他",
};

/** A whole day, or "" for none. */
const day = z.union([z.literal(""), z.iso.date()]);

/** Who hands in. */
export const collectionSource = z
  .object({
    id: collectionSourceId,
    fondsId,
    kind: collectionSourceKind,
    name: z.string().trim().min(1).max(80),
    position: z.number().int(),
    isUsed: z.boolean(),
  })
  .readonly();
export type CollectionSource = z.infer<typeof collectionSource>;

/** 应交 / 已交 / 未交 (judged: it will not come) / 不归档. */
export const collectionState = z.enum(["expected", "handed-in", "missing", "excluded"]);
export type CollectionState = z.infer<typeof collectionState>;
export const collectionStateLabel: Record<CollectionState, string> = {
  expected: "应交",
  "handed-in": "已交",
  missing: "未交",
  excluded: "不归档",
};

const lineFields = z.object({
  sourceId: collectionSourceId,
  category: categoryCode,
  year: z.number().int().min(1900).max(2200),
  title: z.string().trim().min(1).max(300),
  kind: z.string().trim().max(40),
  /** 份数 and 页数 as the list states them; 0 is not stated. */
  copies: z.number().int().min(0).max(100_000),
  pages: z.number().int().min(0).max(1_000_000),
  dueOn: day,
});

/** What a line has come to. */
const lineState = z.object({
  state: collectionState,
  handedInOn: day,
  remindedOn: day,
  reminderCount: z.number().int().min(0),
  reason: z.string().trim().max(300),
});

export const collectionLine = lineFields
  .extend(lineState.shape)
  .extend({
    id: collectionLineId,
    sourceName: z.string(),
    sourceKind: collectionSourceKind,
    revision: z.number().int(),
    /** Expected, and its day has passed. */
    isOverdue: z.boolean(),
  })
  .readonly();
export type CollectionLine = z.infer<typeof collectionLine>;

const ids = z.array(collectionLineId).min(1).max(2000);
const lines = z.object({ lines: z.array(collectionLine).readonly() });
/** A line as written, and whether its title holds words that belong to a person (personal-data P2). */
const written = z.object({ line: collectionLine, hasPersonalWords: z.boolean() });

export const collectionProcedures = {
  "collection.sources": read({
    roles: keepers,
    input: z.object({ fondsId }),
    output: z.array(collectionSource).readonly(),
  }),
  "collection.add-source": write({
    roles: keepers,
    input: collectionSource.unwrap().pick({ fondsId: true, kind: true, name: true }),
    output: collectionSource,
    refusals: ["fonds-not-found", "collection-source-taken"],
  }),
  "collection.revise-source": write({
    roles: keepers,
    input: collectionSource.unwrap().pick({ id: true, kind: true, name: true, isUsed: true }),
    output: collectionSource,
    refusals: ["collection-not-found", "collection-source-taken"],
  }),
  "collection.list": read({
    roles: keepers,
    input: z.object({
      fondsId,
      year: z.number().int(),
      category: categoryCode.optional(),
      sourceId: collectionSourceId.optional(),
      state: collectionState.optional(),
    }),
    output: lines,
  }),
  "collection.add": write({
    roles: keepers,
    input: lineFields.partial({ kind: true, copies: true, pages: true, dueOn: true }),
    output: written,
    refusals: ["collection-not-found"],
  }),
  "collection.revise": write({
    roles: keepers,
    input: z.object({ id: collectionLineId, revision: z.number().int(), fields: lineFields.partial() }),
    output: written,
    refusals: ["collection-not-found", "collection-changed-meanwhile"],
  }),
  /** Takes a line out that was entered by mistake; a verdict is `judge`. */
  "collection.remove": write({
    roles: keepers,
    input: z.object({ id: collectionLineId, revision: z.number().int() }),
    output: z.object({}),
    refusals: ["collection-not-found", "collection-changed-meanwhile"],
  }),
  /** 已交, 未交, 不归档, or back to 应交; 未交 and 不归档 need a reason. */
  "collection.judge": write({
    roles: keepers,
    input: z.object({
      ids,
      state: collectionState,
      /** The day it was handed in; today when left out. */
      on: z.iso.date().optional(),
      reason: z.string().trim().max(300).default(""),
    }),
    output: lines,
    refusals: ["collection-not-found", "reason-missing"],
  }),
  /** 催交: notes that the sources of these lines were reminded today. */
  "collection.remind": write({
    roles: keepers,
    input: z.object({ ids }),
    output: lines,
    refusals: ["collection-not-found", "collection-not-expected"],
  }),
  /** Puts lines back as they stood; the way back of judge and remind. */
  "collection.restore": write({
    roles: keepers,
    input: z.object({
      lines: z
        .array(lineState.extend({ id: collectionLineId, revision: z.number().int() }))
        .min(1)
        .max(2000),
    }),
    output: lines,
    refusals: ["collection-not-found", "collection-changed-meanwhile", "reason-missing"],
  }),
  /** Expects again what another year had: its lines as 应交, without those already there. */
  "collection.expect-again": write({
    roles: keepers,
    input: z.object({ fondsId, fromYear: z.number().int(), year: z.number().int().min(1900).max(2200) }),
    output: z.object({ addedCount: z.number().int() }),
    refusals: ["fonds-not-found"],
  }),
};
