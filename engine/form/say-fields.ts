// Words that several forms share: a class, a day, a span of days, a number padded as it stands in the 档号.
import type { Retention } from "#contract/retention";
import { retentionLabel } from "#contract/retention";
import type { ClassNames } from "#db/form-content";

/** 「2026 年 3 月 5 日」; a month or a year alone says what it knows; blank stays blank. */
export function sayDay(day: string): string {
  const [year = "", month, date] = day.split("-");
  if (year === "") return "";
  const rest = [month && `${Number(month)} 月`, date && `${Number(date)} 日`].filter(Boolean);
  return [`${year} 年`, ...rest].join(" ");
}

/** 「20240301—20240930」; one day stands alone (YYYYMMDD as in the lists). */
export function saySpan(begin: string, end: string): string {
  const [from, to] = [begin, end].map((day) => day.replaceAll("-", ""));
  return from === to || !to ? (from ?? "") : `${from}—${to}`;
}

/** The fields of the head in one line; one without value is left out. */
export function sayHead(pairs: readonly (readonly [label: string, value: string])[]): string {
  return pairs.flatMap(([label, value]) => (value === "" ? [] : [`${label}：${value}`])).join("　　");
}

/** 件号 with its four digits (DA/T 22-2015, 5.4); blank when there is none. */
export const sayNumber = (number: number | null | undefined, digits = 4): string =>
  number === null || number === undefined ? "" : String(number).padStart(digits, "0");

export type ClassFields = {
  readonly fondsCode: string;
  readonly fondsName: string;
  readonly category: string;
  readonly year: string;
  readonly retention: string;
  readonly matter: string;
};

/** The class of a box, volume or item in the words of the forms. */
export function sayClass(names: ClassNames, year: number | null, retention: Retention | null): ClassFields {
  return {
    fondsCode: names.fondsCode,
    fondsName: names.fondsName,
    category: names.categoryName,
    year: year === null ? "" : String(year),
    retention: retention === null ? "" : retentionLabel(retention),
    matter: names.matterName ?? "",
  };
}

/** The head of a list of one class. */
export const headOfClass = (given: ClassFields): string =>
  sayHead([
    ["全宗号", given.fondsCode],
    ["全宗名称", given.fondsName],
    ["年度", given.year],
    ["保管期限", given.retention],
    ["机构（问题）", given.matter],
  ]);
