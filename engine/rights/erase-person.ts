// 删除 granted: the values go from rows, history, index, ways back, saved filters and the record itself; what stays of a row says that
// something happened, not with whom. Filed archives are not altered: they are told (personal-data P9, P14; PIPL 47).
import type { ErasureReport } from "#contract/rights-request";
import { listAllColumns } from "#db/all-columns";
import { addErasure, putErasureMedium } from "#db/erasure";
import { countPapersOf, eraseResidents, eraseRow, eraseSavedWords } from "#db/erase-rows";
import { dropContentKeys } from "#db/keys";
import { getLedger } from "#db/ledger";
import type { RowRecord } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import { emptyRequests, listRequestsAbout, type RequestRecord } from "#db/rights-request";
import { listFrozenWith } from "#db/told-of-person";
import { emptyUndo } from "#db/undo";
import type { Desk } from "#engine/desk";
import { openRow, sealSecrets } from "#engine/ledger/row-state";
import { makeRecordKey } from "#engine/vault/seal-record";
import { backupPlacesOf } from "./backup-places.ts";
import { personOfRequest } from "./person-of-request.ts";
import { restOfRow } from "./rest-of-row.ts";
import { namesOthers, type Concerned } from "./share-of-row.ts";

/** The row under a new key, with what stays of it sealed again: what the old key sealed is unreadable everywhere. */
function eraseOne(db: WriteDb, { archive }: Desk, row: RowRecord, concerned: Concerned): boolean {
  const columns = listAllColumns(db, row.ledgerId);
  const rest = restOfRow(row, columns, concerned);
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
  return namesOthers(row, columns, concerned);
}

/** Inside one transaction. Refuses request-ended, request-not-identified. */
export function erasePerson(db: WriteDb, desk: Desk, request: RequestRecord): ErasureReport {
  const { ids, rows, concerned } = personOfRequest(db, desk.archive, request);
  const at = desk.clock.now();
  const told = { frozen: listFrozenWith(db, rows), paperCount: countPapersOf(db, rows, ids) };
  const shared = rows.filter((row) => eraseOne(db, desk, row, concerned));
  const requests = [...new Set([request.id, ...listRequestsAbout(db, ids).map(({ id }) => id)])];
  emptyRequests(db, requests);
  eraseResidents(db, ids);
  eraseSavedWords(db, [...concerned.words]);
  emptyUndo(db);
  dropContentKeys(db, [...ids, ...requests]);
  addErasure(db, { requestId: request.id, at, droppedKeys: [...rows.map(({ id }) => id), ...ids, ...requests] });
  putErasureMedium(db, request.id, { place: "archive", state: "cleared", at, signedBy: "" });
  for (const place of ["safe-copies", ...backupPlacesOf(db)])
    putErasureMedium(db, request.id, { place, state: "waiting", at: "", signedBy: "" });
  return {
    ...told,
    rowCount: rows.length,
    rowsToRead: shared.map((row) => ({
      rowId: row.id,
      ledgerName: getLedger(db, row.ledgerId)?.name ?? "",
      occurredOn: row.occurredOn,
    })),
  };
}
