// Honours that stand: counted by who bears them, one bearer once.
import { and, asc, eq, inArray, lte, ne, sql } from "drizzle-orm";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import { ledgerRowTable } from "./ledger-row.ts";
import type { ReadDb } from "./open.ts";

/** Open cells of the rows of these kinds that happened on a day at the latest, in the order they happened. */
export const listAwardCells = (
  db: ReadDb,
  ledgerId: LedgerId,
  key: ColumnKey,
  kinds: readonly string[],
  until: string,
): (typeof ledgerRowTable.$inferSelect)["cells"][] =>
  db
    .select({ cells: ledgerRowTable.cells })
    .from(ledgerRowTable)
    .where(
      and(
        eq(ledgerRowTable.ledgerId, ledgerId),
        eq(ledgerRowTable.removedAt, ""),
        ne(ledgerRowTable.occurredOn, "" as never),
        lte(ledgerRowTable.occurredOn, until as never),
        inArray(sql`json_extract(${ledgerRowTable.cells}, ${`$."${key}"`})`, [...kinds]),
      ),
    )
    .orderBy(asc(ledgerRowTable.occurredOn), asc(ledgerRowTable.seq))
    .all()
    .map(({ cells }) => cells);
