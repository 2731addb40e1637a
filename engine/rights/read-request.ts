// A request that has to be there, as it is worked on.
import { Refusal } from "#contract/refusal";
import { identityCheck, type IdentityCheck, type RightsRequest, type RightsRequestId } from "#contract/rights-request";
import type { ReadDb } from "#db/open";
import { getRequest, isRestricting, type RequestRecord } from "#db/rights-request";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openRequest } from "#engine/vault/seal-request";

const endStates: readonly RequestRecord["state"][] = ["granted", "partly-granted", "refused", "withdrawn"];

/** Whether nothing more is done about a request. */
export const hasEnded = ({ state }: RequestRecord): boolean => endStates.includes(state);

/** Refuses request-not-found. */
export function findRequest(db: ReadDb, id: RightsRequestId): RequestRecord {
  const request = getRequest(db, id);
  if (!request) throw new Refusal("request-not-found");
  return request;
}

/** A request that is still worked on, as this person last saw it. Refuses request-not-found, request-changed, request-ended. */
export function findOpenRequest(db: ReadDb, id: RightsRequestId, revision: number): RequestRecord {
  const request = findRequest(db, id);
  if (hasEnded(request)) throw new Refusal("request-ended");
  if (request.revision !== revision) throw new Refusal("request-changed");
  return request;
}

function identityOf({ identityCheck: kept, identityCheckedAt: at }: RequestRecord): IdentityCheck | null {
  return kept === "" ? null : identityCheck.parse({ ...(JSON.parse(kept) as object), at });
}

/** A request with its words opened. */
export function showRequest(db: ReadDb, archive: OpenArchive, request: RequestRecord): RightsRequest {
  const { sealed: _, identityCheck: __, identityCheckedAt: ___, liftedAt: ____, ...shown } = request;
  return {
    ...shown,
    words: openRequest(db, archive, request)?.words ?? null,
    identity: identityOf(request),
    isRestricting: isRestricting(request),
  };
}

/** Refuses request-not-found. */
export const readRequest = (db: ReadDb, archive: OpenArchive, id: RightsRequestId): RightsRequest =>
  showRequest(db, archive, findRequest(db, id));
