// One record of a table: its cells read field by field, each doubt a finding. Nothing is altered in silence.
import { unknownDate, yearOf, type ArchivalDate } from "#contract/archival-date";
import type { SecurityLevel } from "#contract/access";
import type { Matter, MatterId } from "#contract/fonds";
import type { Retention } from "#contract/retention";
import { weighFinding, type TableFinding, type TableFindingCode } from "#contract/table-finding";
import type { TableColumn, TableField, TableUse } from "#contract/table-import";
import type { TableCell, TableRow } from "#engine/helper/recognised";
import { hasPersonalWords } from "#engine/item/find-personal-words";
import { isStateSecret } from "#engine/scan/judge-security-mark";
import { cellText, inOneWidth, plainText, shown } from "./cell-text.ts";
import { readCountCell } from "./read-count-cell.ts";
import { readDateCell, readSplitDate, type DateReading } from "./read-date-cell.ts";
import { readTermCell } from "./read-term-cell.ts";
import { sayFinding } from "./say-finding.ts";

export type SheetContext = {
  readonly sheet: string;
  readonly as: TableUse;
  readonly category: string;
  readonly is1904: boolean;
  readonly year: number | null;
  readonly terms: Readonly<Record<string, Retention | null>>;
  readonly matters: readonly Matter[];
  readonly columns: readonly TableColumn[];
  readonly today: string;
  /** Years of this class that are closed: nothing is added to them by a table. */
  readonly closedYears: ReadonlySet<number>;
};
export type RowReading = {
  readonly sheet: string;
  readonly row: number;
  readonly archivalCode: string;
  readonly boxNumber: string;
  /** 件号 of the table: the place inside the lowest class. */
  readonly rank: number | null;
  readonly serial: string;
  readonly title: string;
  readonly creator: string;
  readonly documentNumber: string;
  readonly documentDate: ArchivalDate;
  readonly year: number | null;
  readonly retention: Retention | null;
  readonly matterId: MatterId | null;
  readonly securityLevel: SecurityLevel;
  readonly pages: number;
  readonly remark: string;
  readonly happenedOn: ArchivalDate;
  readonly correspondent: string;
  readonly copies: number;
  readonly handler: string;
  readonly dueOn: ArchivalDate;
  readonly findings: readonly TableFinding[];
  /** The words of the mapped cells as they stood: what makes this row the same row another time. */
  readonly source: readonly string[];
  /** A word of 保管期限 that asks for the clerk's word. */
  readonly termAsked: string | null;
};

const longest = {
  title: 500,
  creator: 200,
  documentNumber: 100,
  remark: 500,
  archivalCode: 100,
  boxNumber: 40,
  correspondent: 200,
  handler: 80,
} satisfies Partial<Record<TableField, number>>;
const limits: Partial<Record<TableField, number>> = longest;
const formulaLike = /^["'“‘\s]*[=+\-@＝＋－＠]/;
const onlyDashes = /^[-－\s]*$/;
const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u115f\u1160\u3164\uffa0]/;
/** A mark as it stands in titles and remarks; the word 秘密 within a sentence is none. */
const writtenMark = /[([【〔《](绝密|机密|秘密)[)\]】〕》]|(绝密|机密|秘密)\s*[★☆*]|^(绝密|机密|秘密)$/;

/** Whether a row bears a mark of state secrecy: in its 密级, or written as one anywhere (P15). */
export const bearsSecret = (cells: readonly TableCell[], securityColumn: number | undefined): boolean =>
  cells.some((cell, at) => {
    const text = inOneWidth(cellText(cell));
    if (!text.includes("密")) return false;
    return at === securityColumn ? isStateSecret(text) : writtenMark.test(text.replace(/[\s\p{Cf}]/gu, ""));
  });

/** Reads one row. A state secret is told by its place alone: nothing of the row is kept or shown (P15). */
export function judgeRow(given: TableRow, context: SheetContext): RowReading {
  const { sheet, columns } = context;
  const findings: TableFinding[] = [];
  const columnOf = new Map<TableField, TableColumn>();
  for (const column of columns) if (column.field !== "ignored") columnOf.set(column.field, column);
  const find = (
    field: TableField | null,
    code: TableFindingCode,
    details: Record<string, string | number> = {},
  ): void => {
    const column = field === null ? "" : (columnOf.get(field)?.letter ?? "");
    findings.push(sayFinding({ sheet, row: given.row, column }, code, details));
  };
  const isSecret = bearsSecret(given.cells, columnOf.get("security")?.index);
  if (isSecret) find(null, "state-secret");
  const cells = isSecret ? [] : given.cells;
  const cellOf = (field: TableField): TableCell => cells[columnOf.get(field)?.index ?? -1] ?? null;
  const marked = new Set(
    cellText(cellOf("apostrophes"))
      .split("、")
      .map((heading) => heading.trim()),
  );
  const textOf = (field: TableField): string => {
    const column = columnOf.get(field);
    let text = cellText(cellOf(field));
    // Our own CSV says in which columns it put an apostrophe before the text; nowhere else is one taken away.
    if (column && marked.has(column.heading) && text.startsWith("'")) text = text.slice(1);
    if (/[\r\n]/.test(text.trim())) find(field, "line-break");
    return text.replace(/\s*[\r\n]+\s*/g, "").trim();
  };
  const checked = (field: TableField): string => {
    const text = textOf(field);
    const limit = limits[field] ?? 500;
    if (text.length > limit) find(field, "text-too-long", { limit });
    if (formulaLike.test(text) && !onlyDashes.test(text))
      find(field, "formula-text", { value: text.trim().slice(0, 1) });
    if (hidden.test(text)) find(field, "hidden-characters");
    const cell = cellOf(field);
    const isLong = typeof cell === "number" && Math.abs(cell) >= 1e15;
    if (isLong || /^\d+(\.\d+)?e\+?\d+$/i.test(text)) find(field, "number-cut", { value: shown(text) });
    return text;
  };
  const dateOf = (field: TableField): ArchivalDate => {
    if (!columnOf.has(field)) return unknownDate;
    const reading = readDateCell(cellOf(field), context.is1904);
    tellDate(field, reading, textOf(field));
    return reading.date;
  };
  const tellDate = (field: TableField, { date, code }: DateReading, text: string): void => {
    if (code) find(field, code, { value: code === "date-partial" ? date : shown(text) });
    if (date > context.today) find(field, "date-future", { value: date });
  };

  if (isSecret) return { ...blankReading(sheet, given.row), findings };
  if (given.isCut) find(null, "column-too-far");
  for (const column of given.computed ?? [])
    if (columns[column] && !columns[column].isRefused && columns[column].field !== "ignored")
      find(columns[column].field, "formula-cell");

  const title = checked("title");
  const archivalCode = checked("archivalCode");
  const boxNumber = checked("boxNumber");
  // With an old 档号 the old 盒号 is kept beside it; without one the remark is the only place left.
  const remark = [checked("remark"), boxNumber !== "" && archivalCode === "" ? `旧盒号 ${boxNumber}` : ""]
    .filter((words) => words !== "")
    .join("；");
  if (boxNumber !== "" && archivalCode === "") {
    find("boxNumber", "box-number-kept", { value: shown(boxNumber) });
    if (remark.length > longest.remark) find("remark", "text-too-long", { limit: longest.remark });
  }
  let documentDate = dateOf("documentDate");
  if (!columnOf.has("documentDate") && columnOf.has("dateYear")) {
    const parts = [textOf("dateYear"), textOf("dateMonth"), textOf("dateDay")] as const;
    const reading = readSplitDate(...parts);
    tellDate("dateYear", reading, parts.join("."));
    documentDate = reading.date;
  }
  const yearText = plainText(textOf("year")).replace(/年度?$/, "");
  const ownYear = /^(19|20)\d\d$/.test(yearText) ? Number(yearText) : null;
  if (yearText !== "" && ownYear === null) find("year", "year-unreadable", { value: shown(yearText) });
  const year = yearText === "" ? context.year : ownYear;
  if (context.as === "catalogue" && year !== null && context.closedYears.has(year))
    find("year", "year-closed", { value: year });
  const dateYear = yearOf(documentDate);
  if (context.as === "catalogue" && year !== null && dateYear !== null && dateYear !== year)
    find("documentDate", "year-mismatch", { value: documentDate, year });

  const termText = textOf("retention");
  const term = columnOf.has("retention")
    ? readTermCell(termText, context.category, context.terms)
    : { term: null, code: null, asks: null };
  if (term.code) find("retention", term.code, { value: shown(termText) || "空白" });
  const pages = readCountCell(cellOf("pages"));
  const counted = pages.count > 0 ? `按 ${pages.count} 页读入` : "页数留空";
  if (pages.isOdd) find("pages", "pages-not-a-number", { value: shown(textOf("pages")), outcome: counted });
  const copies = readCountCell(cellOf("copies"));
  const matterText = plainText(textOf("matter"));
  const matter = context.matters.find(({ name, code }) => plainText(name) === matterText || code === matterText);
  if (matterText !== "" && !matter) find("matter", "matter-unknown", { value: shown(matterText) });
  const mark = plainText(textOf("security"));
  if (mark !== "" && mark !== "内部") find("security", "security-unknown");

  const reading = {
    sheet,
    row: given.row,
    archivalCode,
    boxNumber,
    rank: rankOf(textOf("itemNumber")),
    serial: `${textOf("itemNumber")} ${textOf("serial")}`,
    title,
    creator: checked("creator"),
    documentNumber: checked("documentNumber"),
    documentDate,
    year,
    retention: term.term,
    matterId: matter?.id ?? null,
    securityLevel: mark === "内部" ? ("内部" as const) : ("" as const),
    pages: pages.count,
    remark,
    happenedOn: dateOf("happenedOn"),
    correspondent: checked("correspondent"),
    copies: Math.max(1, copies.count),
    handler: checked("handler"),
    dueOn: columnOf.has("dueOn") && textOf("dueOn") !== "" ? dateOf("dueOn") : unknownDate,
    termAsked: term.asks,
  };
  if (title === "") find("title", "title-missing");
  if ([title, remark].some(hasPersonalWords)) find(null, "personal-words");
  if (context.as === "register") {
    if (reading.happenedOn.length !== 10) find("happenedOn", "register-date-missing");
    if (reading.correspondent === "" && reading.creator === "") find("correspondent", "correspondent-missing");
  }
  const source = columns
    .filter(({ field }) => !["ignored", "serial", "itemNumber"].includes(field))
    .map(({ field, index }) => `${field}=${cellText(given.cells[index]).trim()}`)
    .sort();
  return { ...reading, findings, source };
}

const rankOf = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

const blankReading = (sheet: string, row: number): RowReading => ({
  ...{ sheet, row, archivalCode: "", boxNumber: "", rank: null, serial: "", title: "", creator: "" },
  ...{ documentNumber: "", documentDate: unknownDate, year: null, retention: null, matterId: null },
  ...{ securityLevel: "", pages: 0, remark: "", happenedOn: unknownDate, correspondent: "", copies: 1, handler: "" },
  ...{ dueOn: unknownDate, findings: [], source: [], termAsked: null },
});

/** Whether a row can be taken in as it stands. */
export const isUsable = (reading: RowReading): boolean =>
  reading.findings.every(({ code }) => weighFinding(code) !== "refused");
