// 台账打印 and export: gathered, laid out, drawn, read again and counted; a failed print changes nothing.
import type { Input, Output } from "#contract/contract";
import { plainAdjustment } from "#contract/form-adjustment";
import { formOptions } from "#contract/form";
import { isSameProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { proveSheets } from "#engine/form/prove-sheets";
import { putOutForm } from "#engine/form/put-out-form";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { startTurns } from "#engine/paper/take-turn";
import { refuseExisting } from "#engine/paper/write-checked-file";
import { keepPreview } from "#engine/vault/preview";
import type { OpenArchive } from "#engine/vault/open-archive";
import { gatherSheet } from "./gather-sheet.ts";
import { readLedger } from "./read-ledger.ts";
import { isRefusedValue } from "./refuse-fields.ts";
import { sheetForm } from "./sheet-form.ts";

/** Refuses field-refused: no list of anybody is headed by what may not be kept (personal-data P2). */
function prepare(house: House, archive: OpenArchive, asked: Input<"ledger.preview-sheet">, job: Job) {
  if (isRefusedValue(asked.title)) throw new Refusal("field-refused", { where: "「标题」" });
  const db = archive.connection.read;
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const gather = () => {
    const { table, words, restrictedCount } = gatherSheet(db, desk, readLedger(db, asked.ledgerId), asked);
    const { form, sheet } = sheetForm(table, words);
    return { form, sheets: [sheet], proof: proveSheets(form, [sheet]), restrictedCount };
  };
  const given = gather();
  const steps = 3 * ((given.sheets[0]?.rows.length ?? 0) + 2);
  return {
    ...given,
    hand: { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) },
    turn: startTurns(steps, (done, total) => job.progress("排版台账", done, total, "row"), job.signal),
    madeOn: localDay(house.clock.now()),
    /** What was drawn must be what the ledger holds by then (product W01). */
    confirm: (): void => {
      const now = gather().proof;
      if (!isSameProof(now, given.proof))
        throw new Refusal("conservation-broken", { expected: now.rowCount, actual: given.proof.rowCount });
    },
  };
}

/** The true PDF, sealed for showing and printing. Refusals as the contract says. */
export async function previewSheet(
  house: House,
  archive: OpenArchive,
  asked: Input<"ledger.preview-sheet">,
  job: Job,
): Promise<Output<"ledger.preview-sheet">> {
  const { proof, restrictedCount, ...given } = prepare(house, archive, asked, job);
  const { content, pageCount, pageSize } = await putOutForm({ ...given, output: "pdf", to: null, mayReplace: false });
  const documentId = await keepPreview(archive, house.makeId(), content);
  return { documentId, bytes: content.length, pageCount, pageSize, proof, restrictedCount };
}

/** Writes PDF or XLSX to a path. Refusals as the contract says. */
export async function writeSheet(
  house: House,
  archive: OpenArchive,
  { output, to, mayReplace, ...asked }: Input<"ledger.write-sheet">,
  job: Job,
): Promise<Output<"ledger.write-sheet">> {
  await refuseExisting(to, mayReplace);
  const { proof, restrictedCount, ...given } = prepare(house, archive, asked, job);
  const { content, sha256, pageCount } = await putOutForm({ ...given, output, to, mayReplace });
  return { path: to, bytes: content.length, sha256, pageCount, proof, restrictedCount };
}
