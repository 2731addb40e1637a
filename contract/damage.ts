// 破损与修复.
import { z } from "zod";
import { itemId } from "./item.ts";
import { keepers, read, write } from "./procedure.ts";
import { wholeDay, wholeDayOrBlank } from "./whole-day.ts";

const id = z.string().min(1);

/** Kinds of damage offered; another word may be typed (待核对). */
export const damageKinds: readonly string[] = [
  "撕裂",
  "破损",
  "缺页",
  "霉变",
  "虫蛀",
  "受潮",
  "粘连",
  "褪色",
  "锈蚀",
  "污损",
];

const given = z.object({
  itemId,
  kind: z.string().trim().min(1).max(40),
  foundOn: wholeDay,
  foundBy: z.string().trim().min(1).max(40),
  /** Which pages, how bad. */
  extent: z.string().trim().max(200).default(""),
  measure: z.string().trim().max(200).default(""),
  /** Blank until repaired. */
  repairedOn: wholeDayOrBlank.default(() => wholeDayOrBlank.parse("")),
  repairedBy: z.string().trim().max(40).default(""),
  remark: z.string().trim().max(200).default(""),
});

/** One damage with the item's 档号 as it was; the title is the neutral one where the item is restricted (P6). */
export const damage = given
  .extend({ id, archivalCode: z.string(), title: z.string(), shelf: z.string(), enteredAt: z.string() })
  .readonly();
export type Damage = z.infer<typeof damage>;

export const damageProcedures = {
  "damage.list": read({
    roles: keepers,
    input: z.object({ state: z.enum(["all", "open", "repaired"]).default("all") }),
    output: z.array(damage).readonly(),
  }),
  /** Writes a damage down; with an id it corrects that one, for instance when it has been repaired. */
  "damage.keep": write({
    roles: keepers,
    input: given.extend({ id: id.optional() }),
    output: damage,
    refusals: ["item-not-found", "date-in-future", "repair-before-damage"],
  }),
  "damage.remove": write({
    roles: keepers,
    input: z.object({ id }),
    output: z.object({}),
    refusals: ["custody-record-missing"],
  }),
};
