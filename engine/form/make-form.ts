// A form printed: gathered, laid out, drawn, read again and counted; a failed print changes nothing in the archive.
import type { Input, Output } from "#contract/contract";
import { plainAdjustment } from "#contract/form-adjustment";
import { isSameProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { getFormAdjustment } from "#db/form-adjustment";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refuseExisting } from "#engine/paper/write-checked-file";
import { startTurns } from "#engine/paper/take-turn";
import { keepPreview } from "#engine/vault/preview";
import type { OpenArchive } from "#engine/vault/open-archive";
import { gatherForm } from "./gather-form.ts";
import { gatherPictures } from "./gather-pictures.ts";
import { findForm } from "./list-forms.ts";
import { proveSheets } from "./prove-sheets.ts";
import { putOutForm } from "./put-out-form.ts";
import { refuseWidths } from "./refuse-widths.ts";

type Order = Input<"form.preview">;

async function prepare(house: House, archive: OpenArchive, order: Order, job: Job) {
  const { clock, makeId, sayReadings } = house;
  const desk: Desk = { archive, clock, makeId, sayReadings };
  const db = archive.connection.read;
  const form = findForm(order.formId, archive.person.roles);
  const adjustment = getFormAdjustment(db, order.formId) ?? plainAdjustment;
  refuseWidths(form, adjustment);
  const sheets = gatherForm(form, db, order.scope, desk);
  const proof = proveSheets(form, sheets);
  const steps = sheets.reduce((sum, sheet) => sum + 1 + sheet.rows.length, 0);
  const turn = startTurns(3 * steps, (done, total) => job.progress("排版表格", done, total, "row"), job.signal);
  const pictures = order.options.isTestStrip ? new Map() : await gatherPictures(archive, sheets, job.signal);
  const hand = { adjustment, pictures, options: order.options };
  const madeOn = house.clock.now().slice(0, 10);
  /** What was drawn must be what the archive holds by then (product W01). */
  const confirm = (): void => {
    const now = proveSheets(form, gatherForm(form, db, order.scope, desk));
    if (!isSameProof(now, proof))
      throw new Refusal("conservation-broken", { expected: now.rowCount, actual: proof.rowCount });
  };
  return { form, sheets, proof, turn, hand, madeOn, confirm };
}

/** The true PDF, sealed for showing and printing. Refusals as the contract says. */
export async function previewForm(
  house: House,
  archive: OpenArchive,
  order: Order,
  job: Job,
): Promise<Output<"form.preview">> {
  const { proof, ...given } = await prepare(house, archive, order, job);
  const made = await putOutForm({ ...given, output: "pdf", to: null, mayReplace: false });
  const { content, pageCount, wholePageCount, pageSize } = made;
  const documentId = await keepPreview(archive, house.makeId(), content);
  return { documentId, bytes: content.length, pageCount, wholePageCount, pageSize, proof };
}

/** Writes PDF or XLSX to a path; nothing stays there when the count is wrong. Refusals as the contract says. */
export async function writeForm(
  house: House,
  archive: OpenArchive,
  order: Input<"form.write">,
  job: Job,
): Promise<Output<"form.write">> {
  await refuseExisting(order.to, order.mayReplace);
  const { proof, ...given } = await prepare(house, archive, order, job);
  const { output, to, mayReplace } = order;
  const { content, sha256, pageCount } = await putOutForm({ ...given, output, to, mayReplace });
  return { path: to, bytes: content.length, sha256, pageCount, proof };
}
