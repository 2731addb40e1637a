// What is only told of a person's rows, not shown: frozen periods they stood in, and how often somebody looked (personal-data P9, P10).
import { inArray, or, sql } from "drizzle-orm";
import type { ResidentId } from "#contract/resident";
import { countRows } from "./count-rows.ts";
import { ledgerFreezeTable } from "./ledger-freeze.ts";
import { ledgerTable } from "./ledger.ts";
import type { RowRecord } from "./ledger-row.ts";
import type { ReadDb } from "./open.ts";
import { revealTable } from "./reveal.ts";

/** The month, quarter and year a day lies in, as periods are named. */
function periodsOf(day: string): string[] {
  const [year = "", month = ""] = day.split("-");
  if (year === "" || month === "") return year === "" ? [] : [year];
  return [year, `${year}-${month}`, `${year}-Q${Math.ceil(Number(month) / 3)}`];
}

/** Frozen periods in which a row of these happened. A row nobody dated belongs to none. */
export function listFrozenWith(
  db: ReadDb,
  rows: readonly RowRecord[],
): { ledgerName: string; period: string; isIdentified: boolean }[] {
  const concerned = new Set(
    rows.flatMap((row) => periodsOf(row.occurredOn).map((period) => `${row.ledgerId} ${period}`)),
  );
  return db
    .select({
      ledgerId: ledgerFreezeTable.ledgerId,
      ledgerName: ledgerTable.name,
      period: ledgerFreezeTable.period,
      form: ledgerFreezeTable.form,
    })
    .from(ledgerFreezeTable)
    .innerJoin(ledgerTable, sql`${ledgerTable.id} = ${ledgerFreezeTable.ledgerId}`)
    .orderBy(ledgerTable.name, ledgerFreezeTable.period)
    .all()
    .filter(({ ledgerId, period }) => concerned.has(`${ledgerId} ${period}`))
    .map(({ ledgerName, period, form }) => ({ ledgerName, period, isIdentified: form === "identified" }));
}

/** Looks at masked values of these rows and records. */
export function countLooksAt(db: ReadDb, rows: readonly RowRecord[], residentIds: readonly ResidentId[]): number {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  return countRows(
    db,
    revealTable,
    or(
      inArray(revealTable.residentId, [...residentIds]),
      sql`${revealTable.rowId} IN (SELECT value FROM json_each(${ids}))`,
    ),
  );
}
