// The decrypted database of a ledger's archive, looked at from behind: rows, index, and every value of every table.
import type { Ledger } from "#contract/ledger";
import type { LedgerRowId, RowCells } from "#contract/ledger-row";
import { getContentKey, readSubKeys, type SubKeys } from "#db/keys";
import type { CellKey } from "#db/ledger-cell";
import { openDatabase, type Connection } from "#db/open";
import { indexCell } from "#engine/ledger/cell-index";
import { openSecrets } from "#engine/ledger/row-state";
import { archivePaths } from "#engine/vault/archive-folder";
import { openSlot, readSlots } from "#engine/vault/key-slot";
import { testPassphrase, type TestArchive } from "./archive.ts";

export type Store = { readonly connection: Connection; readonly keys: SubKeys };

/** Locks the archive, looks at its database, and unlocks it again. */
export async function lookBehind<T>(archive: TestArchive, look: (store: Store) => T): Promise<T> {
  await archive.engine.ask("archive.lock", {});
  const [slot] = (await readSlots(archive.folder)).slots;
  const key = slot && (await openSlot(slot, testPassphrase));
  if (!key) throw new Error("the slot opens");
  const connection = openDatabase(archivePaths(archive.folder).database, key);
  try {
    const keys = readSubKeys(connection.read);
    if (!keys) throw new Error("an archive has its keys");
    return look({ connection, keys });
  } finally {
    connection.close();
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
  }
}

type Entry = readonly [row: number, column: string, key: CellKey, words: string];
const inOrder = (entries: Entry[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();

/** The index of a ledger's cells as it is kept. */
export function keptIndex({ connection }: Store, { id }: Ledger): string[] {
  const blocks = connection.raw
    .prepare(
      `SELECT key, row_seqs, keys, words FROM ledger_cell_block JOIN ledger_column ON seq = column_seq WHERE ledger_id = ?`,
    )
    .raw()
    .all(id) as [column: string, rowSeqs: string, keys: string, words: string][];
  return inOrder(
    blocks.flatMap(([column, rowSeqs, keys, words]) => {
      const [allKeys, allWords] = [JSON.parse(keys) as CellKey[], JSON.parse(words) as string[]];
      return (JSON.parse(rowSeqs) as number[]).map((row, at): Entry => [
        ...([row, column] as const),
        ...([allKeys[at] ?? "", allWords[at] ?? ""] as const),
      ]);
    }),
  );
}

/** The index made anew of what the rows say, sealed values opened. */
export function indexOfRows({ connection, keys }: Store, ledger: Ledger): string[] {
  const rows = connection.raw
    .prepare("SELECT seq, id, cells, sealed FROM ledger_row WHERE ledger_id = ?")
    .all(ledger.id) as { seq: number; id: LedgerRowId; cells: string; sealed: Buffer | null }[];
  return inOrder(
    rows.flatMap(({ seq, id, cells, sealed }) => {
      const key = getContentKey(connection.read, keys, id);
      if (!key) throw new Error("a row has its key");
      const values: RowCells = { ...(JSON.parse(cells) as RowCells), ...openSecrets(key, { id, sealed }) };
      return ledger.columns.flatMap((column): Entry[] => {
        const entry = indexCell(column, ledger.id, values[column.key] ?? "", keys.hmac);
        return entry ? [[seq, column.key, entry.key, entry.words]] : [];
      });
    }),
  );
}

/** Every value of every table as text, sealed ones as their bytes, with where it stands. */
export function everyValue({ connection }: Store): { where: string; text: string }[] {
  const tables = connection.raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  return tables.flatMap((table) =>
    (connection.raw.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).map(([column, value]) => ({
        where: `${table}.${column}`,
        text: Buffer.isBuffer(value) ? value.toString("utf8") : String(value),
      })),
    ),
  );
}
