// 身份核验: recorded before anything is gathered (personal-data P9).
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { IdentityWay, RightsAskedBy } from "#contract/rights-request";
import type { WriteDb } from "#db/open";
import { setRequest } from "#db/rights-request";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { findOpenRequest, readRequest } from "./read-request.ts";
import { refuseUnknownResident } from "./register-request.ts";

/** Somebody who asks for another shows by what right; her own card alone says nothing about that. */
const waysFor: Record<RightsAskedBy, readonly IdentityWay[]> = {
  self: ["id-card", "residence-booklet", "known"],
  guardian: ["guardian-proof", "residence-booklet"],
  kin: ["kin-proof"],
  agent: ["authorisation"],
};

/** Refuses request-not-found, request-changed, request-ended, resident-not-found, request-way-wrong. */
export function identifyRequest(
  db: WriteDb,
  { id, revision, way, by, residentId }: Input<"rights-request.identify">,
  { archive, clock }: Desk,
): Written<Output<"rights-request.identify">> {
  const request = findOpenRequest(db, id, revision);
  if (!waysFor[request.askedBy].includes(way)) throw new Refusal("request-way-wrong");
  refuseUnknownResident(db, residentId);
  const before = readRequest(db, archive, id);
  setRequest(db, id, {
    state: "identified",
    residentId,
    identityCheck: JSON.stringify({ way, by }),
    identityCheckedAt: clock.now(),
    // Another record was named: what was gathered of the first is not this one's.
    ...(residentId !== request.residentId && { gatheredAt: "" }),
    revision: revision + 1,
  });
  const output = readRequest(db, archive, id);
  return {
    output,
    objectId: id,
    before,
    after: output,
    reasonCode: way,
    keepsUndo: true,
    nouns: ["rights-request"],
  };
}
