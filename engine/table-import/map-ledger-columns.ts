// Columns of a sheet → columns of the ledger: by heading, as the clerk says, or as they were read before. What may not be kept is
// dropped here, before anything else sees it (personal-data P2).
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { LedgerImportFinding } from "#contract/ledger-import-finding";
import type { LedgerTableColumn } from "#contract/ledger-import";
import { holdsEthnicOrReligious } from "#engine/input/ethnic-or-religious";
import { isRefusedHeading } from "#engine/input/refused-heading";
import type { TableSheet } from "#engine/input/read-table";
import { cellText, columnLetter, isBlankCell, shown } from "./cell-text.ts";
import type { SheetHead } from "./find-head.ts";
import { fillableColumns, likeness, serialColumn } from "./ledger-head.ts";
import { sayLedgerFinding } from "./say-ledger-finding.ts";

export type ChosenColumn = { readonly index: number; readonly column: ColumnKey | null };
export type MappedLedgerSheet = {
  readonly columns: readonly LedgerTableColumn[];
  readonly findings: readonly LedgerImportFinding[];
};

/** How many of the words of a column are choices of the ledger's: a column of other words is no such choice. */
function fitsChoices(body: TableSheet["rows"], index: number, { kind, rules }: LedgerColumn): boolean {
  if (kind !== "choice" || rules.isOpenChoice) return true;
  const words = new Set(body.map(({ cells }) => cellText(cells[index]).trim()).filter((text) => text !== ""));
  const known = [...words].filter((word) => rules.choices.includes(word)).length;
  return words.size === 0 || known > 0;
}

/** The surest pairs first; every column on both sides once. */
function propose(
  headings: readonly string[],
  body: TableSheet["rows"],
  columns: readonly LedgerColumn[],
): ReadonlyMap<number, ColumnKey> {
  const pairs = headings.flatMap((heading, index) =>
    fillableColumns(columns).flatMap((column) => {
      const sure = likeness(heading, column);
      return sure === 0 ? [] : [{ index, key: column.key, sure: sure - (fitsChoices(body, index, column) ? 0 : 1.6) }];
    }),
  );
  pairs.sort((one, other) => other.sure - one.sure || one.index - other.index);
  const found = new Map<number, ColumnKey>();
  const taken = new Set<ColumnKey>();
  for (const { index, key, sure } of pairs) {
    if (sure <= 0 || found.has(index) || taken.has(key)) continue;
    found.set(index, key);
    taken.add(key);
  }
  return found;
}

/** Where the clerk names a row of values as the head, a number of a person stands for a heading: it is not said again (P7). */
const longNumber = /\d{5}/;
const sayable = (heading: string): string => (longNumber.test(heading.normalize("NFKC")) ? "" : shown(heading));

/** Maps the columns of one sheet. A refused column is named by its place and heading, never by a value. */
export function mapLedgerColumns(
  sheet: TableSheet,
  head: SheetHead,
  ledgerColumns: readonly LedgerColumn[],
  chosen: readonly ChosenColumn[],
  remembered: readonly ChosenColumn[],
): MappedLedgerSheet {
  const findings: LedgerImportFinding[] = [];
  const body = sheet.rows.slice(head.to + 1);
  const widest = body.reduce((most, { cells }) => Math.max(most, cells.length), head.headings.length);
  const width = Math.min(256, widest);
  const headings = Array.from({ length: width }, (_, index) => head.headings[index]?.text ?? "");
  const isRefused = headings.map(
    (heading, index) => head.headings[index]?.isRefused === true || isRefusedHeading(heading),
  );
  const isForeign = headings.map((_, index) => holdsEthnicOrReligious(textsOf(body, index)));
  const open = headings.map((heading, index) => (isRefused[index] || isForeign[index] ? "" : heading));
  const proposed = propose(open, body, ledgerColumns);
  const known = new Set(fillableColumns(ledgerColumns).map(({ key }) => key));
  const serial = serialColumn(headings);
  const taken = new Set<ColumnKey>();
  const row = sheet.rows[head.to]?.row ?? 0;
  const columns = headings.map((heading, index): LedgerTableColumn => {
    const letter = columnLetter(index);
    const place = { sheet: sheet.name, row, column: letter };
    const value = sayable(heading) || letter;
    const base = { index, letter, heading: sayable(heading), isRemembered: false };
    if (isRefused[index] || isForeign[index]) {
      findings.push(sayLedgerFinding(place, "field-refused", { value: isRefused[index] ? value : letter }));
      return { ...base, heading: isRefused[index] ? base.heading : "", column: null, isRefused: true };
    }
    const byClerk = chosen.find((each) => each.index === index);
    const before = remembered.find((each) => each.index === index);
    const wanted = byClerk ? byClerk.column : before ? before.column : (proposed.get(index) ?? null);
    const column = wanted !== null && known.has(wanted) ? wanted : null;
    const isTwice = column !== null && taken.has(column);
    if (isTwice) findings.push(sayLedgerFinding(place, "column-twice", { value }));
    else if (column === null && !byClerk && index !== serial && body.some(({ cells }) => !isBlankCell(cells[index])))
      findings.push(sayLedgerFinding(place, "column-not-imported", { value }));
    if (column !== null) taken.add(column);
    return {
      ...base,
      column: isTwice ? null : column,
      isRefused: false,
      isRemembered: byClerk === undefined && before !== undefined,
    };
  });
  return { columns, findings };
}

const textsOf = (rows: TableSheet["rows"], index: number): string[] => rows.map((row) => cellText(row.cells[index]));
