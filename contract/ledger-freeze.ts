// 固化 — a period of a ledger made into an item of the archive: a table without direct identifiers (personal-data P10).
import { z } from "zod";
import { itemId } from "./item.ts";
import { columnKey } from "./ledger-column.ts";
import { ledgerId, ledgerPeriod } from "./ledger.ts";
import { keepers, read, task } from "./procedure.ts";

export const freezeId = z.string().min(1).max(64).brand<"FreezeId">();
export type FreezeId = z.infer<typeof freezeId>;

/** plain: without direct identifiers; identified: with them, in a restricted item, sensitive columns still masked. */
export const freezeForm = z.enum(["plain", "identified"]);
export type FreezeForm = z.infer<typeof freezeForm>;
export const freezeFormLabel: Record<FreezeForm, string> = { plain: "去标识", identified: "含个人信息（限制）" };

/** Why a column is left out of the plain table. */
export const leftOut = z.enum(["", "personal", "sensitive", "person", "number", "paper"]);
export type LeftOut = z.infer<typeof leftOut>;

/** Rows that are not as they were: numbers (行号), at most 500 of each kind. */
export const freezeChange = z
  .object({
    addedCount: z.number().int(),
    changedCount: z.number().int(),
    removedCount: z.number().int(),
    added: z.array(z.number().int()).readonly(),
    changed: z.array(z.number().int()).readonly(),
    removed: z.array(z.number().int()).readonly(),
  })
  .readonly();
export type FreezeChange = z.infer<typeof freezeChange>;

const frozenFile = z
  .object({ name: z.string(), size: z.number().int(), sha256: z.string(), sm3: z.string() })
  .readonly();

/** One period as it was frozen once. The item is null when the clerk took it apart again. */
export const ledgerFreeze = z
  .object({
    id: freezeId,
    ledgerId,
    ledgerName: z.string(),
    period: ledgerPeriod,
    form: freezeForm,
    /** Which time this period was frozen, from 1. */
    number: z.number().int(),
    itemId: itemId.nullable(),
    itemTitle: z.string(),
    itemState: z.enum(["draft", "filed", "excluded", ""]),
    archivalCode: z.string(),
    rowCount: z.number().int(),
    lateCount: z.number().int(),
    /** Keyed: of no use to anybody without the keys of the rows (personal-data P7). */
    digest: z.string(),
    frozenAt: z.iso.datetime(),
    personName: z.string(),
    /** PDF and XLSX with their SHA-256 and SM3. */
    files: z.array(frozenFile).readonly(),
  })
  .readonly();
export type LedgerFreeze = z.infer<typeof ledgerFreeze>;

/** A row that stands in a frozen item, and whether it is another since. */
export const frozenRow = z
  .object({
    seq: z.number().int(),
    period: ledgerPeriod,
    /** Which freezing of that period it was, from 1. */
    number: z.number().int(),
    frozenAt: z.iso.datetime(),
    isChanged: z.boolean(),
  })
  .readonly();
export type FrozenRow = z.infer<typeof frozenRow>;

const which = { ledgerId, period: ledgerPeriod };

export const ledgerFreezeProcedures = {
  /** Periods that hold rows, newest first, and rows in none because their date is not known well enough. */
  "ledger.periods": read({
    roles: keepers,
    input: z.object({ ledgerId }),
    output: z.object({
      periods: z
        .array(
          z
            .object({
              period: ledgerPeriod,
              rowCount: z.number().int(),
              lateCount: z.number().int(),
              freezeCount: z.number().int(),
            })
            .readonly(),
        )
        .readonly(),
      undatedCount: z.number().int(),
    }),
    refusals: ["ledger-not-found"],
  }),
  /** What freezing this period would put out and what not. `findings` name row and column, never what stands there. */
  "ledger.freeze-preview": read({
    roles: keepers,
    input: z.object(which),
    output: z.object({
      columns: z.array(z.object({ key: columnKey, heading: z.string(), leftOut }).readonly()).readonly(),
      rowCount: z.number().int(),
      lateCount: z.number().int(),
      /** 限制处理: counted, nothing of them is shown (P9). */
      restrictedCount: z.number().int(),
      undatedCount: z.number().int(),
      /** Cells that look as if they named somebody: left blank in the table, with a word that they are. */
      findingCount: z.number().int(),
      findings: z.array(z.object({ rowNumber: z.number().int(), heading: z.string() }).readonly()).readonly(),
      isOver: z.boolean(),
      keepsIdentified: z.boolean(),
      /** Whether term and class are known, so that the item can be filed as it comes. */
      hasTerm: z.boolean(),
      /** Since it was frozen last; null when it never was. */
      change: freezeChange.nullable(),
    }),
    refusals: ["ledger-not-found", "freeze-period-wrong"],
  }),
  /**
   * Freezes a period: PDF and XLSX, counted again after they were sealed, as one item ready for filing; where the ledger keeps the
   * identified table, a second, restricted item. All of it or nothing. What was frozen before stays.
   */
  "ledger.freeze": task({
    roles: keepers,
    input: z.object({
      ...which,
      /** The clerk has confirmed that the period is not over yet. */
      isUnfinishedConfirmed: z.boolean().default(false),
    }),
    output: z.object({ freezes: z.array(ledgerFreeze).readonly(), change: freezeChange.nullable() }),
    refusals: [
      "ledger-not-found",
      "freeze-period-wrong",
      "freeze-empty",
      "freeze-period-open",
      "freeze-unchanged",
      "freeze-rows-changed",
      "fonds-closed",
      "matter-closed",
      "matter-not-found",
      "schedule-row-not-found",
      "term-under-minimum",
      "glyph-missing",
      "row-too-tall",
      "conservation-broken",
      "disk-full",
      "task-cancelled",
    ],
  }),
  /** What was frozen of a ledger, newest first. */
  "ledger.freezes": read({
    roles: keepers,
    input: z.object({ ledgerId, period: ledgerPeriod.optional() }),
    output: z.array(ledgerFreeze).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /** Which of these rows are frozen, and which of them have changed since: the item stays as it was. */
  "ledger.frozen-rows": read({
    roles: keepers,
    input: z.object({ ledgerId, seqs: z.array(z.number().int()).max(500) }),
    output: z.array(frozenRow).readonly(),
    refusals: ["ledger-not-found"],
  }),
  /** 校核: today's rows of the period against the digest that was frozen. */
  "ledger.freeze-check": read({
    roles: keepers,
    input: z.object({ freezeId }),
    output: z.object({ isSame: z.boolean(), rowCount: z.number().int(), change: freezeChange }),
    refusals: ["freeze-not-found"],
  }),
};
