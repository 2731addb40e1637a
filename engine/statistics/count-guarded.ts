// Persons counted by one guarded column: each person once, by what her latest row of the year says (personal-data P8).
import type { Input, Output } from "#contract/contract";
import type { LedgerColumn } from "#contract/ledger-column";
import { smallestGroup, type GuardedCount } from "#contract/ledger-statistics";
import type { Ledger } from "#contract/ledger";
import type { ResidentId } from "#contract/resident";
import { foldText } from "#db/fold-text";
import { listCountedRows, listGridsBeside } from "#db/ledger-count";
import { addRelease, listReleases, type Release } from "#db/released-count";
import { getStandingRecord } from "#db/resident";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { openSecrets } from "#engine/ledger/row-state";
import { readLedger } from "#engine/ledger/read-ledger";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { Written } from "#engine/written";
import { groupOf, otherValue, unknownValue } from "./count-ledgers.ts";
import { guardedColumn } from "./countable-columns.ts";
import { differs, guardCells, tellsOfFew } from "./guard-cells.ts";

type CountedRow = ReturnType<typeof listCountedRows>[number];

/**
 * Who a row is about: the resident it links; else the name written, which is taken for the linked resident of that name, so that nobody
 * is counted twice; a row without either stands for itself.
 */
function personOf(db: ReadDb, { columns }: Ledger, rows: readonly CountedRow[]): (row: CountedRow) => string {
  const person = columns.find(({ kind }) => kind === "person");
  const named =
    person ??
    columns.find(({ kind, personal, rules }) => kind === "text" && personal === "personal" && rules.format === "plain");
  const nameOf = ({ cells }: CountedRow): string => (named ? foldText(cells[named.key] ?? "") : "");
  const linkOf = ({ links }: CountedRow): string => {
    const id = person && links[person.key];
    return id ? (getStandingRecord(db, id as ResidentId)?.id ?? id) : "";
  };
  const linked = new Map(rows.flatMap((row) => (linkOf(row) === "" ? [] : [[nameOf(row), linkOf(row)] as const])));
  return (row) => {
    const name = nameOf(row);
    return linkOf(row) || linked.get(name) || (named ? `name ${name}` : row.id);
  };
}

type Counts = Readonly<Record<string, number>>;

/**
 * Grids are not a list of the ledger's: one that only few persons of it name would tell by its name that somebody is there, and by its
 * missing that nobody is. Those known beside it all have their place, the others are counted together until they are many.
 */
function settleGrids(counts: Counts, known: ReadonlySet<string>): Counts {
  const settled: Record<string, number> = Object.fromEntries(
    [...known, otherValue, unknownValue].map((grid) => [grid, 0]),
  );
  for (const [grid, count] of Object.entries(counts)) {
    const place = grid in settled || count >= smallestGroup ? grid : otherValue;
    settled[place] = (settled[place] ?? 0) + count;
  }
  return settled;
}

/** Persons by value; every choice has its place, also where nobody made it. */
function countPersons(db: ReadDb, archive: OpenArchive, ledger: Ledger, column: LedgerColumn, year: number): Counts {
  const rows = listCountedRows(db, ledger.id, year);
  const who = personOf(db, ledger, rows);
  const valueOf = (row: CountedRow): string => {
    if (column.personal !== "sensitive") return row.cells[column.key] ?? "";
    return row.masked.includes(column.key)
      ? (openSecrets(recordKeyOf(db, archive, row.id), row)[column.key] ?? "")
      : "";
  };
  const latest = new Map(rows.map((row) => [who(row), groupOf(column, valueOf(row))]));
  const choices = column.kind === "yesNo" ? ["是", "否"] : column.rules.choices;
  const counts: Record<string, number> = Object.fromEntries([...choices, unknownValue].map((value) => [value, 0]));
  for (const value of latest.values()) counts[value] = (counts[value] ?? 0) + 1;
  return column.kind === "grid" ? settleGrids(counts, listGridsBeside(db, ledger.id)) : counts;
}

const questionOf = (column: Pick<LedgerColumn, "key">, year: number): string => `${column.key} ${year}`;

/** What of a release is given, and whether it is an older one. */
function given({ countedAt, cells }: Release, isHeld: boolean): GuardedCount {
  const values = Object.keys(cells);
  const counts = Object.values(cells);
  const shown = guardCells(counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    ...{ countedAt, isHeld },
    // The rule takes the total for known; one of few would be a group by itself.
    total: total >= smallestGroup ? total : null,
    cells: values.map((value, at) => ({ value, count: shown[at] ?? null })),
  };
}

/** What was given last, or undefined: exports give nothing new. Refuses ledger-not-found, statistics-column-unfit. */
export function lastGiven(
  db: ReadDb,
  { ledgerId, column: key, year }: Input<"ledger-statistics.count-guarded">,
): { column: LedgerColumn; count: GuardedCount | undefined } {
  const ledger = readLedger(db, ledgerId);
  const column = guardedColumn(db, ledger, key);
  const last = listReleases(db, ledgerId, questionOf(column, year)).at(-1);
  return { column, count: last && given(last, false) };
}

/** Refuses ledger-not-found, statistics-column-unfit. */
export function countGuarded(
  db: WriteDb,
  { ledgerId, column: key, year }: Input<"ledger-statistics.count-guarded">,
  { archive, clock }: Desk,
): Written<Output<"ledger-statistics.count-guarded">> {
  const ledger = readLedger(db, ledgerId);
  const column = guardedColumn(db, ledger, key);
  const question = questionOf(column, year);
  const earlier = listReleases(db, ledgerId, question);
  const cells = countPersons(db, archive, ledger, column, year);
  const fresh = { ledgerId, question, countedAt: clock.now(), cells };
  const last = earlier.at(-1);
  const isSame = last !== undefined && !differs(last.cells, cells);
  const isHeld = !isSame && earlier.some((each) => tellsOfFew(each.cells, cells));
  if (!isSame && !isHeld) addRelease(db, fresh);
  const output = given(isSame || isHeld ? (last ?? fresh) : fresh, isHeld);
  return { output, objectId: ledgerId, keepsUndo: true, nouns: [] };
}
