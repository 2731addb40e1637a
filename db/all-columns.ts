// Every column a ledger has or had: a column taken away keeps its values in the rows, and a deletion has to know them too.
import { eq } from "drizzle-orm";
import type { LedgerId } from "#contract/ledger";
import { ledgerColumnTable } from "./ledger-column.ts";
import type { ReadDb } from "./open.ts";

export type AnyColumn = Pick<
  typeof ledgerColumnTable.$inferSelect,
  "key" | "heading" | "kind" | "personal" | "rules" | "isRemoved"
>;

/** Columns of a ledger, removed ones among them, in order. */
export function listAllColumns(db: ReadDb, ledgerId: LedgerId): AnyColumn[] {
  return db
    .select({
      key: ledgerColumnTable.key,
      heading: ledgerColumnTable.heading,
      kind: ledgerColumnTable.kind,
      personal: ledgerColumnTable.personal,
      rules: ledgerColumnTable.rules,
      isRemoved: ledgerColumnTable.isRemoved,
    })
    .from(ledgerColumnTable)
    .where(eq(ledgerColumnTable.ledgerId, ledgerId))
    .orderBy(ledgerColumnTable.position, ledgerColumnTable.seq)
    .all();
}
