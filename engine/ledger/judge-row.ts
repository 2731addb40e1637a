// One row as typed → the row as it would be, with what was found about each of its cells.
import { unknownDate } from "#contract/archival-date";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { CellFindingCode, RowEntry, WriteKind } from "#contract/ledger-write";
import type { RowRecord } from "#db/ledger-row";
import { cellErrors } from "./cell-reading.ts";
import { checkCell } from "./check-cell.ts";
import { evaluateFormulas } from "./evaluate-formula.ts";
import type { FilledField } from "./fill-from-link.ts";
import { occurredIn } from "./occurred-in.ts";
import type { RowState } from "./row-state.ts";

/** How rows come in; an import is judged like a paste. */
export type WriteWay = WriteKind | "import";

export type Judging = {
  readonly ledger: Ledger;
  readonly kind: WriteWay;
  /** The day on the office's calendar. */
  readonly today: string;
  /** The row before, asked for only where a default needs it. */
  readonly last: () => RowRecord | undefined;
  /** Sensitive columns that take no value before their 影响评估. */
  readonly unassessed: readonly ColumnKey[];
  /** What the resident or household a cell of this column names fills into another. */
  readonly fieldOf: (source: LedgerColumn, id: string, field: FilledField) => string;
  /** What is written for a restricted item instead of its title (P6); undefined for every other item. */
  readonly neutralTitleOf: (itemId: string) => string | undefined;
};

type Values = Record<string, string>;
/** Without what is empty; of most rows that is nothing. */
const without = (values: Readonly<Values>): RowState["links"] =>
  Object.values(values).includes("")
    ? Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""))
    : values;

const blank: RowState = { cells: {}, links: {}, secrets: {}, occurredOn: unknownDate, stands: true };
/** Kinds whose cells name something by a link. */
const isLinked = new Set(["person", "household", "item"]);
/** Kinds nobody types. */
const isReckoned = new Set(["formula", "attachment"]);
const isMask = /^●+$/;

/** The default of an empty cell of a row that is typed: today, what the row before has, or the words kept. */
function initialOf({ rules, personal, key }: LedgerColumn, { today, last }: Judging): string {
  if (rules.initial === "=today") return today;
  if (rules.initial === "=last") return personal === "none" ? (last()?.cells[key] ?? "") : "";
  return rules.initial;
}

/** What a cell is to hold: typed, filled from a resident or household just picked, or the default of a new row; undefined leaves it as it is. */
function typedOf(judging: Judging, entry: RowEntry, column: LedgerColumn, isNew: boolean): string | undefined {
  const { key, rules, personal } = column;
  const typed = entry.cells[key];
  if (typed !== undefined) return typed;
  const source = judging.ledger.columns.find((each) => each.key === rules.fillsFrom);
  const picked = (source && entry.links[source.key]) ?? "";
  // Only what is sealed may take what was sealed.
  const mayFill = rules.fillsWith !== "idNumber" || personal === "sensitive";
  if (source && picked !== "" && rules.fillsWith !== "" && mayFill)
    return judging.fieldOf(source, picked, rules.fillsWith);
  return isNew && judging.kind === "enter" ? initialOf(column, judging) : undefined;
}

/** Judges one row; codes by column, and nothing is refused here. */
export function judgeRow(
  judging: Judging,
  entry: RowEntry,
  before: RowState | null,
): { after: RowState; codes: [LedgerColumn, CellFindingCode][] } {
  const { ledger, kind, today, unassessed } = judging;
  const isTyped = kind === "enter" || kind === "edit" || kind === "fill";
  const surroundings = { today, isTyped };
  const codes: [LedgerColumn, CellFindingCode][] = [];
  const [cells, links, secrets]: [Values, Values, Values] = [
    { ...before?.cells },
    { ...before?.links },
    { ...before?.secrets },
  ];
  for (const column of ledger.columns) {
    const { key } = column;
    const target = column.personal === "sensitive" ? secrets : cells;
    const typed = typedOf(judging, entry, column, before === null);
    const said = codes.length;
    if (typed !== undefined && isMask.test(typed)) codes.push([column, "value-masked"]);
    else if (typed !== undefined) {
      const { value, codes: found } = checkCell(column, typed, surroundings);
      for (const code of found) codes.push([column, code]);
      if (value !== "" && unassessed.includes(key)) codes.push([column, "not-assessed"]);
      // Words that name somebody else end the link to whom they named.
      if (isLinked.has(column.kind) && value !== (target[key] ?? "")) links[key] = "";
      if (value !== "" || target[key] !== undefined) target[key] = value;
    }
    const link = entry.links[key];
    if (link !== undefined && isLinked.has(column.kind)) links[key] = link;
    if (column.kind === "item" && links[key]) target[key] = judging.neutralTitleOf(links[key]) ?? target[key] ?? "";
    const isEmpty = (target[key] ?? "") === "" && !isReckoned.has(column.kind);
    const isAsked = before === null || typed !== undefined;
    if (isAsked && isEmpty && column.isRequired && !codes.slice(said).some(([, code]) => cellErrors.has(code)))
      codes.push([column, "required-missing"]);
  }
  const reckoned = evaluateFormulas(ledger.columns, without(cells));
  return {
    after: {
      ...(before ?? blank),
      cells: reckoned,
      links: without(links),
      secrets: without(secrets),
      occurredOn: occurredIn(ledger.columns, reckoned),
    },
    codes,
  };
}
