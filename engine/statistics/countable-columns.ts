// By what the rows of a ledger may be counted, and which of it is guarded (personal-data P3, P8).
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { CountedBy } from "#contract/ledger-statistics";
import type { Ledger } from "#contract/ledger";
import { isProxy } from "#contract/nearness";
import { Refusal } from "#contract/refusal";
import { listColumnRecords } from "#db/ledger-column";
import type { ReadDb } from "#db/open";

const parts = ["kind", "grid", "target", "result"] as const satisfies readonly CountedBy[];
const hasGroups = new Set(["choice", "yesNo", "grid"]);

/** A list of choices or a grid; what names a person or stands in for a people is none, and a column of words would be a list of rows. */
const isGroups = (column: LedgerColumn): boolean =>
  column.personal !== "personal" && hasGroups.has(column.kind) && !isProxy(column);

/** Whether a ledger has, or ever had, a sensitive column: then being in it is sensitive too. */
const isSensitive = (db: ReadDb, { id }: Ledger): boolean =>
  listColumnRecords(db, id).some(({ personal }) => personal === "sensitive");

export type Countable = { readonly plain: readonly CountedBy[]; readonly guarded: readonly LedgerColumn[] };

/** Months are rows, not persons, and count of every ledger. */
export function countableColumns(db: ReadDb, ledger: Ledger): Countable {
  const groups = ledger.columns.filter(isGroups);
  const ofParts = parts.flatMap((part) => groups.find((column) => column.part === part) ?? []);
  if (!isSensitive(db, ledger))
    return { plain: ["month", ...ofParts.map(({ part }) => part as CountedBy)], guarded: [] };
  return {
    plain: ["month"],
    guarded: groups.filter((each) => each.personal === "sensitive" || ofParts.includes(each)),
  };
}

/** The column rows are counted by in the open. Refuses statistics-guarded, statistics-column-unfit. */
export function plainColumn(db: ReadDb, ledger: Ledger, by: CountedBy): LedgerColumn {
  const { plain, guarded } = countableColumns(db, ledger);
  const column = ledger.columns.find(({ part }) => part === by);
  if (column && guarded.includes(column)) throw new Refusal("statistics-guarded", { column: column.heading });
  if (!column || !plain.includes(by)) throw new Refusal("statistics-column-unfit");
  return column;
}

/** Refuses statistics-column-unfit for a column that is none of the guarded ones. */
export function guardedColumn(db: ReadDb, ledger: Ledger, key: ColumnKey): LedgerColumn {
  const column = countableColumns(db, ledger).guarded.find((each) => each.key === key);
  if (!column) throw new Refusal("statistics-column-unfit");
  return column;
}
