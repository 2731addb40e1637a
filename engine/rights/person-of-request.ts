// Who a request is about, and which rows are hers: the one way from a person to her rows (personal-data P5, P9).
import { Refusal } from "#contract/refusal";
import type { ResidentId } from "#contract/resident";
import type { RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { getStandingRecord, idsOfPerson, type ResidentRecord } from "#db/resident";
import { listRowsOf } from "#db/rows-of-person";
import type { RequestRecord } from "#db/rights-request";
import type { OpenArchive } from "#engine/vault/open-archive";
import { hasEnded } from "./read-request.ts";
import { openRequest } from "#engine/vault/seal-request";
import type { Concerned } from "./share-of-row.ts";

export type PersonOfRequest = {
  /** Undefined when she has no record here. */
  readonly record: ResidentRecord | undefined;
  readonly ids: readonly ResidentId[];
  readonly rows: readonly RowRecord[];
  readonly concerned: Concerned;
};

/** Refuses request-ended, request-not-identified: nobody's rows come together for anything else. */
export function refuseUnidentified(request: RequestRecord): void {
  if (hasEnded(request)) throw new Refusal("request-ended");
  if (request.state !== "identified") throw new Refusal("request-not-identified");
}

/** Rows that link her, and those a keeper confirmed as hers. Refuses request-ended, request-not-identified. */
export function personOfRequest(db: ReadDb, archive: OpenArchive, request: RequestRecord): PersonOfRequest {
  refuseUnidentified(request);
  return findPerson(db, archive, request);
}

/** The same for a restriction that is lifted after its request has ended. */
export function findPerson(db: ReadDb, archive: OpenArchive, request: RequestRecord): PersonOfRequest {
  const opened = openRequest(db, archive, request);
  const record = request.residentId === null ? undefined : getStandingRecord(db, request.residentId);
  const ids = record ? idsOfPerson(db, record.id) : [];
  const rows = listRowsOf(db, ids, opened?.confirmed ?? []);
  const words = [record?.name, record?.phone, opened?.words.subject].filter(
    (word) => word !== undefined && word !== "",
  );
  return { record, ids, rows, concerned: { ids: new Set(ids), words: new Set(words as string[]) } };
}
