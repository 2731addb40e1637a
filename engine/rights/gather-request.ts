// Gathering is an act: it stands in the log each time, and nothing is copied or decided before it was done once.
import type { Input, Output } from "#contract/contract";
import type { WriteDb } from "#db/open";
import { setRequest } from "#db/rights-request";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { gatherPerson } from "./gather-person.ts";
import { refuseUnidentified } from "./person-of-request.ts";
import { findRequest } from "./read-request.ts";
import { openRequest, sealRequest } from "#engine/vault/seal-request";

/** Refuses request-not-found, request-not-identified, request-ended. */
export function gatherRequest(
  db: WriteDb,
  { id, confirmed }: Input<"rights-request.gather">,
  { archive, clock }: Desk,
): Written<Output<"rights-request.gather">> {
  const request = findRequest(db, id);
  refuseUnidentified(request);
  const opened = openRequest(db, archive, request);
  if (!opened) throw new Error("the words of an open request are there");
  setRequest(db, id, {
    gatheredAt: clock.now(),
    sealed: sealRequest(db, archive, id, {
      ...opened,
      confirmed: [...new Set([...opened.confirmed, ...confirmed])],
    }),
  });
  const output = gatherPerson(db, archive, findRequest(db, id));
  return { output, objectId: id, reasonCode: request.kind, keepsUndo: true, nouns: ["rights-request"] };
}
