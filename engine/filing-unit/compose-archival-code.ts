// 档号 by template: elements kept apart, empty ones drop with their separator (DA/T 22-2015, 5.4; DA/T 13-2022; filing-standards 3).
import type { ArchivalCodeStandard } from "#contract/fonds";
import type { Retention } from "#contract/retention";

export type CodeElements = {
  readonly fonds: string;
  readonly category: string;
  readonly year: number;
  readonly retention: Retention;
  /** Code of 机构(问题), "" when the scheme has no such level. */
  readonly matter: string;
  readonly itemNumber: number;
};

/** Separators before each element: "-" between levels, "·" within one. The two standards differ only here. */
const separators: Record<ArchivalCodeStandard, { retention: string; matter: string }> = {
  "DA/T 22-2015": { retention: "-", matter: "-" },
  "DA/T 13-2022": { retention: "·", matter: "·" },
};

/** Z109-WS·2011-Y-BGS-0001, or Z109-WS·2011·Y·BGS-0001. 件号 has at least four digits. */
export function composeArchivalCode(standard: ArchivalCodeStandard, of: CodeElements): string {
  const { retention, matter } = separators[standard];
  const fonds = of.fonds === "" ? "" : `${of.fonds}-`;
  const question = of.matter === "" ? "" : `${matter}${of.matter}`;
  return `${fonds}${of.category}·${of.year}${retention}${of.retention}${question}-${String(of.itemNumber).padStart(4, "0")}`;
}
