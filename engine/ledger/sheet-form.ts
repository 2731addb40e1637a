// A ledger on paper: its columns in its own widths, on the smallest sheet that takes them, proved and counted by the form engine.
import type { LedgerColumn } from "#contract/ledger-column";
import type { FormColumn, FormDefinition, FormSheet } from "#engine/form/form-definition";
import { a4Landscape, a4Portrait, type PaperSize } from "#engine/paper/millimetre";
import { alignOf, leastMm, type SheetTable, spread, wantedMm } from "./column-widths.ts";

const a3Landscape: PaperSize = { widthMm: 420, heightMm: 297 };
const margins = { top: 18, right: 12, bottom: 18, left: 18 };
const serialMm = 11;
const sheets: readonly PaperSize[] = [a4Portrait, a4Landscape, a3Landscape];
const roomOn = ({ widthMm }: PaperSize): number => widthMm - margins.left - margins.right - serialMm;
/** The height a head needs where headings have to break. */
function headingMm(columns: readonly LedgerColumn[], given: readonly number[]): number {
  const lines = columns.map(({ heading }, at) => {
    const places = Math.max(1, Math.floor(((given[at] ?? leastMm) - 0.8) / 2.2));
    const isWhole = [...heading].length * 2.2 <= (given[at] ?? leastMm) - 0.8;
    return isWhole ? 1 : Math.ceil([...heading].length / places);
  });
  return Math.min(45, Math.max(10, Math.max(...lines) * 2.9 + 2));
}

const sizeOf = (count: number): number => (count > 40 ? 6 : count > 24 ? 7 : count > 14 ? 8 : 9);

export type SheetWords = {
  readonly title: string;
  /** The line under the title: office, period, what is not on it. */
  readonly head: string;
};

/** Form and sheet of a table; every row begins with its number on this sheet. */
export function sheetForm(
  { columns, widths, rows }: SheetTable,
  words: SheetWords,
): { form: FormDefinition; sheet: FormSheet } {
  const wanted = wantedMm({ columns, widths, rows });
  const sum = wanted.reduce((all, width) => all + width, 0);
  const size = sheets.find((each) => sum <= roomOn(each) * 1.15) ?? a3Landscape;
  const given = spread(wanted, roomOn(size));
  const serial: FormColumn = {
    ...{ key: "serial", heading: "序号", widthMm: serialMm, leastMm: 8, align: "center", fit: "wrap" },
    counts: "number",
  };
  const own = columns.map((column, at): FormColumn => ({
    ...{ key: `own-${column.key}`, heading: column.heading, widthMm: given[at] ?? leastMm, leastMm: 4, fit: "wrap" },
    align: alignOf(column),
  }));
  const sheet: FormSheet = {
    columns: [serial, ...own],
    rows: rows.map((row, at) => [String(at + 1), ...row]),
    fields: { title: words.title, head: words.head },
  };
  const form: FormDefinition = {
    ...{ id: "ledger-sheet", name: words.title, kind: "personal", standard: "台账打印" },
    layout: { mark: "D", note: "列和列宽是本单位台账的样式。", isVerified: false },
    ...{ scopes: [], of: "item", unit: "行", isForInspector: false, fields: ["title", "head"] },
    texts: {
      title: { label: "标题", words: "{title}" },
      scope: { label: "表头一行", words: "{head}" },
    },
    paper: {
      kind: "document",
      ...{ size, margins, columns: sheet.columns ?? [], sizePt: sizeOf(columns.length), leastRowMm: 7 },
      headingMm: headingMm(columns, given),
      body: [
        { kind: "title", text: "title", sizePt: 16 },
        { kind: "line", text: "scope", align: "left" },
        { kind: "table" },
        { kind: "gap", mm: 4 },
        { kind: "signatures", columns: [[{ label: "制表人" }], [{ label: "审核人" }], [{ label: "日期" }]], sealMm: 0 },
      ],
    },
    gather: () => [sheet],
  };
  return { form, sheet };
}
