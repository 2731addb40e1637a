// 出厂履职事项: shipped as data with the paper they were copied from; nobody has checked it yet, and its title says so.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { dutyTerms } from "#contract/duty";
import { typedTotalCode } from "#contract/typed-total";
import { resourcePath } from "#engine/resources";

const shippedDuty = dutyTerms.unwrap().omit({ beginsOn: true }).extend({ code: z.string() });
const target = z.object({
  code: z.string(),
  name: z.string(),
  atLeast: z.number(),
  /** Counted from the awards: of these kinds, and with one of these words in the name of the honour. */
  counted: z.object({ kinds: z.array(z.string()), titleHas: z.array(z.string()) }).optional(),
  typed: typedTotalCode.optional(),
  whole: typedTotalCode,
});
const pack = z.object({
  version: z.number().int(),
  source: z.string().min(1),
  duties: z.array(shippedDuty).min(1),
  targets: z.array(target),
  fourOnes: z.array(z.string()),
});
export type ShippedTarget = z.infer<typeof target>;

let known: z.infer<typeof pack> | undefined;

/** What is shipped, read once. Throws when it was not shipped or is not what it should be. */
export const shippedDuties = (): z.infer<typeof pack> =>
  (known ??= pack.parse(JSON.parse(readFileSync(resourcePath("duties/kunming-mechanisms.json"), "utf8"))));
