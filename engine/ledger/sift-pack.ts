// What of a template pack may be looked at: refused columns are dropped before anything else sees them, and only their places
// are told (personal-data P2). A signature is not asked for, because none would lift a refusal.
import { z } from "zod";
import { ledgerColumn } from "#contract/ledger-column";
import { ledgerTemplate, mostLateDays, type LedgerTemplate } from "#contract/ledger";
import { mostPackTemplates, type PackDropped } from "#contract/ledger-design";
import { Refusal } from "#contract/refusal";
import { refuseDesign } from "./check-design.ts";
import { refusedOfLedger, refusedPart } from "./refuse-fields.ts";

/** The file: a name and templates whose parts are read one by one, so that one bad column costs itself only. */
const packFile = z.object({
  name: z.string().trim().min(1).max(60),
  templates: z
    .array(z.looseObject({ columns: z.array(z.unknown()).min(1).max(200) }))
    .min(1)
    .max(mostPackTemplates),
});

export type SiftedPack = {
  readonly name: string;
  readonly templates: readonly LedgerTemplate[];
  readonly dropped: readonly PackDropped[];
};

type Sifted = { readonly template: LedgerTemplate | undefined; readonly dropped: readonly PackDropped[] };

/** One template without its refused columns, or nothing of it where what is left is no template. `place` counts from 1. */
function sift(raw: { columns: unknown[]; lateDays?: unknown }, place: number): Sifted {
  const dropped: PackDropped[] = [];
  const columns = raw.columns.filter((each, at) => {
    const read = ledgerColumn.safeParse(each);
    if (read.success && refusedPart(read.data) === undefined) return true;
    dropped.push({ template: place, column: at + 1, why: read.success ? "refused" : "unreadable", name: "" });
    return false;
  });
  const whole = (why: PackDropped["why"], name = ""): Sifted => ({
    template: undefined,
    dropped: [...dropped, { template: place, column: 0, why, name }],
  });
  // Days alone do not make a template unreadable: it is read to its end with the most there may be, and named only when all else is right.
  const { lateDays } = raw;
  const hasManyDays = typeof lateDays === "number" && Number.isInteger(lateDays) && lateDays > mostLateDays;
  const read = ledgerTemplate.safeParse({ ...raw, columns, ...(hasManyDays && { lateDays: mostLateDays }) });
  if (!read.success) return whole("unreadable");
  if (refusedOfLedger(read.data) !== undefined) return whole("refused");
  try {
    // A formula over a dropped column, a heading twice: such a template could not be made a ledger.
    refuseDesign(read.data);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return whole("unreadable");
  }
  return hasManyDays ? whole("late-days", read.data.name) : { template: read.data, dropped };
}

/** The pack as far as it may be taken over. Refuses ledger-pack-invalid for what is no pack, or has a refused name. */
export function siftPack(content: unknown): SiftedPack {
  const file = packFile.safeParse(content);
  if (!file.success || refusedOfLedger({ name: file.data.name, purpose: "", basisWords: "" }) !== undefined)
    throw new Refusal("ledger-pack-invalid");
  const sifted = file.data.templates.map((each, at) => sift(each, at + 1));
  const templates: LedgerTemplate[] = [];
  const dropped = sifted.flatMap((each) => [...each.dropped]);
  for (const [at, { template }] of sifted.entries()) {
    if (!template) continue;
    // The same code twice in one pack: the first one counts.
    if (templates.some(({ code }) => code === template.code))
      dropped.push({ template: at + 1, column: 0, why: "unreadable", name: "" });
    else templates.push(template);
  }
  return { name: file.data.name, templates, dropped };
}
