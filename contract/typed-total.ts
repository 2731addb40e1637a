// 填写的总数 — numbers typed once a year with the paper they stand in; never counted from persons (personal-data P3, P11).
import { z } from "zod";
import { fondsId } from "./fonds.ts";
import { itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";

export const typedTotalId = z.string().min(1).max(64).brand<"TypedTotalId">();
export type TypedTotalId = z.infer<typeof typedTotalId>;

export const typedTotalCode = z.enum([
  "building-groups",
  "households",
  "minority-families",
  "active-minority-families",
  "population",
  "ethnicity",
  "other",
]);
export type TypedTotalCode = z.infer<typeof typedTotalCode>;
export const typedTotalLabel: Record<TypedTotalCode, string> = {
  "building-groups": "楼组（单位）总数",
  households: "户数",
  "minority-families": "少数民族家庭总数",
  "active-minority-families": "参与社区活动的少数民族家庭数",
  population: "常住人口数",
  ethnicity: "各民族人口数",
  other: "其他总数",
};

export const typedTotal = z
  .object({
    id: typedTotalId,
    fondsId,
    year: z.number().int(),
    code: typedTotalCode,
    /** The people of 各民族人口数, the name of 其他总数, else blank. */
    label: z.string(),
    value: z.number().int(),
    /** The paper in words. */
    source: z.string(),
    itemId: itemId.nullable(),
    /** 档号 and title of that item. */
    item: z.string(),
    typedAt: z.string(),
    revision: z.number().int(),
  })
  .readonly();
export type TypedTotal = z.infer<typeof typedTotal>;

const year = z.number().int().min(1950).max(2200);
const typed = {
  value: z.number().int().min(0).max(100_000_000),
  source: z.string().trim().max(200),
  itemId: itemId.nullable().default(null),
};
const refusals = [
  "total-source-missing",
  "total-paper-missing",
  "total-year-future",
  "item-not-found",
  "field-refused",
] as const;

export const typedTotalProcedures = {
  /** The totals of one year; one of another year is another question. */
  "typed-total.list": read({
    roles: keepers,
    input: z.object({ fondsId, year }),
    output: z.array(typedTotal).readonly(),
  }),
  "typed-total.type": write({
    roles: keepers,
    input: z.object({ fondsId, year, code: typedTotalCode, label: z.string().trim().max(40).default(""), ...typed }),
    output: typedTotal,
    refusals: [...refusals, "fonds-not-found", "total-typed-already", "total-label-wrong"],
  }),
  "typed-total.revise": write({
    roles: keepers,
    input: z.object({ id: typedTotalId, revision: z.number().int(), ...typed }),
    output: typedTotal,
    refusals: [...refusals, "total-not-found", "total-changed"],
  }),
  /** The way back of typing. */
  "typed-total.withdraw": write({
    roles: keepers,
    input: z.object({ id: typedTotalId, revision: z.number().int() }),
    output: z.object({}),
    refusals: ["total-not-found", "total-changed"],
  }),
};
