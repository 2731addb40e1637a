// Values that give a column away whatever its heading says (personal-data P2, P3): a refused word as a choice, a tag or a grid, which
// would be filtered by; and a column more than a fifth of which are names of peoples or religions. Only the place is told.
import type { CellFindingCode } from "#contract/ledger-write";
import type { LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { listColumnValues } from "#db/ledger-count";
import type { ReadDb } from "#db/open";
import { isEthnicOrReligious, mostNames, namesOfPeoples } from "#engine/input/ethnic-or-religious";
import type { RowToKeep } from "./keep-rows.ts";
import { isRefusedValue } from "./refuse-fields.ts";

export type ForeignValue = { readonly row: number; readonly column: LedgerColumn; readonly code: CellFindingCode };
type Written = { readonly row: number; readonly value: string };

/** Kinds whose cells are words somebody writes. */
const holdsWords = new Set<LedgerColumn["kind"]>([
  "text",
  "longText",
  "person",
  "household",
  "address",
  "grid",
  "item",
]);
/** One sign alone (回, 满) may be anything while it stands alone. */
const fewest = 3;

const valueIn = (row: Pick<RowToKeep, "after" | "before">, { key, personal }: LedgerColumn): string =>
  (personal === "sensitive" ? row.after.secrets[key] : row.after.cells[key]) ?? "";

/** Cells of a column that these rows write. */
const writtenIn = (rows: readonly RowToKeep[], column: LedgerColumn): Written[] => {
  const written: Written[] = [];
  rows.forEach((each, row) => {
    const value = valueIn(each, column);
    if (value === "") return;
    if (column.personal === "sensitive" || value !== (each.before?.cells[column.key] ?? ""))
      written.push({ row, value });
  });
  return written;
};

/** Whether a value beside the choices, or a grid, is one nobody may be listed by. */
function isRefusedIn({ kind, rules }: LedgerColumn, value: string): boolean {
  if (kind === "grid") return namesOfPeoples.test(value.normalize("NFKC"));
  const parts = kind === "tags" ? value.split("、") : [value];
  return parts.some((part) => !rules.choices.includes(part) && isRefusedValue(part));
}

/** Whether the column, with what is written now, is one of peoples or religions. Nothing is read while nobody writes such a name. */
function isForeign(db: ReadDb, ledger: Ledger, column: LedgerColumn, written: readonly Written[]): boolean {
  const named = written.filter(({ value }) => isEthnicOrReligious(value));
  if (named.length === 0) return false;
  const standing = listColumnValues(db, ledger.id, column.key);
  const sum = (of: typeof standing): number => of.reduce((total, { count }) => total + count, 0);
  const found = named.length + sum(standing.filter(({ value }) => isEthnicOrReligious(value)));
  const isSure = named.some(({ value }) => value.length > 1) || found >= fewest;
  return isSure && found > mostNames * (written.length + sum(standing));
}

/** Every cell of these rows that may not be kept. */
export function findForeignValues(db: ReadDb, ledger: Ledger, rows: readonly RowToKeep[]): ForeignValue[] {
  return ledger.columns.flatMap((column): ForeignValue[] => {
    const { kind, rules } = column;
    const isList = kind === "choice" || kind === "tags" || kind === "grid";
    if (!isList && !holdsWords.has(kind)) return [];
    if (rules.format !== "plain" || (isList && kind !== "grid" && !rules.isOpenChoice)) return [];
    const written = writtenIn(rows, column);
    const found = isList ? written.filter(({ value }) => isRefusedIn(column, value)) : [];
    const refused = found.map(({ row }): ForeignValue => ({ row, column, code: "value-refused" }));
    if (refused.length > 0 || !isForeign(db, ledger, column, written)) return refused;
    return written
      .filter(({ value }) => isEthnicOrReligious(value))
      .map(({ row }): ForeignValue => ({ row, column, code: "column-refused" }));
  });
}
