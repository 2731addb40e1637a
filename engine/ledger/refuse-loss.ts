// What a column with values may still become: nothing may be lost, nothing that is sealed may come out, nothing that stands
// in clear may be called sealed.
import type { ColumnKind, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { isAtLeast } from "#contract/nearness";
import { Refusal } from "#contract/refusal";
import { hasRows } from "#db/ledger";
import { isColumnFilled, listColumnRecords } from "#db/ledger-column";
import type { ReadDb } from "#db/open";

/** Kinds whose every value is a value of the other kind too, in the same canonical text. */
const lossless: Partial<Record<ColumnKind, readonly ColumnKind[]>> = {
  text: ["longText"],
  choice: ["text", "longText", "tags"],
  tags: ["text", "longText"],
  yesNo: ["text", "longText"],
  address: ["text", "longText"],
  grid: ["text", "longText", "address"],
  number: ["money", "text", "longText"],
  money: ["number", "text", "longText"],
  date: ["text", "longText"],
};

type Kept = Pick<LedgerColumn, "kind" | "personal" | "rules">;

/** Whether every value of one column is still a value of the other, as near to a person and with as many places. */
function keepsValues(before: Kept, after: Kept): boolean {
  if ((before.personal === "sensitive") !== (after.personal === "sensitive")) return false;
  // Names that were kept out of filters and frozen tables do not come into them by a new mark.
  if (!isAtLeast(after.personal, before.personal)) return false;
  // The digest a sealed number is looked up by would be of other digits.
  if (before.personal === "sensitive" && before.rules.format !== after.rules.format) return false;
  if (after.kind === "number" || after.kind === "money")
    if (before.kind !== "formula" && after.rules.decimals < before.rules.decimals) return false;
  // Values that stand must stay allowed: a choice taken away stays in the rows, an open list takes it.
  if (
    after.kind === "tags" &&
    before.kind === "choice" &&
    !before.rules.choices.every((each) => after.rules.choices.includes(each))
  )
    return after.rules.isOpenChoice;
  return before.kind === after.kind || (lossless[before.kind]?.includes(after.kind) ?? false);
}

/** Refuses ledger-column-filled with the place of a column whose values the new design would lose or lay open. */
export function refuseLoss(db: ReadDb, before: Ledger, columns: readonly LedgerColumn[]): void {
  const records = new Map(listColumnRecords(db, before.id).map((record) => [record.key, record]));
  const occurred = before.columns.find(({ part }) => part === "occurred")?.key;
  for (const [at, column] of columns.entries()) {
    const known = records.get(column.key);
    const position = at + 1;
    if (known && !keepsValues(known, column) && isColumnFilled(db, before.id, column.key))
      throw new Refusal("ledger-column-filled", { position });
    // 发生日期 of the rows stands in a column of its own; it does not move from one heading to another.
    if (column.part === "occurred" && column.key !== occurred && hasRows(db, before.id))
      throw new Refusal("ledger-column-filled", { position });
  }
}
