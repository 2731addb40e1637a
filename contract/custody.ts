// 保管 — the rules of the archive room as data (待核对), and what is due.
import { z } from "zod";
import { documentRetentions } from "./retention.ts";
import { keepers, read, write } from "./procedure.ts";

const name = z.string().trim().min(1).max(40);
const range = z.object({ least: z.number(), most: z.number() }).refine(({ least, most }) => least <= most);

/** Ways of binding by DA/T 69-2018; none: it was not taken apart. */
export const bindingMethod = z.enum(["T1", "T2", "T3", "T4", "T5", "T6", "T7", "none"]);
export type BindingMethod = z.infer<typeof bindingMethod>;
export const bindingMethodLabel: Record<BindingMethod, string> = {
  T1: "直角装订",
  T2: "缝纫机轧边",
  T3: "三孔一线",
  T4: "不锈钢订书钉",
  T5: "不锈钢夹",
  T6: "浆糊粘接",
  T7: "封套",
  none: "未拆，原样",
};

/** Terms as the binding table tells them apart. */
export const bindingNeed = z.enum(["permanent", "long", "short"]);

export const custodyRules = z
  .object({
    rooms: z.array(name).min(1).max(20).readonly(),
    /** °C and % relative humidity. */
    temperature: range,
    humidity: range,
    readingsPerDay: z.number().int().min(0).max(4),
    /** 八防, in the office's words. */
    guards: z.array(name).min(1).max(20).readonly(),
    safetyCheckMonths: z.number().int().min(1).max(60),
    stockTakeMonths: z.number().int().min(1).max(120),
    readabilityMonths: z.number().int().min(1).max(120),
    /** Ways of binding allowed by need: 永久 · 30年 and longer · shorter. */
    bindings: z.record(bindingNeed, z.array(bindingMethod).min(1).max(8).readonly()),
  })
  .readonly();
export type CustodyRules = z.infer<typeof custodyRules>;

/**
 * 14–24 °C, 45–60 % and the eight guards are the usual ones, 待核对. Bindings after DA/T 69-2018: 永久, and 30年 that will
 * be transferred, T1–T3, else T4 or T6, never T5 or T7; terms below 30年 all seven (待核对).
 */
export const starterCustodyRules: CustodyRules = {
  rooms: ["档案室"],
  temperature: { least: 14, most: 24 },
  humidity: { least: 45, most: 60 },
  readingsPerDay: 2,
  guards: ["防火", "防盗", "防潮", "防高温", "防光", "防尘", "防虫鼠", "防污染"],
  safetyCheckMonths: 1,
  stockTakeMonths: 12,
  readabilityMonths: 12,
  bindings: {
    permanent: ["T1", "T2", "T3", "T4", "T6", "none"],
    long: ["T1", "T2", "T3", "T4", "T6", "none"],
    short: ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "none"],
  },
};

/** Which need a term has: 永久 · 30年 and longer · shorter. Unknown terms are held to the strictest. */
export function bindingNeedOf(term: string | null): z.infer<typeof bindingNeed> {
  if (term === null || term === documentRetentions[0]) return "permanent";
  return Number(term.slice(1)) >= 30 ? "long" : "short";
}

/** One thing the archive room waits for. */
export const custodyDuty = z
  .object({
    code: z.enum([
      "climate",
      "climate-measure",
      "safety",
      "safety-open",
      "stock-take",
      "repair",
      "readability",
      "batch",
    ]),
    /** Overdue when before today; blank when it only waits. */
    dueOn: z.string(),
    isOverdue: z.boolean(),
    /** When it was last done; blank when never. */
    lastOn: z.string(),
    count: z.number().int(),
    words: z.string(),
  })
  .readonly();
export type CustodyDuty = z.infer<typeof custodyDuty>;

export const custodyProcedures = {
  "custody.rules": read({ roles: keepers, input: z.object({}), output: custodyRules }),
  "custody.set-rules": write({ roles: keepers, input: custodyRules.unwrap(), output: custodyRules }),
  /** What is due by the end of this month, the most urgent first. */
  "custody.due": read({ roles: keepers, input: z.object({}), output: z.array(custodyDuty).readonly() }),
};
