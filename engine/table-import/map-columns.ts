// What each column of a sheet is read as: refused, as the clerk said, as remembered, or as its heading says.
import type { TableColumn, TableField, TableUse } from "#contract/table-import";
import type { TableFinding } from "#contract/table-finding";
import type { TableSheet } from "#engine/input/read-table";
import { holdsEthnicOrReligious } from "#engine/input/ethnic-or-religious";
import { isRefusedHeading } from "#engine/input/refused-heading";
import { cellText, columnLetter, isBlankCell, shown } from "./cell-text.ts";
import type { SheetHead } from "./find-head.ts";
import { sayFinding } from "./say-finding.ts";

export type ChosenField = { readonly index: number; readonly field: TableField };
export type MappedSheet = { readonly columns: readonly TableColumn[]; readonly findings: readonly TableFinding[] };

const usedBy: Record<TableUse, (field: TableField) => boolean> = {
  catalogue: (field) => !["happenedOn", "correspondent", "copies", "handler", "dueOn"].includes(field),
  register: (field) => !["archivalCode", "itemNumber", "boxNumber", "year"].includes(field),
};

/** Maps the columns of one sheet. A refused column is named by its place and heading, never by a value (P2). */
export function mapColumns(
  sheet: TableSheet,
  head: SheetHead<TableField>,
  as: TableUse,
  chosen: readonly ChosenField[],
  remembered: readonly ChosenField[],
): MappedSheet {
  const findings: TableFinding[] = [];
  const body = sheet.rows.slice(head.to + 1);
  const width = Math.min(256, Math.max(head.headings.length, ...body.map((row) => row.cells.length)));
  const taken = new Set<TableField>();
  const row = sheet.rows[head.to]?.row ?? 0;
  const columns = Array.from({ length: width }, (_, index): TableColumn => {
    const { text: heading = "", field: matched, isRefused: isNamed = false } = head.headings[index] ?? {};
    const letter = columnLetter(index);
    const place = { sheet: sheet.name, row, column: letter };
    const value = shown(heading) || letter;
    const base = { index, letter, heading: shown(heading), isRemembered: false };
    const isAskedFor = isNamed || isRefusedHeading(heading);
    if (isAskedFor || holdsEthnicOrReligious(textsOf(body, index))) {
      findings.push(sayFinding(place, "field-refused", { value: isAskedFor ? value : letter }));
      return { ...base, heading: isAskedFor ? base.heading : "", field: "ignored", isRefused: true };
    }
    const byClerk = chosen.find((each) => each.index === index)?.field;
    const known = byClerk ?? remembered.find((each) => each.index === index)?.field;
    const wanted = known ?? matched ?? "ignored";
    const field = usedBy[as](wanted) ? wanted : "ignored";
    const isTwice = field !== "ignored" && taken.has(field);
    if (isTwice) findings.push(sayFinding(place, "column-twice", { value }));
    else if (field === "ignored" && byClerk === undefined && body.some(({ cells }) => !isBlankCell(cells[index])))
      findings.push(sayFinding(place, "column-not-imported", { value }));
    taken.add(field);
    return {
      ...base,
      field: isTwice ? "ignored" : field,
      isRefused: false,
      isRemembered: byClerk === undefined && known !== undefined,
    };
  });
  return { columns, findings };
}

const textsOf = (rows: TableSheet["rows"], index: number): string[] => rows.map((row) => cellText(row.cells[index]));

/** The year a table's title speaks of (「2023年度归档文件目录」); null when there is none or several. */
export function yearOfTitles(sheet: TableSheet, head: SheetHead): number | null {
  const titles = sheet.rows.slice(0, head.from).flatMap(({ cells }) => cells.map((cell) => cellText(cell)));
  const years = titles.flatMap((text) =>
    [...text.normalize("NFKC").matchAll(/((?:19|20)\d\d)\s*年/g)].map(([, year]) => Number(year)),
  );
  const named = new Set(years);
  return named.size === 1 ? (years[0] ?? null) : null;
}
