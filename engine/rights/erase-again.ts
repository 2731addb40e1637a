// A granted deletion done once more in an older copy of the archive: the copy is of a day when the person still stood in it, so her
// rows and records are looked for as they were then (personal-data P14). Nothing of the register says her name; the copy does.
import { listAllColumns } from "#db/all-columns";
import { addErasure, hasErasure, putErasureMedium } from "#db/erasure";
import { eraseResidents, eraseSavedWords } from "#db/erase-rows";
import { dropContentKeys } from "#db/keys";
import type { RowRecord } from "#db/ledger-row";
import type { LedgerRowId } from "#contract/ledger-row";
import type { ResidentId } from "#contract/resident";
import type { RightsRequestId } from "#contract/rights-request";
import type { ReadDb, WriteDb } from "#db/open";
import { getResidentRecord, standAlone } from "#db/resident";
import {
  addRequest,
  emptyRequests,
  getRequest,
  isNumberTaken,
  listRequestsAbout,
  nextRequestNumber,
  setRequest,
} from "#db/rights-request";
import { listRowsOf } from "#db/rows-of-person";
import { emptyUndo } from "#db/undo";
import type { RegisteredDeletion } from "#engine/vault/deletion-register";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openRequest } from "#engine/vault/seal-request";
import { eraseRowOf } from "./erase-row-of.ts";
import { bareRestOfRow, restOfRow, type Rest } from "./rest-of-row.ts";
import type { Concerned } from "./share-of-row.ts";

/** What the copy knows of her: her records, and the words of requests about her. */
function concernedBy(
  db: ReadDb,
  archive: OpenArchive,
  dropped: readonly string[],
): { ids: readonly ResidentId[]; requests: readonly RightsRequestId[]; concerned: Concerned } {
  const records = dropped.flatMap((id) => getResidentRecord(db, id as ResidentId) ?? []);
  const ids = records.map(({ id }) => id);
  const named = dropped.flatMap((id) => getRequest(db, id) ?? []);
  const requests = new Map([...named, ...listRequestsAbout(db, ids)].map((each) => [each.id, each]));
  const subjects = [...requests.values()].map((each) => openRequest(db, archive, each)?.words.subject);
  const words = [...records.flatMap(({ name, phone }) => [name, phone]), ...subjects.map((each) => each ?? "")];
  return {
    ids,
    requests: [...requests.keys()],
    concerned: { ids: new Set(ids), words: new Set(words.filter((word) => word !== "")) },
  };
}

/** A row the register names, but nothing in the copy tells which of its words are hers, keeps only what names nobody. */
function restThen(db: ReadDb, row: RowRecord, concerned: Concerned): Rest {
  const columns = listAllColumns(db, row.ledgerId);
  const isKnown =
    Object.values(row.links).some((id) => concerned.ids.has(id)) ||
    Object.values(row.cells).some((value) => concerned.words.has(value));
  return isKnown ? restOfRow(row, columns, concerned) : bareRestOfRow(row, columns);
}

/** The request as the register has it: the copy may be older than its first line. */
function settleRequest(db: WriteDb, { requestId: id, request }: RegisteredDeletion): void {
  const ended = { state: "granted", reasonCode: request.reasonCode, endedAt: request.endedAt } as const;
  if (getRequest(db, id)) return setRequest(db, id, ended);
  const { year } = request;
  const number = isNumberTaken(db, year, request.number) ? nextRequestNumber(db, year) : request.number;
  addRequest(db, { ...request, ...ended, id, number, kind: "deletion", residentId: null, sealed: null });
}

/** Inside one transaction. False when the copy was made after it and knows it already. */
export function eraseAgain(db: WriteDb, archive: OpenArchive, deletion: RegisteredDeletion, at: string): boolean {
  const { requestId, droppedKeys } = deletion;
  if (hasErasure(db, requestId)) return false;
  const { ids, requests, concerned } = concernedBy(db, archive, droppedKeys);
  const rows = listRowsOf(db, ids, droppedKeys as LedgerRowId[]);
  for (const row of rows) eraseRowOf(db, archive, row, restThen(db, row, concerned));
  emptyRequests(db, requests);
  standAlone(db, ids);
  eraseResidents(db, ids);
  eraseSavedWords(db, [...concerned.words]);
  emptyUndo(db);
  const stay = new Set<string>(rows.map(({ id }) => id));
  dropContentKeys(
    db,
    [...droppedKeys, ...requests].filter((id) => !stay.has(id)),
  );
  settleRequest(db, deletion);
  addErasure(db, { requestId, at: deletion.at, droppedKeys });
  for (const medium of deletion.media) putErasureMedium(db, requestId, { ...medium, signedBy: "" });
  for (const place of ["archive", "safe-copies"])
    putErasureMedium(db, requestId, { place, state: "cleared", at, signedBy: "" });
  return true;
}
