// Rows as typed → rows as they would be, with everything that was found. Nothing is written here: the preview of a paste and the
// writing judge alike.
import { unknownDate } from "#contract/archival-date";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { CellFinding, CellFindingCode, RowEntry, WriteKind } from "#contract/ledger-write";
import { getLastRecord, type RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { cellErrors } from "./cell-reading.ts";
import { checkCell } from "./check-cell.ts";
import { evaluateFormulas } from "./evaluate-formula.ts";
import type { RowToKeep } from "./keep-rows.ts";
import { recordsOf } from "./ledger-for-writing.ts";
import { occurredIn } from "./occurred-in.ts";
import { openRow, type RowState } from "./row-state.ts";
import { sayCellFinding } from "./say-cell-finding.ts";

export type JudgedRows = {
  readonly rows: readonly RowToKeep[];
  readonly findings: readonly CellFinding[];
};

const blank: RowState = {
  cells: {},
  links: {},
  secrets: {},
  occurredOn: unknownDate,
  stands: true,
};

type Values = Record<string, string>;
const without = (values: Readonly<Values>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));

/** The default of an empty cell of a row that is typed: today, what the row before has, or the words kept. */
function initialOf({ rules, personal, key }: LedgerColumn, today: string, last: RowRecord | undefined): string {
  if (rules.initial === "=today") return today;
  if (rules.initial === "=last") return personal === "none" ? (last?.cells[key] ?? "") : "";
  return rules.initial;
}

/** Kinds whose cells name something by a link. */
const isLinked = new Set(["person", "household", "item"]);

type Judging = {
  readonly ledger: Ledger;
  readonly kind: WriteKind | "import";
  readonly today: string;
  /** Asked for only where a default needs it. */
  readonly last: () => RowRecord | undefined;
};

/** One row: what it would be, and codes by column. */
function judgeRow(
  { ledger, kind, today, last }: Judging,
  entry: RowEntry,
  before: RowState | null,
): { after: RowState; codes: [LedgerColumn, CellFindingCode][] } {
  const isTyped = kind === "enter" || kind === "edit" || kind === "fill";
  const codes: [LedgerColumn, CellFindingCode][] = [];
  const cells: Values = { ...before?.cells };
  const links: Values = { ...before?.links };
  const secrets: Values = { ...before?.secrets };
  for (const column of ledger.columns) {
    const { key } = column;
    const isSensitive = column.personal === "sensitive";
    const target = isSensitive ? secrets : cells;
    const given =
      entry.cells[key] ?? (before === null && kind === "enter" ? initialOf(column, today, last()) : undefined);
    if (given !== undefined) {
      const { value, codes: found } = checkCell(column, given, { today, isTyped });
      codes.push(...found.map((code): [LedgerColumn, CellFindingCode] => [column, code]));
      // Words that name somebody else end the link to whom they named.
      if (isLinked.has(column.kind) && value !== (target[key] ?? "")) links[key] = "";
      target[key] = value;
    }
    const link = entry.links[key];
    if (link !== undefined && isLinked.has(column.kind)) links[key] = link;
    const isAsked = before === null || given !== undefined;
    if (
      isAsked &&
      column.isRequired &&
      (target[key] ?? "") === "" &&
      column.kind !== "formula" &&
      column.kind !== "attachment"
    )
      if (!codes.some(([of, code]) => of === column && cellErrors.has(code))) codes.push([column, "required-missing"]);
  }
  const kept = evaluateFormulas(ledger.columns, without(cells) as RowState["cells"]);
  const after: RowState = {
    cells: kept,
    links: without(links) as RowState["links"],
    secrets: without(secrets) as RowState["secrets"],
    occurredOn: occurredIn(ledger.columns, kept),
    stands: before?.stands ?? true,
  };
  return { after, codes };
}

/** Columns named that the ledger does not have: said of the first column, as there is none to say it of. */
const unknownKeys = ({ columns }: Ledger, { cells, links }: RowEntry): ColumnKey[] => {
  const known = new Set<string>(columns.map(({ key }) => key));
  return [...Object.keys(cells), ...Object.keys(links)].filter((key) => !known.has(key)) as ColumnKey[];
};

/** Judges rows of one ledger. Refuses ledger-row-not-found. */
export function judgeRows(
  db: ReadDb,
  { archive, clock }: Desk,
  ledger: Ledger,
  kind: WriteKind | "import",
  entries: readonly RowEntry[],
): JudgedRows {
  let last: RowRecord | undefined | null = null;
  const judging: Judging = {
    ledger,
    kind,
    today: localDay(clock.now()),
    last: () => (last === null ? (last = getLastRecord(db, ledger.id)) : last),
  };
  const known = recordsOf(
    db,
    ledger,
    entries.flatMap(({ id }) => id ?? []),
  )[Symbol.iterator]();
  const findings: CellFinding[] = [];
  const rows = entries.map((entry, row): RowToKeep => {
    const before = entry.id === null ? null : (known.next().value ?? null);
    const state = before && openRow(db, archive, before);
    const { after, codes } = judgeRow(judging, entry, state);
    findings.push(...codes.map(([column, code]) => sayCellFinding(row, column, code)));
    const [first] = ledger.columns;
    if (first)
      findings.push(
        ...unknownKeys(ledger, entry).map((key) => ({ ...sayCellFinding(row, first, "column-unknown"), column: key })),
      );
    return { before, after: state ? after : { ...blank, ...after } };
  });
  return { rows, findings };
}
