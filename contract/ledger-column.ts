// 台账的列 — what one column of a ledger holds, how it is checked, and how near it is to a person (personal-data P1, P7).
import { z } from "zod";

/** Key of a column inside its ledger: it never changes, whatever the heading becomes. */
export const columnKey = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,31}$/)
  .brand<"ColumnKey">();
export type ColumnKey = z.infer<typeof columnKey>;

/** 列的类型. */
export const columnKind = z.enum([
  "text",
  "longText",
  "number",
  "money",
  "date",
  "choice",
  "tags",
  "yesNo",
  "person",
  "household",
  "address",
  "grid",
  "attachment",
  "item",
  "formula",
]);
export type ColumnKind = z.infer<typeof columnKind>;
export const columnKindLabel: Record<ColumnKind, string> = {
  text: "文字",
  longText: "长文字",
  number: "数字",
  money: "金额（大写）",
  date: "日期",
  choice: "单选",
  tags: "多选",
  yesNo: "是否",
  person: "居民",
  household: "户",
  address: "住址",
  grid: "网格",
  attachment: "附件",
  item: "归档件",
  formula: "公式",
};

/** What the column is to periods, duties and statistics; each stands in one column of a ledger at most. */
export const columnPart = z.enum(["", "occurred", "kind", "result", "grid", "target", "subject"]);
export type ColumnPart = z.infer<typeof columnPart>;

/** 与个人信息的关系: none; personal (name, phone, address); sensitive (sealed under the row's own key, masked until revealed). */
export const personalLevel = z.enum(["none", "personal", "sensitive"]);
export type PersonalLevel = z.infer<typeof personalLevel>;
export const personalLevelLabel: Record<PersonalLevel, string> = {
  none: "不含个人信息",
  personal: "个人信息",
  sensitive: "敏感个人信息",
};

/** 文字的式样: digits kept exactly as written; an ID number's check character by GB 11643-1999. */
export const textFormat = z.enum(["plain", "phone", "idNumber", "account", "digits"]);
export type TextFormat = z.infer<typeof textFormat>;

/** What of a resident's record fills this column when one is picked (P4). */
export const residentField = z.enum(["", "phone", "address", "grid", "householdNumber", "idNumber", "age", "sex"]);
export type ResidentField = z.infer<typeof residentField>;

/** 检查规则, default and choices; what does not belong to the kind is left at its default. */
export const columnRules = z
  .object({
    /** Value of a new row; "=today" for a date, "=last" for what the row before has. */
    initial: z.string().max(200).default(""),
    format: textFormat.default("plain"),
    choices: z.array(z.string().trim().min(1).max(60)).max(200).default([]),
    /** Whether a value beside the choices is taken. */
    isOpenChoice: z.boolean().default(false),
    least: z.number().nullable().default(null),
    most: z.number().nullable().default(null),
    decimals: z.number().int().min(0).max(6).default(2),
    longest: z.number().int().min(1).max(4000).nullable().default(null),
    /** A date after today is refused unless this says otherwise. */
    mayBeFuture: z.boolean().default(false),
    /** Of kind formula: an expression over keys of number, money, date and text columns. */
    formula: z.string().max(500).default(""),
    /** Of a column that is filled when the resident of the column `from` is picked. */
    fillsFrom: columnKey.nullable().default(null),
    fillsWith: residentField.default(""),
    /** Pixels in the grid at 100 %. */
    width: z.number().int().min(40).max(800).default(120),
    hint: z.string().max(200).default(""),
  })
  .readonly();
export type ColumnRules = z.infer<typeof columnRules>;

export const ledgerColumn = z
  .object({
    key: columnKey,
    heading: z.string().trim().min(1).max(40),
    kind: columnKind,
    part: columnPart.default(""),
    isRequired: z.boolean().default(false),
    personal: personalLevel.default("none"),
    rules: columnRules.prefault({}),
  })
  .readonly();
export type LedgerColumn = z.infer<typeof ledgerColumn>;
