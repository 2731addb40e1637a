// 收文登记簿 and 发文登记簿 — written once when a paper comes or goes; the entry becomes a 件 without retyping.
import { z } from "zod";
import { accessClass, securityLevel, typedSecurityMark } from "./access.ts";
import { archivalDate } from "./archival-date.ts";
import { fondsId, matterId } from "./fonds.ts";
import { itemId, itemRow } from "./item.ts";
import { scheduleRowId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";

export const registerEntryId = z.string().min(1).brand<"RegisterEntryId">();
export type RegisterEntryId = z.infer<typeof registerEntryId>;

/** 收文 · 发文. */
export const registerKind = z.enum(["incoming", "outgoing"]);
export type RegisterKind = z.infer<typeof registerKind>;
export const registerKindLabel: Record<RegisterKind, string> = { incoming: "收文", outgoing: "发文" };

/** 办理状态. */
export const registerState = z.enum(["registered", "in-hand", "done", "no-action", "cancelled"]);
export type RegisterState = z.infer<typeof registerState>;
export const registerStateLabel: Record<RegisterState, string> = {
  registered: "已登记",
  "in-hand": "办理中",
  done: "已办结",
  "no-action": "阅知，无须办理",
  cancelled: "作废",
};

/** A whole day of the calendar, YYYY-MM-DD. */
const day = archivalDate.refine((text) => text.length === 10, "a whole day");

/** What the clerk writes of a paper that came or went; blank text means not known. */
export const registerFields = z
  .object({
    fondsId,
    kind: registerKind,
    /** 收文日期 or 发文日期: the year of the register follows it. */
    happenedOn: day,
    /** 来文机关, or 主送机关 of a paper sent. */
    correspondent: z.string().trim().max(200),
    /** 责任者 as the catalogue will have it; blank is the correspondent of a paper received. */
    creator: z.string().trim().max(200),
    documentNumber: z.string().trim().max(100),
    documentDate: archivalDate,
    title: z.string().trim().min(1).max(500),
    copies: z.number().int().min(1).max(10_000),
    pageCount: z.number().int().min(0).max(100_000),
    access: accessClass,
    neutralTitle: z.string().trim().max(200),
    remark: z.string().trim().max(500),
    matterId: matterId.nullable(),
    retention: retention.nullable(),
    scheduleRowId: scheduleRowId.nullable(),
    handler: z.string().trim().max(80),
    /** 办理期限; blank when there is none. */
    dueOn: z.union([z.literal(""), day]),
  })
  .readonly();
export type RegisterFields = z.infer<typeof registerFields>;

export const registerEntry = registerFields
  .unwrap()
  .extend({
    id: registerEntryId,
    year: z.number().int(),
    number: z.number().int(),
    securityLevel,
    state: registerState,
    itemId: itemId.nullable(),
    archivalCode: z.string(),
    revision: z.number().int(),
    enteredAt: z.iso.datetime(),
  })
  .readonly();
export type RegisterEntry = z.infer<typeof registerEntry>;

/** One step of 办理: the day it happened and the moment it was written down are kept apart. */
export const registerStep = z
  .object({
    number: z.number().int(),
    state: registerState,
    happenedOn: z.string(),
    enteredAt: z.iso.datetime(),
    handler: z.string(),
    note: z.string(),
  })
  .readonly();
export type RegisterStep = z.infer<typeof registerStep>;

/** Said beside an entry, never in its way. */
export const registerWarning = z
  .object({
    code: z.enum(["same-document-number", "personal-words", "entered-late"]),
    message: z.string(),
    entryId: registerEntryId.nullable(),
  })
  .readonly();
export type RegisterWarning = z.infer<typeof registerWarning>;

const written = z.object({ entry: registerEntry, warnings: z.array(registerWarning).readonly() });
const touched = { id: registerEntryId, revision: z.number().int() };
const filter = z
  .object({
    fondsId: fondsId.optional(),
    kind: registerKind,
    year: z.number().int().optional(),
    state: registerState.optional(),
    /** Only entries without an item. */
    isLoose: z.boolean().optional(),
    words: z.string().max(100).optional(),
  })
  .readonly();

export const registerProcedures = {
  "register.list": read({
    roles: keepers,
    input: z.object({
      filter,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(registerEntry).readonly(), total: z.number().int() }),
  }),
  "register.read": read({
    roles: keepers,
    input: z.object({ id: registerEntryId }),
    output: z.object({ entry: registerEntry, steps: z.array(registerStep).readonly() }),
    refusals: ["register-entry-not-found"],
  }),
  "register.years": read({
    roles: keepers,
    input: z.object({ kind: registerKind }),
    output: z.array(z.object({ year: z.number().int(), count: z.number().int() })).readonly(),
  }),
  /** What is already there under the same 文号: entries of both registers, and items. Asked while typing. */
  "register.same-number": read({
    roles: keepers,
    input: z.object({
      documentNumber: z.string().max(100),
      correspondent: z.string().max(200),
      except: registerEntryId.optional(),
    }),
    output: z.object({ entries: z.array(registerEntry).readonly(), items: z.array(itemRow).readonly() }),
  }),
  /** Names of organisations written before that begin like this (letters of pinyin too), newest first, at most 20. */
  "register.suggest": read({
    roles: keepers,
    input: z.object({ field: z.enum(["correspondent", "handler"]), beginning: z.string().max(100).default("") }),
    output: z.array(z.string()).readonly(),
  }),
  "register.add": write({
    roles: keepers,
    input: z.object({ fields: registerFields, securityMark: typedSecurityMark }),
    output: written,
    refusals: ["fonds-not-found", "fonds-closed", "matter-not-found", "state-secret"],
  }),
  /** Takes the newest entry of a register back, number and all; any other is cancelled instead. */
  "register.take-back": write({
    roles: keepers,
    input: z.object(touched),
    output: z.object({ number: z.number().int() }),
    refusals: ["register-entry-not-found", "register-entry-changed", "register-entry-not-last", "register-entry-filed"],
  }),
  "register.revise": write({
    roles: keepers,
    input: z.object({ ...touched, fields: registerFields, securityMark: typedSecurityMark }),
    output: written,
    refusals: [
      "register-entry-not-found",
      "register-entry-changed",
      "register-year-fixed",
      "fonds-not-found",
      "matter-not-found",
      "state-secret",
    ],
  }),
  /** One step of 办理; "cancelled" needs a note and leaves the number standing. */
  "register.handle": write({
    roles: keepers,
    input: z.object({
      ...touched,
      state: registerState,
      happenedOn: day,
      handler: z.string().trim().max(80).default(""),
      note: z.string().trim().max(500).default(""),
    }),
    output: z.object({ entry: registerEntry, steps: z.array(registerStep).readonly() }),
    refusals: ["register-entry-not-found", "register-entry-changed", "register-reason-missing", "register-entry-filed"],
  }),
  /** Takes the last step of 办理 back. */
  "register.unhandle": write({
    roles: keepers,
    input: z.object(touched),
    output: z.object({ entry: registerEntry, steps: z.array(registerStep).readonly() }),
    refusals: ["register-entry-not-found", "register-entry-changed"],
  }),
  /** Makes a 件 of each entry that has none: nothing is typed again. Cancelled entries are left out. */
  "register.to-items": write({
    roles: keepers,
    input: z.object({ ids: z.array(registerEntryId).min(1).max(2000) }),
    output: z.object({ itemIds: z.array(itemId).readonly(), skipped: z.number().int() }),
    refusals: ["fonds-closed", "register-entry-not-found", "register-nothing-to-do"],
  }),
  /** The way back: the items made, if nobody has touched them since. */
  "register.undo-items": write({
    roles: keepers,
    input: z.object({ itemIds: z.array(itemId).min(1).max(2000) }),
    output: z.object({ count: z.number().int() }),
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile"],
  }),
  /** Says that an item which is already there is the paper of this entry; null takes the word back. */
  "register.link": write({
    roles: keepers,
    input: z.object({ ...touched, itemId: itemId.nullable() }),
    output: registerEntry,
    refusals: ["register-entry-not-found", "register-entry-changed", "item-not-found"],
  }),
};
