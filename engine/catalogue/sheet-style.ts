// How the spreadsheet's cells look. The styles are shared objects: ten thousand rows refer to nine of them.
import type { Borders, Style } from "@cj-tech-master/excelts";
import { cataloguePlan } from "./catalogue-plan.ts";

const thin = { style: "thin", color: { argb: "FF000000" } } as const;
const grid: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };
const song = (size: number, bold = false): Style["font"] => ({ name: "宋体", charset: 134, size, bold });

/** One style for each of the nine columns. Text is stored as text ("@"), so that `=1+1` stays what was written. */
export const bodyStyles: readonly Partial<Style>[] = cataloguePlan.columns.map((column) => ({
  font: song(cataloguePlan.body.sizePt),
  border: grid,
  alignment: { horizontal: column.align, vertical: "middle", wrapText: true },
  numFmt: column.heading === "序号" || column.heading === "页数" ? "0" : "@",
}));

export const headingStyle: Partial<Style> = {
  font: song(cataloguePlan.heading.sizePt, true),
  border: grid,
  alignment: { horizontal: "center", vertical: "middle" },
};

export const titleStyle: Partial<Style> = {
  font: song(18, true),
  alignment: { horizontal: "center", vertical: "middle" },
};

export const scopeStyle: Partial<Style> = {
  font: song(9),
  alignment: { horizontal: "left", vertical: "middle", shrinkToFit: true },
  numFmt: "@",
};

export const coverTitleStyle: Partial<Style> = {
  font: song(36, true),
  alignment: { horizontal: "center", vertical: "middle" },
};

export const coverLabelStyle: Partial<Style> = {
  font: song(16),
  alignment: { horizontal: "distributed", vertical: "bottom" },
};

export const coverValueStyle: Partial<Style> = {
  font: song(16),
  border: { bottom: thin },
  alignment: { horizontal: "center", vertical: "bottom", shrinkToFit: true },
  numFmt: "@",
};

export const coverNoteStyle: Partial<Style> = {
  font: song(9),
  alignment: { horizontal: "center", vertical: "middle", shrinkToFit: true },
  numFmt: "@",
};
