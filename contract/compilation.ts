// 编研 — 大事记, 组织沿革, 社区概况, compiled from filed items; every entry carries its 出处 (community order 11, 编研).
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { fondsId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";

export const compilationId = z.string().min(1).brand<"CompilationId">();
export type CompilationId = z.infer<typeof compilationId>;
export const compilationEntryId = z.string().min(1).brand<"CompilationEntryId">();
export type CompilationEntryId = z.infer<typeof compilationEntryId>;

/** 大事记 · 组织沿革 · 社区概况. */
export const compilationKind = z.enum(["chronicle", "organisation", "overview"]);
export type CompilationKind = z.infer<typeof compilationKind>;
export const compilationKindLabel: Record<CompilationKind, string> = {
  chronicle: "大事记",
  organisation: "组织沿革",
  overview: "社区概况",
};

const compilationFields = z.object({
  fondsId,
  kind: compilationKind,
  title: z.string().trim().min(1).max(100),
  fromDate: archivalDate,
  toDate: archivalDate,
  compiledBy: z.string().trim().max(80),
});

export const compilation = compilationFields
  .extend({
    id: compilationId,
    madeAt: z.iso.datetime(),
    revision: z.number().int(),
    entryCount: z.number().int(),
    /** Entries without a 出处: shown, never hidden. */
    uncitedCount: z.number().int(),
  })
  .readonly();
export type Compilation = z.infer<typeof compilation>;

/** 出处: an item with its 档号 as it is now; a restricted item shows its neutral title. */
export const citation = z
  .object({ itemId, archivalCode: z.string(), title: z.string(), pageNote: z.string() })
  .readonly();
export type Citation = z.infer<typeof citation>;

const entryFields = z.object({
  happenedOn: archivalDate,
  heading: z.string().trim().max(100),
  words: z.string().trim().min(1).max(4000),
  citations: z
    .array(z.object({ itemId, pageNote: z.string().trim().max(80).default("") }))
    .max(50)
    .default([]),
});

export const compilationEntry = entryFields
  .extend({
    id: compilationEntryId,
    citations: z.array(citation).readonly(),
    enteredAt: z.iso.datetime(),
    revision: z.number().int(),
  })
  .readonly();
export type CompilationEntry = z.infer<typeof compilationEntry>;

/** An item that may make an entry; the words are proposed, nothing is kept until the clerk takes it. */
export const compilationProposal = z
  .object({
    itemId,
    archivalCode: z.string(),
    happenedOn: archivalDate,
    words: z.string(),
    /** The words of the title that speak for it; blank when it is only in the period. */
    why: z.string(),
  })
  .readonly();
export type CompilationProposal = z.infer<typeof compilationProposal>;

const compilationRefusals = ["compilation-not-found", "compilation-changed"] as const;
const entryRefusals = [
  "compilation-entry-not-found",
  "compilation-changed",
  "item-not-found",
  "citation-unfiled",
] as const;

export const compilationProcedures = {
  "compilation.list": read({
    roles: keepers,
    input: z.object({}),
    output: z.array(compilation).readonly(),
  }),
  "compilation.read": read({
    roles: keepers,
    input: z.object({ id: compilationId }),
    output: z.object({ compilation, entries: z.array(compilationEntry).readonly() }),
    refusals: ["compilation-not-found"],
  }),
  /** Filed items of its period that are not cited yet, likely ones first; at most 200. Restricted ones never. */
  "compilation.propose": read({
    roles: keepers,
    input: z.object({ id: compilationId, words: z.string().max(100).default("") }),
    output: z.array(compilationProposal).readonly(),
    refusals: ["compilation-not-found"],
  }),
  "compilation.make": write({
    roles: keepers,
    input: compilationFields,
    output: compilation,
    refusals: ["fonds-not-found"],
  }),
  "compilation.revise": write({
    roles: keepers,
    input: compilationFields.extend({ id: compilationId, revision: z.number().int() }),
    output: compilation,
    refusals: [...compilationRefusals, "fonds-not-found"],
  }),
  /** Only an empty one goes; entries are taken out one by one. */
  "compilation.remove": write({
    roles: keepers,
    input: z.object({ id: compilationId, revision: z.number().int() }),
    output: z.object({}),
    refusals: [...compilationRefusals, "compilation-not-empty"],
  }),
  /** Adds entries in their order of date, or at the end where the date is unknown. */
  "compilation.add-entries": write({
    roles: keepers,
    input: z.object({ id: compilationId, entries: z.array(entryFields).min(1).max(200) }),
    output: z.array(compilationEntry).readonly(),
    refusals: ["compilation-not-found", "item-not-found", "citation-unfiled"],
  }),
  "compilation.revise-entry": write({
    roles: keepers,
    input: entryFields.extend({ entryId: compilationEntryId, revision: z.number().int() }),
    output: compilationEntry,
    refusals: [...entryRefusals],
  }),
  /** Moves an entry to stand right after another, or first (null). */
  "compilation.move-entry": write({
    roles: keepers,
    input: z.object({ entryId: compilationEntryId, after: compilationEntryId.nullable() }),
    output: z.object({}),
    refusals: ["compilation-entry-not-found"],
  }),
  "compilation.remove-entries": write({
    roles: keepers,
    input: z.object({ id: compilationId, entryIds: z.array(compilationEntryId).min(1).max(200) }),
    output: z.object({ count: z.number().int() }),
    refusals: ["compilation-not-found", "compilation-entry-not-found"],
  }),
};
