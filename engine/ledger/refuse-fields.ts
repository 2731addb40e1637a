// No door of a ledger's design lets a refused field in (personal-data P2): name, column, choice, tag, default, hint, formula,
// key and code, purpose and basis. What stands there is not repeated; only its place is named. No signature lifts it.
import { Refusal } from "#contract/refusal";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerTemplate } from "#contract/ledger";
import { holdsEthnicOrReligious, isEthnicOrReligious } from "#engine/input/ethnic-or-religious";
import { isRefusedHeading, isRefusedPhrase } from "#engine/input/refused-heading";
import { findRefusedWords } from "#engine/input/refused-words";
import { parseFormula, wordsOf } from "./parse-formula.ts";

/** A short phrase in a ledger: a choice, a tag, a default, a name. */
export const isRefusedValue = (phrase: string): boolean =>
  isRefusedPhrase(phrase) || (phrase.length > 1 && isEthnicOrReligious(phrase)) || findRefusedWords(phrase).length > 0;

/** What of a column may not be kept, in words for its place, or undefined. */
export function refusedPart({ key, heading, rules }: LedgerColumn): string | undefined {
  if (isRefusedHeading(key)) return "代号";
  if (isRefusedHeading(heading) || isRefusedValue(heading)) return "列名";
  if (rules.choices.some(isRefusedValue) || holdsEthnicOrReligious(rules.choices)) return "选项";
  if (isRefusedValue(rules.initial)) return "默认值";
  if (isRefusedValue(rules.hint)) return "填写说明";
  const formula = rules.formula === "" ? undefined : parseFormula(rules.formula);
  // One that cannot be read is refused as such later; its words are held against the list all the same.
  const words = formula ? wordsOf(formula) : [rules.formula.slice(0, 500)];
  return words.some(isRefusedValue) ? "公式" : undefined;
}

/** Refuses field-refused for words that say what the ledger is for. */
export function refuseWords(where: string, text: string): void {
  if (findRefusedWords(text).length > 0) throw new Refusal("field-refused", { where });
}

/** Whether the ledger itself, before its columns, asks for what may not be kept: where, or undefined. */
export function refusedOfLedger(
  given: Pick<LedgerTemplate, "name" | "purpose" | "basisWords"> & { readonly code?: string },
): string | undefined {
  if (given.code !== undefined && isRefusedHeading(given.code)) return "台账代码";
  if (isRefusedValue(given.name)) return "台账名称";
  if (findRefusedWords(given.purpose).length > 0) return "处理目的";
  return findRefusedWords(given.basisWords).length > 0 ? "处理依据" : undefined;
}

/** Refuses field-refused with the place of the first thing that may not be kept. */
export function refuseFields(
  given: Pick<LedgerTemplate, "name" | "purpose" | "basisWords" | "columns"> & { readonly code?: string },
): void {
  const where = refusedOfLedger(given);
  if (where) throw new Refusal("field-refused", { where });
  for (const [at, column] of given.columns.entries()) {
    const part = refusedPart(column);
    if (part) throw new Refusal("field-refused", { where: `第 ${at + 1} 列的${part}` });
  }
}
