// How thick a thing of paper is: measured, else reckoned from its pages (估算). Digital things have no thickness.
import type { BoxingRules } from "#contract/boxing-rules";
import type { BoxableRecord, PaperPart } from "#db/box-entry";

export type Thickness = { readonly mm: number | null; readonly isMeasured: boolean };

/** To a hundredth of a millimetre: sums stay comparable, and the ruler sees no more. */
export const roundMm = (mm: number): number => Math.round(mm * 100) / 100;

/**
 * mm of one 件; pages are printed sides. null: must be measured (an object, a sealed packet, no pages). `undefined` for
 * one that is only digital.
 */
export function reckonItem(part: PaperPart, category: string, rules: BoxingRules): Thickness | undefined {
  if (part.carrier === "digital") return undefined;
  if (part.thicknessMm !== null) return { mm: roundMm(part.thicknessMm), isMeasured: true };
  if (part.carrier !== "paper" || part.pageCount === 0) return { mm: null, isMeasured: false };
  const paper = rules.papers.find((kind) => kind.code === rules.paperOf[category]) ?? rules.papers[0];
  if (!paper) return { mm: null, isMeasured: false };
  const sheets = Math.ceil(part.pageCount / paper.sidesPerSheet);
  return { mm: roundMm(sheets * paper.sheetMm + rules.itemExtraMm), isMeasured: false };
}

/** mm of an entry: a volume is its items and its covers. `undefined` when nothing of it is on paper. */
export function reckonEntry(entry: BoxableRecord, category: string, rules: BoxingRules): Thickness | undefined {
  const parts = entry.parts.flatMap((part) => reckonItem(part, category, rules) ?? []);
  if (entry.kind === "item") return parts[0];
  if (parts.length === 0) return entry.parts.length === 0 ? { mm: null, isMeasured: false } : undefined;
  if (parts.some((part) => part.mm === null)) return { mm: null, isMeasured: false };
  const mm = parts.reduce((sum, part) => sum + (part.mm ?? 0), rules.volumeExtraMm);
  return { mm: roundMm(mm), isMeasured: parts.every((part) => part.isMeasured) };
}
