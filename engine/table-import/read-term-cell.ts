// 保管期限 as a table has it. 长期 and 短期 of the old rules mean nothing today until the clerk says what.
import { documentRetentions, retention, type Retention } from "#contract/retention";
import type { TableFindingCode } from "#contract/table-finding";
import { plainText } from "./cell-text.ts";

export type TermReading = {
  readonly term: Retention | null;
  readonly code: TableFindingCode | null;
  /** The word that asks for the clerk's word. */
  readonly asks: string | null;
};

const tens: Readonly<Record<string, number>> = {
  十: 10,
  十五: 15,
  二十: 20,
  二十五: 25,
  三十: 30,
  五十: 50,
  一百: 100,
};

/** Reads one cell; `terms` are the clerk's words. 文书 knows 永久, 30 and 10 years only (DA/T 22-2015, 5.4). */
export function readTermCell(
  text: string,
  category: string,
  terms: Readonly<Record<string, Retention | null>>,
): TermReading {
  const plain = plainText(text).replace(/[()（）]/g, "");
  if (Object.hasOwn(terms, plain)) return { term: terms[plain] ?? null, code: null, asks: null };
  const unknown = (code: TableFindingCode): TermReading => ({ term: null, code, asks: plain });
  if (plain === "长期" || plain === "短期") return unknown("term-old");
  if (/^(永久|永|Y)$/i.test(plain)) return { term: "Y", code: null, asks: null };
  const years = /^(?:定期)?D?(\d{1,3}|[一二三五十百]{1,3})(年|)$/i.exec(plain);
  const count = years ? (tens[years[1] ?? ""] ?? Number(years[1])) : Number.NaN;
  const parsed = retention.safeParse(`D${count}`);
  if (!parsed.success || (category === "WS" && !documentRetentions.includes(parsed.data)))
    return unknown("term-unknown");
  const hasUnit = years?.[2] === "年" || /D/i.test(plain);
  return { term: parsed.data, code: hasUnit ? null : "term-without-unit", asks: null };
}
