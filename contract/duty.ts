// 履职事项 — what has to be done how often, and which ledger proves it. A row proves what took place; nothing is invented for it.
import { z } from "zod";
import { archivalDate } from "./archival-date.ts";
import { fondsId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { columnKey } from "./ledger-column.ts";
import { ledgerRowId } from "./ledger-row.ts";
import { ledgerCode, ledgerId } from "./ledger.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay } from "./whole-day.ts";

export const dutyId = z.string().min(1).max(64).brand<"DutyId">();
export type DutyId = z.infer<typeof dutyId>;

/** An ISO 8601 period; 经常 (regular) and 有事即办 (on-event) have none and are never late. */
export const dutyFrequency = z.enum(["P1M", "P3M", "P6M", "P1Y", "regular", "on-event"]);
export type DutyFrequency = z.infer<typeof dutyFrequency>;
export const dutyFrequencyLabel: Record<DutyFrequency, string> = {
  P1M: "每月",
  P3M: "每季度",
  P6M: "每半年",
  P1Y: "每年",
  regular: "经常",
  "on-event": "有事即办",
};

/** YYYY, YYYY-Hn, YYYY-Qn or YYYY-MM. */
export const dutyPeriod = z.string().regex(/^\d{4}(?:-H[12]|-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/);
export type DutyPeriod = z.infer<typeof dutyPeriod>;

const words = (most: number) => z.string().trim().max(most);

/** What of a duty is written by the office. */
export const dutyTerms = z
  .object({
    name: words(80).min(1),
    frequency: dutyFrequency,
    /** How often in each period; null where there is no period. */
    times: z.number().int().min(1).max(400).nullable(),
    /** Code of the ledger, or "archive": proved by what was filed in the year. */
    ledgerCode,
    /** Column whose value decides which rows count; null is the column of part `kind`. */
    countsBy: columnKey.nullable().default(null),
    /** Its value; "" counts every row. */
    kindValue: words(60).default(""),
    owner: words(40).default("社区"),
    beginsOn: wholeDay,
  })
  .readonly();
export type DutyTerms = z.infer<typeof dutyTerms>;

export const duty = dutyTerms
  .unwrap()
  .extend({
    id: dutyId,
    fondsId,
    code: z.string(),
    /** Title of the paper it comes from, with 待核对 where nobody has checked it; "" for the office's own. */
    source: z.string(),
    isActive: z.boolean(),
    revision: z.number().int(),
  })
  .readonly();
export type Duty = z.infer<typeof duty>;

/** done; open: the period runs; late: it is over and it was not done; coming: not begun; counted: no period, so never late. */
export const dutyState = z.enum(["done", "open", "late", "coming", "counted"]);
export type DutyState = z.infer<typeof dutyState>;
export const dutyStateLabel: Record<DutyState, string> = {
  done: "已完成",
  open: "待办",
  late: "逾期",
  coming: "未到期",
  counted: "计次",
};

/** 未开展说明: why it was not done; it stays not done. */
export const dutyStatement = z
  .object({ words: z.string(), itemId: itemId.nullable(), item: z.string(), at: z.string() })
  .readonly();
export type DutyStatement = z.infer<typeof dutyStatement>;

/** One duty in one period. */
export const dutyTurn = z
  .object({
    period: dutyPeriod,
    /** First and last day. */
    from: z.string(),
    dueOn: z.string(),
    state: dutyState,
    count: z.number().int(),
    /** Of those counted, written down later than the ledger allows: 补录. */
    lateCount: z.number().int(),
    lastOn: archivalDate,
    statement: dutyStatement.nullable(),
  })
  .readonly();
export type DutyTurn = z.infer<typeof dutyTurn>;

export const dutyLine = z
  .object({
    duty,
    /** Null while the office keeps no such ledger. */
    ledger: z.object({ id: ledgerId, name: z.string(), isOpen: z.boolean() }).readonly().nullable(),
    /** 街道's own duty: shown apart, none of the community's. */
    isOfStreet: z.boolean(),
    turns: z.array(dutyTurn).readonly(),
  })
  .readonly();
export type DutyLine = z.infer<typeof dutyLine>;

/** A row as proof: its number, its date, its kind. Never the words of a person. */
export const dutyRow = z
  .object({
    rowId: ledgerRowId,
    seq: z.number().int(),
    occurredOn: archivalDate,
    kind: z.string(),
    isLate: z.boolean(),
    isCounted: z.boolean(),
    /** The clerk's word; null where the rule alone decides. */
    isSaid: z.boolean().nullable(),
  })
  .readonly();
export type DutyRow = z.infer<typeof dutyRow>;

/** A target share, counted or typed; nulls where something is not known yet. */
export const dutyTarget = z
  .object({
    code: z.string(),
    name: z.string(),
    atLeast: z.number(),
    part: z.number().int().nullable(),
    whole: z.number().int().nullable(),
    isMet: z.boolean().nullable(),
    /** How the figures come about. */
    how: z.string(),
    source: z.string(),
  })
  .readonly();
export type DutyTarget = z.infer<typeof dutyTarget>;

/** 办理记录: what was done to a duty, when and by whom; no word of any row. `reasonCode` of duty.switch is on or off. */
export const dutyAct = z
  .object({ at: z.iso.datetime(), personName: z.string(), action: z.string(), reasonCode: z.string() })
  .readonly();
export type DutyAct = z.infer<typeof dutyAct>;

const year = z.number().int().min(1950).max(2200);
const notFound = ["duty-not-found"] as const;
const termsRefused = ["duty-times-missing", "duty-column-unfit", "field-refused"] as const;

export const dutyProcedures = {
  "duty.list": read({ roles: keepers, input: z.object({ fondsId }), output: z.array(duty).readonly() }),
  /** Every duty of a year with its periods; those switched off are left out. */
  "duty.calendar": read({
    roles: keepers,
    input: z.object({ fondsId, year }),
    output: z.object({
      today: z.string(),
      lines: z.array(dutyLine).readonly(),
      /** Shipped duties the office has not taken yet. */
      offered: z.number().int(),
    }),
  }),
  /** This month: what is due, what is late, what is done; and the yearly self-audit. */
  "duty.month": read({
    roles: keepers,
    input: z.object({ fondsId }),
    output: z.object({
      month: z.string(),
      lines: z.array(dutyLine).readonly(),
      selfAudit: z.object({ year, dueOn: z.string(), isDone: z.boolean() }).readonly(),
    }),
  }),
  /** Rows of a duty in one period that count, and those of its ledger that do not; newest first, 500 at most. */
  "duty.rows": read({
    roles: keepers,
    input: z.object({ id: dutyId, period: dutyPeriod }),
    output: z.object({ rows: z.array(dutyRow).readonly(), isCut: z.boolean() }),
    refusals: [...notFound, "duty-period-wrong"],
  }),
  "duty.targets": read({
    roles: keepers,
    input: z.object({ fondsId, year }),
    output: z.object({ targets: z.array(dutyTarget).readonly(), fourOnes: z.array(z.string()).readonly() }),
  }),
  /** What was done to one duty, newest first, 200 at most. */
  "duty.history": read({
    roles: keepers,
    input: z.object({ id: dutyId }),
    output: z.array(dutyAct).readonly(),
    refusals: [...notFound],
  }),
  /** Takes the shipped duties that are not there yet; they count from `beginsOn`. */
  "duty.take": write({
    roles: keepers,
    input: z.object({ fondsId, beginsOn: wholeDay }),
    output: z.object({ taken: z.number().int() }),
    refusals: ["fonds-not-found", "duty-nothing-offered"],
  }),
  /** Gives taken duties back, all or none: only while nobody has revised one, proved it or stated why it was not done. */
  "duty.give-back": write({
    roles: keepers,
    input: z.object({ fondsId, ids: z.array(dutyId).min(1).max(200) }),
    output: z.object({ given: z.number().int() }),
    refusals: [...notFound, "duty-in-use"],
  }),
  "duty.add": write({
    roles: keepers,
    input: z.object({ fondsId, terms: dutyTerms }),
    output: duty,
    refusals: ["fonds-not-found", ...termsRefused],
  }),
  "duty.revise": write({
    roles: keepers,
    input: z.object({ id: dutyId, revision: z.number().int(), terms: dutyTerms }),
    output: duty,
    refusals: [...notFound, "duty-changed", ...termsRefused],
  }),
  /** Switches a duty off, or on again; what proved it stays. */
  "duty.switch": write({
    roles: keepers,
    input: z.object({ id: dutyId, revision: z.number().int(), isActive: z.boolean() }),
    output: duty,
    refusals: [...notFound, "duty-changed"],
  }),
  /** The clerk's word that a row counts or does not; null takes the word back. */
  "duty.proof": write({
    roles: keepers,
    input: z.object({ id: dutyId, rowId: ledgerRowId, counts: z.boolean().nullable() }),
    output: z.object({}),
    refusals: [...notFound, "ledger-row-not-found", "ledger-row-removed", "duty-row-elsewhere", "duty-row-undated"],
  }),
  /** 未开展说明; blank words take it back. */
  "duty.state-not-done": write({
    roles: keepers,
    input: z.object({ id: dutyId, period: dutyPeriod, words: words(500), itemId: itemId.nullable().default(null) }),
    output: z.object({}),
    refusals: [...notFound, "duty-period-wrong", "duty-done", "field-refused", "item-not-found"],
  }),
};
