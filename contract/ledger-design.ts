// 台账的设计 — made of a template or from nothing, changed column by column, opened once purpose and basis are said (personal-data P1, P2).
import { z } from "zod";
import { fondsId, matterId } from "./fonds.ts";
import { columnKey, ledgerColumn } from "./ledger-column.ts";
import { keptLateDays, ledger, ledgerId, ledgerTemplate } from "./ledger.ts";
import { scheduleRowId } from "./place-of-item.ts";
import { keepers, read, task, write } from "./procedure.ts";

/** A template as it is shipped; `scheduleRow` names a row of the starter schedule, `note` what a clerk should know of it. */
export const shippedTemplate = ledgerTemplate
  .unwrap()
  .extend({ scheduleRow: z.string().max(64).default(""), note: z.string().max(300).default("") })
  .readonly();
export type ShippedTemplate = z.infer<typeof shippedTemplate>;

/** 建立方式: where a ledger's design came from. */
export const designOrigin = z.enum(["shipped", "pack", "own"]);
export type DesignOrigin = z.infer<typeof designOrigin>;

/** What may be changed of a ledger: its words, its terms and its columns in order. What is left out of `columns` is taken away, its values stay. */
export const ledgerDesign = ledgerTemplate
  .unwrap()
  .omit({ code: true })
  .extend({
    lateDays: keptLateDays,
    matterId: matterId.nullable().default(null),
    scheduleRowId: scheduleRowId.nullable().default(null),
  })
  .readonly();
export type LedgerDesign = z.infer<typeof ledgerDesign>;

/** One difference between a template of a pack and the ledger that has its code; headings only. */
export const designDifference = z
  .object({
    kind: z.enum(["column-added", "column-changed", "column-absent", "words-changed"]),
    /** Heading of the column, or the Chinese name of the field. */
    what: z.string(),
    /** What is different of a column, in Chinese. */
    how: z.string(),
  })
  .readonly();
export type DesignDifference = z.infer<typeof designDifference>;

/** What was dropped of a pack before anything else saw it: by position, never by words that are refused (P2). */
export const packDropped = z
  .object({
    /** Place of the template in the file, from 1. */
    template: z.number().int(),
    /** Place of the column, from 1; 0 for the template as a whole. */
    column: z.number().int(),
    /** late-days: more days than `mostLateDays` for a row to be in time, everything else of the template is right. */
    why: z.enum(["refused", "unreadable", "late-days"]),
    /** Name of a template dropped for its days alone, whose words were looked at like any other's; blank otherwise. */
    name: z.string().default(""),
  })
  .readonly();
export type PackDropped = z.infer<typeof packDropped>;

/** A template pack looked at: nothing of it is kept until the clerk takes a template over. */
export const templatePack = z
  .object({
    name: z.string(),
    templates: z
      .array(
        z
          .object({
            template: ledgerTemplate,
            /** The ledger that has the template's code already, and what it would become; null: a new one. */
            ledger: ledger.nullable(),
            /** Columns of the ledger that the pack does not have stay. */
            proposal: ledgerDesign,
            differences: z.array(designDifference).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    dropped: z.array(packDropped).readonly(),
  })
  .readonly();
export type TemplatePack = z.infer<typeof templatePack>;

const change = { id: ledgerId, revision: z.number().int() };
const designRefusals = [
  "fonds-not-found",
  "fonds-closed",
  "matter-not-found",
  "schedule-row-not-found",
  "field-refused",
  "ledger-basis-missing",
  "ledger-column-twice",
  "ledger-rule-wrong",
  "ledger-formula-unreadable",
  "ledger-formula-unknown",
  "ledger-formula-circle",
  "ledger-formula-personal",
] as const;
const changeRefusals = ["ledger-not-found", "ledger-changed"] as const;

export const ledgerDesignProcedures = {
  /** Shipped templates, each with the ledger of the 全宗 that has its code already. */
  "ledger.templates": read({
    roles: keepers,
    input: z.object({ fondsId }),
    output: z.array(z.object({ template: shippedTemplate, ledgerId: ledgerId.nullable() }).readonly()).readonly(),
    refusals: ["fonds-not-found"],
  }),
  /** Makes a draft: of a shipped template with what the clerk changed, of a pack, or from nothing. */
  "ledger.make": write({
    roles: keepers,
    input: z.object({
      fondsId,
      origin: designOrigin,
      /** Name of the pack; blank otherwise. */
      packName: z.string().trim().max(60).default(""),
      template: ledgerTemplate,
      matterId: matterId.nullable().default(null),
      scheduleRowId: scheduleRowId.nullable().default(null),
    }),
    output: ledger,
    refusals: [...designRefusals, "ledger-code-taken"],
  }),
  /**
   * Writes the design anew. A key never changes; a column with values changes its kind only without loss and its
   * nearness to a person not at all. An open ledger keeps purpose and basis; a new sensitive column of it takes values
   * after a new 影响评估 only. Rows of a long ledger are reckoned in turns first: stopping leaves everything as it was.
   */
  "ledger.design": task({
    roles: keepers,
    input: z.object({ ...change, design: ledgerDesign }),
    output: ledger,
    refusals: [...changeRefusals, ...designRefusals, "ledger-late-days", "ledger-column-filled", "task-cancelled"],
  }),
  /** 启用: purpose and basis are there, and a 影响评估 that covers every sensitive column (PIPL 13, 17, 55). */
  "ledger.open": write({
    roles: keepers,
    input: z.object(change),
    output: ledger,
    refusals: [...changeRefusals, ...designRefusals, "ledger-not-assessed"],
  }),
  /** 停用: takes no more rows. One that never had a row is a draft again. */
  "ledger.close": write({ roles: keepers, input: z.object(change), output: ledger, refusals: changeRefusals }),
  /** Removes a draft that has neither a row nor a 影响评估. */
  "ledger.drop": write({
    roles: keepers,
    input: z.object(change),
    output: z.object({}),
    refusals: [...changeRefusals, "ledger-in-use"],
  }),
  /** The order ledgers are listed in; those not named keep theirs behind. */
  "ledger.reorder": write({
    roles: keepers,
    input: z.object({ fondsId, ids: z.array(ledgerId).min(1).max(500) }),
    output: z.array(ledger).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /** Sensitive columns that no valid 影响评估 covers yet: they take no values. */
  "ledger.unassessed": read({
    roles: keepers,
    input: z.object({ id: ledgerId }),
    output: z.array(columnKey).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /** Columns that were taken away, with their values still in the rows. */
  "ledger.removed-columns": read({
    roles: keepers,
    input: z.object({ id: ledgerId }),
    output: z.array(ledgerColumn).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /** Looks at a template pack (JSON). Keeps nothing; refused columns are dropped and named by position. */
  "ledger.read-pack": task({
    roles: keepers,
    input: z.object({ fondsId, path: z.string().min(1) }),
    output: templatePack,
    refusals: [
      "fonds-not-found",
      "source-missing",
      "source-unreadable",
      "source-changed",
      "link-refused",
      "not-a-file",
      "task-cancelled",
      "ledger-pack-invalid",
      "ledger-pack-too-large",
    ],
  }),
};

/** Largest template pack that is read, in bytes. */
export const packSizeLimit = 2 * 1024 * 1024;
/** Most templates of one pack. */
export const mostPackTemplates = 100;
