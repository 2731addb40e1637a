// One row after a deletion: under a new key, with what stays of it sealed again. What the old key sealed is unreadable everywhere
// (personal-data P9, P14).
import { eraseRow } from "#db/erase-rows";
import { dropContentKeys } from "#db/keys";
import type { RowRecord } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import { openRow, sealSecrets } from "#engine/ledger/row-state";
import type { OpenArchive } from "#engine/vault/open-archive";
import { makeRecordKey } from "#engine/vault/seal-record";
import type { Rest } from "./rest-of-row.ts";

/** Writes the rest over the row. */
export function eraseRowOf(db: WriteDb, archive: OpenArchive, row: RowRecord, rest: Rest): void {
  const { secrets } = openRow(db, archive, row);
  dropContentKeys(db, [row.id]);
  const key = makeRecordKey(db, archive, row.id, "row");
  const kept = Object.fromEntries(rest.secretKeys.flatMap((each) => (secrets[each] ? [[each, secrets[each]]] : [])));
  eraseRow(db, row, {
    cells: rest.cells,
    links: rest.links,
    masked: rest.secretKeys,
    sealed: sealSecrets(key, row.id, kept),
  });
}
