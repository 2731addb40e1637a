// What an archive holds, counted whatever its schema: a backup of an older program has fewer tables.
import type { RestoreCounts } from "#contract/restore";
import type { Connection } from "./open.ts";

const tables = {
  items: "item",
  pages: "page",
  registerEntries: "register_entry",
  ledgerRows: "ledger_row",
  files: "vault_file",
} as const;

/** Whether an older schema has a table already. */
export const hasTable = ({ raw }: Connection, name: string): boolean =>
  raw.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** Counts; 0 for what the schema does not know yet. */
export function countArchive(connection: Connection): RestoreCounts {
  const count = (table: string): number =>
    hasTable(connection, table) ? Number(connection.raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()) : 0;
  const { items, pages, registerEntries, ledgerRows, files } = tables;
  return {
    items: count(items),
    pages: count(pages),
    registerEntries: count(registerEntries),
    ledgerRows: count(ledgerRows),
    files: count(files),
  };
}
