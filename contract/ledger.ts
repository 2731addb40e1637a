// 台账 — a table the office fills through the year: what for, on what basis, for how long, with which columns (personal-data P1).
import { z } from "zod";
import { fondsId, matterId } from "./fonds.ts";
import { ledgerColumn } from "./ledger-column.ts";
import { scheduleRowId } from "./place-of-item.ts";
import { keepers, read } from "./procedure.ts";
import { retention } from "./retention.ts";

export const ledgerId = z.string().min(1).max(64).brand<"LedgerId">();
export type LedgerId = z.infer<typeof ledgerId>;

/** Code of a template: duties, imports and packs know the ledger by it. */
export const ledgerCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .brand<"LedgerCode">();
export type LedgerCode = z.infer<typeof ledgerCode>;

/** A draft takes no rows yet; a closed one takes no more. */
export const ledgerState = z.enum(["draft", "open", "closed"]);
export type LedgerState = z.infer<typeof ledgerState>;
export const ledgerStateLabel: Record<LedgerState, string> = { draft: "未启用", open: "使用中", closed: "已停用" };

/** 处理依据 (PIPL 13): no personal data; a statutory duty with its 告知书; consent. */
export const ledgerBasis = z.enum(["none", "duty", "consent"]);
export type LedgerBasis = z.infer<typeof ledgerBasis>;
export const ledgerBasisLabel: Record<LedgerBasis, string> = {
  none: "不含个人信息",
  duty: "履行法定职责",
  consent: "取得个人同意",
};

/** 固化周期: month, quarter or year. */
export const ledgerPeriodKind = z.enum(["month", "quarter", "year"]);
export type LedgerPeriodKind = z.infer<typeof ledgerPeriodKind>;

/** One period: YYYY, YYYY-Qn or YYYY-MM. */
export const ledgerPeriod = z.string().regex(/^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/);
export type LedgerPeriod = z.infer<typeof ledgerPeriod>;

/** A row written more than a month after its month is late in any ledger: with more days nothing would ever be marked (product W05). */
export const mostLateDays = 31;
/** Days as a ledger has them: one that was made before there was a limit keeps more, until they are lowered. */
export const keptLateDays = z.number().int().min(0).max(366).default(10);

/** 台账模板: a ledger as data, shipped, from a policy pack, or designed by the office. */
export const ledgerTemplate = z
  .object({
    code: ledgerCode,
    name: z.string().trim().min(1).max(40),
    purpose: z.string().trim().max(300),
    basis: ledgerBasis,
    basisWords: z.string().trim().max(500),
    retention: retention.nullable().default(null),
    period: ledgerPeriodKind.default("month"),
    keepsIdentified: z.boolean().default(false),
    lateDays: z.number().int().min(0).max(mostLateDays).default(10),
    columns: z.array(ledgerColumn).min(1).max(60),
  })
  .readonly();
export type LedgerTemplate = z.infer<typeof ledgerTemplate>;

/** A ledger of this archive with its columns in order. */
export const ledger = ledgerTemplate
  .unwrap()
  .extend({
    id: ledgerId,
    fondsId,
    lateDays: keptLateDays,
    state: ledgerState,
    matterId: matterId.nullable(),
    scheduleRowId: scheduleRowId.nullable(),
    source: z.string(),
    openedAt: z.string(),
    revision: z.number().int(),
  })
  .readonly();
export type Ledger = z.infer<typeof ledger>;

export const ledgerProcedures = {
  /** All ledgers of a 全宗 in the office's order, drafts and closed ones among them. */
  "ledger.list": read({ roles: keepers, input: z.object({ fondsId }), output: z.array(ledger).readonly() }),
  "ledger.read": read({
    roles: keepers,
    input: z.object({ id: ledgerId }),
    output: ledger,
    refusals: ["ledger-not-found"],
  }),
};
