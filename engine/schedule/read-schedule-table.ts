// A table from outside as rows of a schedule, with a finding for everything that is not plain.
import { Refusal } from "#contract/refusal";
import type { ScheduleFinding, ScheduleFindingCode } from "#contract/schedule-table";
import type { ScheduleRowFields } from "#contract/schedule";
import type { TableCell } from "#engine/helper/recognised";
import type { TableContent, TableSheet } from "#engine/input/read-table";
import { isRefusedHeading } from "#engine/input/refused-heading";
import { hasPersonalWords } from "#engine/item/find-personal-words";
import { isStateSecret } from "#engine/scan/judge-security-mark";
import { sayFinding } from "./say-finding.ts";
import { columnOf, plainWords, readField, type OldTerms, type ScheduleColumn } from "./table-columns.ts";

export type TableRowRead = {
  readonly sheet: string;
  readonly row: number;
  /** Only what the table has columns for. */
  readonly fields: Partial<ScheduleRowFields> & { readonly content: string };
};
export type ScheduleTable = {
  readonly rowsRead: number;
  readonly rows: readonly TableRowRead[];
  readonly findings: readonly ScheduleFinding[];
};

const searchedForHead = 30;

const textOf = (cell: TableCell | undefined): string => {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? String(cell.serial) : String(cell);
};

type Head = {
  readonly at: number;
  readonly columns: readonly (ScheduleColumn | undefined)[];
  readonly headings: readonly string[];
};

function findHead({ rows }: TableSheet): Head | undefined {
  for (const [at, row] of rows.slice(0, searchedForHead).entries()) {
    const headings = row.cells.map(textOf);
    const columns = headings.map(columnOf);
    const fields = new Set(columns.map((column) => column?.field));
    if (fields.has("content") && fields.has("retention")) return { at, columns, headings };
  }
  return undefined;
}

function findHeadFaults(sheet: string, { headings, columns }: Head): ScheduleFinding[] {
  return headings.flatMap((heading, index) => {
    if (plainWords(heading) === "" || columns[index]) return [];
    // A refused heading is not repeated: whoever reads the finding need not learn it from us.
    if (isRefusedHeading(heading)) return [sayFinding("field-refused", { sheet, row: 0, column: "" })];
    return /密级/.test(heading) ? [] : [sayFinding("column-ignored", { sheet, row: 0, column: heading.slice(0, 20) })];
  });
}

/** Refuses state-secret: a 密级 column that names one stops the whole file, unsaid what stands there (P15). */
function refuseSecrets({ rows }: TableSheet, { at, headings }: Head): void {
  headings.forEach((heading, index) => {
    if (!/密级/.test(heading)) return;
    if (rows.slice(at + 1).some((row) => isStateSecret(textOf(row.cells[index])))) throw new Refusal("state-secret");
  });
}

function readSheet(sheet: TableSheet, categories: ReadonlyMap<string, string>, oldTerms: OldTerms): ScheduleTable {
  const head = findHead(sheet);
  const name = sheet.name;
  if (!head) {
    const isRefused = sheet.rows
      .slice(0, searchedForHead)
      .some(({ cells }) => cells.some((cell) => isRefusedHeading(textOf(cell).slice(0, 12))));
    const code = isRefused ? "field-refused" : "heading-missing";
    return { rowsRead: 0, rows: [], findings: [sayFinding(code, { sheet: name, row: 0, column: "" })] };
  }
  refuseSecrets(sheet, head);
  const findings = findHeadFaults(name, head);
  const rows: TableRowRead[] = [];
  const seen = new Set<string>();
  let rowsRead = 0;
  for (const { row, cells } of sheet.rows.slice(head.at + 1)) {
    const texts = head.columns.map((column, index) => ({ column, text: textOf(cells[index]) }));
    if (texts.every(({ column, text }) => !column?.field || plainWords(text) === "")) continue;
    rowsRead += 1;
    const note = (code: ScheduleFindingCode, column: string): void =>
      void findings.push(sayFinding(code, { sheet: name, row, column }));
    const fields: Record<string, unknown> = {};
    for (const { column, text } of texts) {
      if (!column?.field) continue;
      if (/^[=+@\t]|^-(?!\d)/.test(text)) note("formula-text", column.heading);
      const read = readField(column.field, text, categories, oldTerms);
      if ("code" in read) note(read.code, column.heading);
      else fields[column.field] = read.value;
    }
    const { content } = fields;
    if (typeof content !== "string" || content === "") {
      note("content-missing", "归档范围");
      continue;
    }
    if (hasPersonalWords(content)) {
      note("content-refused", "归档范围");
      continue;
    }
    const key = plainWords(JSON.stringify([fields["category"], fields["subcategory"], content, fields["sourceRow"]]));
    if (seen.has(key)) note("duplicate-row", "");
    seen.add(key);
    // Every value was read as the field it stands under.
    rows.push({ sheet: name, row, fields: fields as TableRowRead["fields"] });
  }
  return { rowsRead, rows, findings };
}

/** Reads every sheet that has a head; a book none of whose sheets has one is a finding. Refuses state-secret. */
export function readScheduleTable(
  content: TableContent,
  categories: ReadonlyMap<string, string>,
  oldTerms: OldTerms,
): ScheduleTable {
  const sheets = content.sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => readSheet(sheet, categories, oldTerms));
  const isRead = sheets.some((sheet) => sheet.rowsRead > 0);
  return {
    rowsRead: sheets.reduce((sum, sheet) => sum + sheet.rowsRead, 0),
    rows: sheets.flatMap((sheet) => sheet.rows),
    // A cover or a page of notes beside the table is no fault.
    findings: sheets.flatMap((sheet) => sheet.findings).filter((each) => !isRead || each.code !== "heading-missing"),
  };
}
