// 删除 granted: the values go from rows, history, index, ways back, saved filters and the record itself; what stays of a row says that
// something happened, not with whom. Filed archives are not altered: they are told (personal-data P9, P14; PIPL 47).
import type { ErasureReport } from "#contract/rights-request";
import { listAllColumns } from "#db/all-columns";
import { addErasure, putErasureMedium } from "#db/erasure";
import { countPapersOf, eraseResidents, eraseSavedWords } from "#db/erase-rows";
import { dropContentKeys } from "#db/keys";
import { getLedger } from "#db/ledger";
import type { WriteDb } from "#db/open";
import { emptyRequests, listRequestsAbout, type RequestRecord } from "#db/rights-request";
import { listFrozenWith } from "#db/told-of-person";
import { emptyUndo } from "#db/undo";
import type { Desk } from "#engine/desk";
import { backupPlacesOf } from "./backup-places.ts";
import { eraseRowOf } from "./erase-row-of.ts";
import { personOfRequest } from "./person-of-request.ts";
import { restOfRow } from "./rest-of-row.ts";
import { namesOthers } from "./share-of-row.ts";

/** Inside one transaction. Refuses request-ended, request-not-identified. */
export function erasePerson(db: WriteDb, desk: Desk, request: RequestRecord): ErasureReport {
  const { ids, rows, concerned } = personOfRequest(db, desk.archive, request);
  const at = desk.clock.now();
  const told = { frozen: listFrozenWith(db, rows), paperCount: countPapersOf(db, rows, ids) };
  const shared = rows.filter((row) => {
    const columns = listAllColumns(db, row.ledgerId);
    eraseRowOf(db, desk.archive, row, restOfRow(row, columns, concerned));
    return namesOthers(row, columns, concerned);
  });
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
