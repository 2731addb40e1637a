// The frozen table as a form: laid out, proved, drawn and counted again by the form engine like every other.
import { freezeFormLabel, type FreezeForm } from "#contract/ledger-freeze";
import { sayPeriod } from "#contract/ledger-period";
import type { FormColumn, FormDefinition, FormSheet } from "#engine/form/form-definition";
import { a4Landscape, type PaperSize } from "#engine/paper/millimetre";
import { alignOf, leastMm, spread, wantedMm } from "./column-widths.ts";
import { leftOutOf } from "./frozen-columns.ts";
import type { FrozenTable, PeriodRows } from "./gather-freeze.ts";

const a3Landscape: PaperSize = { widthMm: 420, heightMm: 297 };
const margins = { top: 18, right: 14, bottom: 18, left: 18 };
const narrow = (key: string, heading: string, widthMm: number, isNumber = false): FormColumn => ({
  ...{ key, heading, widthMm, leastMm: 8, align: "center", fit: "wrap" },
  ...(isNumber && { counts: "number" as const }),
});
const before = [narrow("serial", "序号", 12, true), narrow("number", "行号", 14, true)];
const behind = [narrow("entered", "填写日期", 21), narrow("late", "补录", 11), narrow("papers", "附件数", 13, true)];

const sizes: readonly PaperSize[] = [a4Landscape, a3Landscape];
const fixedMm = [...before, ...behind].reduce((sum, { widthMm }) => sum + widthMm, 0);
const roomOn = ({ widthMm }: PaperSize): number => widthMm - margins.left - margins.right - fixedMm;

/** Paper and columns by what stands in them: the smaller sheet while nothing is squeezed on it. */
function layColumns({ columns, lines }: FrozenTable): { size: PaperSize; columns: FormColumn[] } {
  const own = lines.map((line) => line.slice(before.length, line.length - behind.length));
  const wanted = wantedMm({ columns, widths: {}, rows: own });
  const sum = wanted.reduce((all, width) => all + width, 0);
  const size = sizes.find((each) => sum <= roomOn(each) * 1.15) ?? a3Landscape;
  const given = spread(wanted, roomOn(size));
  const laid = columns.map((column, at): FormColumn => ({
    ...{ key: `own-${column.key}`, heading: column.heading, widthMm: given[at] ?? leastMm, leastMm, fit: "wrap" },
    align: alignOf(column),
  }));
  return { size, columns: [...before, ...laid, ...behind] };
}

/** What the sheet says beside its table. */
export type FreezeWords = {
  readonly fondsName: string;
  readonly number: number;
  /** The local day and minute. */
  readonly frozenAt: string;
  /** Of the spreadsheet frozen with it, for the PDF alone. */
  readonly beside?: { readonly sha256: string; readonly sm3: string };
};

/** 「走访慰问台账（2026年11月，去标识）」. */
export const titleOf = (rows: Pick<PeriodRows, "ledger" | "period">, form: FreezeForm): string => {
  const name = rows.ledger.name.endsWith("台账") ? rows.ledger.name : `${rows.ledger.name}台账`;
  return `${sayPeriod(rows.period)}${name}（${form === "plain" ? freezeFormLabel.plain : "含个人信息"}）`;
};

/** Form and sheet of one frozen table. */
export function freezeSheet(
  rows: PeriodRows,
  table: FrozenTable,
  form: FreezeForm,
  words: FreezeWords,
): { form: FormDefinition; sheet: FormSheet } {
  const { ledger, records, lateCount, restrictedCount } = rows;
  const { size, columns } = layColumns(table);
  const gone = ledger.columns.flatMap((column) => (leftOutOf(column) === "" ? [] : column.heading));
  const notes = [
    form === "plain" && gone.length > 0 ? `未列出的列：${gone.join("、")}。` : "",
    form === "identified" ? "敏感个人信息以●●●●代替。" : "",
    table.findings.length > 0 ? `有 ${table.findings.length} 处文字可能含个人信息或不得记载的内容，未列出。` : "",
    restrictedCount > 0 ? `其中限制处理 ${restrictedCount} 行，只计数。` : "",
    "发生日期、填写日期分别记载；填写日期晚于规定的注明补录。",
    ...(words.beside ? ["同时固化的电子表格", `SHA-256：${words.beside.sha256}`, `SM3：${words.beside.sm3}`] : []),
  ];
  const sheet: FormSheet = {
    columns,
    rows: table.lines,
    fields: {
      title: titleOf(rows, form),
      fondsName: words.fondsName,
      period: sayPeriod(rows.period),
      rowCount: String(records.length),
      lateCount: String(lateCount),
      number: String(words.number),
      frozenAt: words.frozenAt,
      notice: notes.filter((note) => note !== "").join("\n"),
    },
  };
  const definition: FormDefinition = {
    id: "ledger-freeze",
    name: titleOf(rows, form),
    kind: "personal",
    standard: "台账固化",
    layout: { mark: "D", note: "样式为本程序所定。", isVerified: false },
    scopes: [],
    of: "item",
    unit: "行",
    isForInspector: false,
    fields: Object.keys(sheet.fields),
    texts: {
      title: { label: "标题", words: "{title}" },
      scope: {
        label: "表头一行",
        words:
          "{fondsName}　　期间：{period}　　共 {rowCount} 行，其中补录 {lateCount} 行　　第 {number} 次固化　　固化于 {frozenAt}",
      },
    },
    paper: {
      kind: "document",
      ...{ size, margins, columns, sizePt: 9, leastRowMm: 7 },
      body: [
        { kind: "title", text: "title", sizePt: 16 },
        { kind: "line", text: "scope", align: "left" },
        { kind: "table" },
        { kind: "gap", mm: 3 },
        { kind: "paragraph", field: "notice", sizePt: 9 },
      ],
    },
    gather: () => [sheet],
  };
  return { form: definition, sheet };
}
