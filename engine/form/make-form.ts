// A form printed: gathered, laid out, drawn, read again and counted; a failed print changes nothing in the archive.
import { createHash } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import { plainAdjustment } from "#contract/form-adjustment";
import { isSameProof } from "#contract/form-proof";
import type { FormProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { getFormAdjustment } from "#db/form-adjustment";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refuseExisting, writeCheckedFile } from "#engine/paper/write-checked-file";
import { startTurns } from "#engine/paper/take-turn";
import { keepPreview } from "#engine/vault/preview";
import type { OpenArchive } from "#engine/vault/open-archive";
import { gatherForm } from "./gather-form.ts";
import { gatherPictures } from "./gather-pictures.ts";
import { findForm } from "./list-forms.ts";
import { proveSheets } from "./prove-sheets.ts";
import { recountForm } from "./recount-form.ts";
import { refuseWidths } from "./refuse-widths.ts";
import { drawForm } from "./write-form-pdf.ts";
import { fillForm, recountSpreadsheet } from "./write-form-xlsx.ts";

type Order = Input<"form.preview">;

async function prepare(house: House, archive: OpenArchive, order: Order, job: Job) {
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId };
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
  const confirm = (): FormProof => {
    const now = proveSheets(form, gatherForm(form, db, order.scope, desk));
    if (!isSameProof(now, proof))
      throw new Refusal("conservation-broken", { expected: now.rowCount, actual: proof.rowCount });
    return now;
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
  const { form, sheets, proof, turn, hand, madeOn, confirm } = await prepare(house, archive, order, job);
  const { content, pages, wholePageCount, pageSize } = await drawForm(form, sheets, hand, madeOn, turn);
  await recountForm(content, pages, turn);
  confirm();
  const documentId = await keepPreview(archive, house.makeId(), content);
  return { documentId, bytes: content.length, pageCount: pages.length, wholePageCount, pageSize, proof };
}

/** Writes PDF or XLSX to a path; nothing stays there when the count is wrong. Refusals as the contract says. */
export async function writeForm(
  house: House,
  archive: OpenArchive,
  order: Input<"form.write">,
  job: Job,
): Promise<Output<"form.write">> {
  await refuseExisting(order.to, order.mayReplace);
  const { form, sheets, proof, turn, hand, madeOn, confirm } = await prepare(house, archive, order, job);
  const put = async (content: Buffer, check: (written: Buffer) => Promise<void>): Promise<void> =>
    writeCheckedFile(order.to, order.mayReplace, content, async (written) => {
      await check(written);
      confirm();
    });
  let made: { content: Buffer; pageCount: number };
  if (order.output === "xlsx") {
    const { content, tables, pageCount } = await fillForm(form, sheets, hand, madeOn, turn);
    await put(content, (written) => recountSpreadsheet(written, tables));
    made = { content, pageCount };
  } else {
    const { content, pages } = await drawForm(form, sheets, hand, madeOn, turn);
    await put(content, (written) => recountForm(written, pages, turn));
    made = { content, pageCount: pages.length };
  }
  const sha256 = createHash("sha256").update(made.content).digest("hex");
  return { path: order.to, bytes: made.content.length, sha256, pageCount: made.pageCount, proof };
}
