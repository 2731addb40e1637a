// A whole table read: heads, columns, rows, and what rows have to do with each other.
import type { TableFinding } from "#contract/table-finding";
import type { TableColumn, TableField } from "#contract/table-import";
import { Refusal } from "#contract/refusal";
import type { TableRow } from "#engine/helper/recognised";
import type { TableContent, TableSheet } from "#engine/input/read-table";
import { shown } from "./cell-text.ts";
import type { SheetHead } from "./find-head.ts";
import { misfitOf, withinHead } from "./head-width.ts";
import { headWords } from "./match-heading.ts";
import { recallHead, settleHead } from "./name-head.ts";
import { isUsable, judgeRow, type RowReading, type SheetContext } from "./judge-row.ts";
import { mergedBelow } from "./merged-below.ts";
import { kindsOf } from "./kind-of-row.ts";
import { mapColumns, yearOfTitles, type ChosenField } from "./map-columns.ts";
import { sayFinding } from "./say-finding.ts";
import { walkSheet, type SkippedRows, type TableTally } from "./walk-sheet.ts";

export type TableOrder = Omit<SheetContext, "sheet" | "is1904" | "columns"> & {
  readonly keepsRepeats: boolean;
  /** What the clerk said of the columns of a sheet, and what was said of such headings before. */
  /** The heading row the clerk named for a sheet, or for every sheet whose head is not recognised (null). */
  readonly headRowOf: (sheet: string | null) => number | undefined;
  readonly chosenOf: (sheet: string) => readonly ChosenField[];
  readonly rememberedOf: (headings: readonly string[]) => readonly ChosenField[];
  /** Lets others have their turn; refuses task-cancelled. */
  readonly turn: (rows: number) => Promise<void>;
};
export type SheetReading = {
  readonly name: string;
  readonly headRow: number;
  readonly year: number | null;
  readonly headings: readonly string[];
  readonly columns: readonly TableColumn[];
};
export type TableReading = {
  readonly sheets: readonly SheetReading[];
  readonly usable: readonly RowReading[];
  readonly findings: readonly TableFinding[];
  readonly skipped: Readonly<SkippedRows>;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly rowsRepeated: number;
  readonly termsAsked: readonly { text: string; count: number }[];
};

const fillable = new Set<TableColumn["field"]>([
  ...(["creator", "documentNumber", "documentDate", "year", "retention", "boxNumber", "matter"] as const),
  ...(["correspondent", "happenedOn"] as const),
]);

/** Reads a table. Refuses table-without-heading when no sheet has a head we know. */
export async function judgeTable(content: TableContent, order: TableOrder): Promise<TableReading> {
  const findings: TableFinding[] = [];
  const sheets: SheetReading[] = [];
  const readings: RowReading[] = [];
  const tally: TableTally = { skipped: { blank: 0, heading: 0, subtotal: 0, signature: 0 }, rowsRead: 0 };
  for (const sheet of content.sheets) {
    const [first] = sheet.rows;
    if (!first) continue;
    const head = headOf(sheet, order);
    if (!head) {
      findings.push(sayFinding({ sheet: sheet.name, row: first.row, column: "" }, "sheet-not-imported"));
      continue;
    }
    const read = openSheet(sheet, head, content.is1904, order);
    findings.push(...read.findings);
    sheets.push(read.reading);
    const titleColumn = read.reading.columns.find(({ field }) => field === "title")?.index;
    const kindOf = kindsOf(sheet, head, titleColumn);
    await walkSheet(sheet, kindOf, tally, (row) => readings.push(read.judge(row)), order.turn);
  }
  if (sheets.length === 0) throw new Refusal("table-without-heading");
  const { usable, repeated, found } = compareRows(readings, order.keepsRepeats);
  return {
    sheets,
    usable,
    findings: [...findings, ...readings.flatMap((reading) => [...reading.findings, ...(found.get(reading) ?? [])])],
    ...tally,
    rowsRefused: readings.length - usable.length - repeated,
    rowsRepeated: repeated,
    termsAsked: countTerms(usable),
  };
}

/** The head as the clerk named it, as its words tell it, or as the clerk once read such headings. */
function headOf(sheet: TableSheet, order: TableOrder): SheetHead<TableField> | undefined {
  const words = headWords(order.as);
  return settleHead(sheet, words, order.headRowOf, () => recallHead(sheet, words, order.rememberedOf));
}

function openSheet(sheet: TableSheet, head: SheetHead<TableField>, is1904: boolean, order: TableOrder) {
  const headings = head.headings.map(({ text }) => text);
  const mapped = mapColumns(
    withinHead(sheet, headings.length),
    head,
    order.as,
    order.chosenOf(sheet.name),
    order.rememberedOf(headings),
  );
  const year = order.year ?? yearOfTitles(sheet, head);
  const context: SheetContext = { ...order, sheet: sheet.name, is1904, year, columns: mapped.columns };
  const headRow = sheet.rows[head.to]?.row ?? 0;
  const findings = [...mapped.findings];
  const place = { sheet: sheet.name, row: headRow, column: "" };
  if (is1904) findings.push(sayFinding(place, "date-1904"));
  const hasYear = year !== null || mapped.columns.some(({ field }) => field === "year");
  if (!hasYear && order.as === "catalogue") findings.push(sayFinding(place, "year-missing"));
  const merged = mergedBelow(sheet, headRow, (index) => fillable.has(mapped.columns[index]?.field ?? "ignored"));
  const judge = (row: TableRow): RowReading => {
    const extra: TableFinding[] = [];
    const tell = (column: string, code: TableFinding["code"]): void =>
      void extra.push(sayFinding({ sheet: sheet.name, row: row.row, column }, code));
    const cells = [...row.cells];
    for (const [index, value] of merged.get(row.row) ?? []) {
      while (cells.length <= index) cells.push(null);
      cells[index] = value;
      tell(mapped.columns[index]?.letter ?? "", "merged-cell");
    }
    const misfit = misfitOf(sheet, cells, headings.length);
    if (misfit) tell("", misfit);
    const reading = judgeRow({ ...row, cells }, context);
    return extra.length === 0 ? reading : { ...reading, findings: [...extra, ...reading.findings] };
  };
  return {
    findings,
    reading: { name: sheet.name, headRow, year, headings, columns: mapped.columns },
    judge,
  };
}

/** Rows that are the same, or bear the same 档号, or the same 文号 of the same 责任者. */
function compareRows(readings: readonly RowReading[], keepsRepeats: boolean) {
  const found = new Map<RowReading, TableFinding[]>();
  const usable: RowReading[] = [];
  const bySource = new Map<string, RowReading>();
  const byCode = new Map<string, RowReading>();
  const byNumber = new Map<string, RowReading>();
  let repeated = 0;
  const say = (
    reading: RowReading,
    code: TableFinding["code"],
    other: RowReading,
    details: Record<string, string> = {},
  ) => {
    const where = other.sheet === reading.sheet ? other.row : `${other.row}（${shown(other.sheet)}）`;
    const finding = sayFinding({ sheet: reading.sheet, row: reading.row, column: "" }, code, {
      ...details,
      other: where,
    });
    found.set(reading, [...(found.get(reading) ?? []), finding]);
  };
  for (const reading of readings.filter(isUsable)) {
    const same = bySource.get(reading.source.join("\u0000"));
    if (same) {
      // The same line pasted twice has the same number too; with another number it may be a second paper.
      const isRepeat = !keepsRepeats && reading.serial.trim() !== "" && reading.serial === same.serial;
      say(reading, "duplicate-row", same, { outcome: isRepeat ? "没有重复导入" : "仍读入" });
      if (isRepeat) {
        repeated += 1;
        continue;
      }
    } else bySource.set(reading.source.join("\u0000"), reading);
    usable.push(reading);
    const code = reading.archivalCode;
    const number = reading.documentNumber && reading.creator && `${reading.documentNumber}\u0000${reading.creator}`;
    const sameCode = code === "" ? undefined : byCode.get(code);
    const sameNumber = number === "" ? undefined : byNumber.get(number);
    if (sameCode && !same) say(reading, "duplicate-code", sameCode, { value: shown(code) });
    if (sameNumber && !same && !sameCode) say(reading, "same-document-number", sameNumber);
    if (!sameCode) byCode.set(code, reading);
    if (!sameNumber) byNumber.set(number, reading);
  }
  return { usable, repeated, found };
}

function countTerms(readings: readonly RowReading[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { termAsked } of readings) if (termAsked !== null) counts.set(termAsked, (counts.get(termAsked) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}
