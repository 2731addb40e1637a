// 决定: a request ends with a reason, and what was granted is done.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ErasureReport, RightsRequest } from "#contract/rights-request";
import { restrictPerson } from "#db/erase-rows";
import type { WriteDb } from "#db/open";
import { listRestrictingRequests, setRequest, type RequestRecord } from "#db/rights-request";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { clearMedia } from "./clear-media.ts";
import { erasePerson } from "./erase-person.ts";
import { findPerson, personOfRequest, refuseUnidentified } from "./person-of-request.ts";
import { findOpenRequest, findRequest, readRequest } from "./read-request.ts";
import { openRequest, sealRequest } from "#engine/vault/seal-request";

type Decide = Input<"rights-request.decide">;
const nouns = [
  "rights-request",
  "erasure",
  "ledger",
  "resident",
  "household",
  "consent",
  "reveal",
  "undo",
  "saved-view",
];

const isGrant = ({ decision }: Decide): boolean => decision === "granted" || decision === "partly-granted";

/** What has to have happened before: identity and gathering for a grant; nothing for a withdrawal or a refusal. */
function refuseTooEarly(request: RequestRecord, input: Decide): void {
  if (!isGrant(input)) return;
  refuseUnidentified(request);
  if (request.gatheredAt === "") throw new Refusal("request-not-gathered");
}

function end(
  db: WriteDb,
  desk: Desk,
  input: Decide,
): Written<{ request: RightsRequest; erasure: ErasureReport | null }> {
  const { archive, clock } = desk;
  const { id, revision, decision, reasonCode, answer } = input;
  const request = findOpenRequest(db, id, revision);
  refuseTooEarly(request, input);
  const opened = openRequest(db, archive, request);
  if (!opened) throw new Error("the words of an open request are there");
  const isErasing = request.kind === "deletion" && decision === "granted";
  const sealed = sealRequest(db, archive, id, { ...opened, words: { ...opened.words, answer } });
  // Deleted is what may be deleted; what the law keeps is not touched but for storing and guarding it (PIPL 47).
  const isRestricting =
    isGrant(input) && (request.kind === "restriction" || (request.kind === "deletion" && !isErasing));
  if (isRestricting) {
    const { ids, rows } = personOfRequest(db, archive, request);
    restrictPerson(db, ids, rows, true);
  }
  const ended = { state: decision, reasonCode, endedAt: clock.now(), revision: revision + 1 };
  const erasure = isErasing ? erasePerson(db, desk, request) : null;
  setRequest(db, id, isErasing ? ended : { ...ended, sealed });
  return {
    output: { request: readRequest(db, archive, id), erasure },
    objectId: id,
    reasonCode: `${decision} ${reasonCode}`,
    keepsUndo: true,
    nouns,
    ...(isErasing && { droppedFiles: [] }),
  };
}

/** Refuses request-not-found, request-changed, request-ended, request-not-identified, request-not-gathered. */
export async function decideRequest(
  house: House,
  archive: OpenArchive,
  input: Decide,
  job: Job,
): Promise<Output<"rights-request.decide">> {
  const { clock, makeId, sayReadings } = house;
  const desk: Desk = { archive, clock, makeId, sayReadings };
  const output = await writeStep(house, archive, "rights-request.decide", (db) => end(db, desk, input));
  if (output.erasure) await clearMedia(house, archive, job);
  return output;
}

/** Ends a restriction, unless another one stands. Refuses request-not-found, request-not-restricting. */
export function liftRestriction(
  db: WriteDb,
  { id }: Input<"rights-request.lift">,
  { archive, clock }: Desk,
): Written<Output<"rights-request.lift">> {
  const request = findRequest(db, id);
  if (!readRequest(db, archive, id).isRestricting) throw new Refusal("request-not-restricting");
  setRequest(db, id, { liftedAt: clock.now(), revision: request.revision + 1 });
  const { ids, rows } = findPerson(db, archive, request);
  if (listRestrictingRequests(db, ids).length === 0) restrictPerson(db, ids, rows, false);
  const output = readRequest(db, archive, id);
  return { output, objectId: id, after: output, keepsUndo: true, nouns };
}
