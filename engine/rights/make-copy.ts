// 副本 made: gathered anew at the moment it is drawn, drawn and read again by the form engine, never kept in the archive.
import type { Input, Output } from "#contract/contract";
import { formOptions } from "#contract/form";
import { plainAdjustment } from "#contract/form-adjustment";
import { Refusal } from "#contract/refusal";
import type { RightsRequestId } from "#contract/rights-request";
import { putOutForm, type FormOutput } from "#engine/form/put-out-form";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { startTurns } from "#engine/paper/take-turn";
import type { OpenArchive } from "#engine/vault/open-archive";
import { keepPreview } from "#engine/vault/preview";
import { copyPaper, sheetOfCopy } from "./define-copy.ts";
import { gatherPerson } from "./gather-person.ts";
import { refuseUnidentified } from "./person-of-request.ts";
import { findRequest, showRequest } from "./read-request.ts";

async function draw(
  house: House,
  archive: OpenArchive,
  id: RightsRequestId,
  job: Job,
  file: { to: string | null; mayReplace: boolean },
): Promise<FormOutput> {
  const db = archive.connection.read;
  const request = findRequest(db, id);
  refuseUnidentified(request);
  if (request.kind !== "copy" && request.kind !== "access") throw new Refusal("request-not-a-copy");
  // The log has an entry of the gathering before a page of it exists.
  if (request.gatheredAt === "") throw new Refusal("request-not-gathered");
  const madeOn = house.clock.now().slice(0, 10);
  const gather = () => sheetOfCopy(showRequest(db, archive, request), gatherPerson(db, archive, request), madeOn);
  const sheet = gather();
  return putOutForm({
    ...file,
    form: { ...copyPaper, gather: () => [gather()] },
    sheets: [sheet],
    hand: { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) },
    output: "pdf",
    madeOn,
    turn: startTurns(3, (done, total) => job.progress("排版副本", done, total, "row"), job.signal),
    confirm: () => {
      if (JSON.stringify(gather()) !== JSON.stringify(sheet))
        throw new Refusal("conservation-broken", { expected: 1, actual: 0 });
    },
  });
}

/** The PDF sealed for showing and printing. Refusals as the contract says. */
export async function previewCopy(
  house: House,
  archive: OpenArchive,
  { id }: Input<"rights-request.preview-copy">,
  job: Job,
): Promise<Output<"rights-request.preview-copy">> {
  const { content, pageCount } = await draw(house, archive, id, job, { to: null, mayReplace: false });
  return { documentId: await keepPreview(archive, house.makeId(), content), bytes: content.length, pageCount };
}

/** The PDF at a path. Refusals as the contract says. */
export async function writeCopy(
  house: House,
  archive: OpenArchive,
  { id, to, mayReplace }: Input<"rights-request.write-copy">,
  job: Job,
): Promise<Output<"rights-request.write-copy">> {
  const { content, sha256, pageCount } = await draw(house, archive, id, job, { to, mayReplace });
  return { path: to, bytes: content.length, sha256, pageCount };
}
