// 归档文件目录 written or shown; a failed or cancelled print changes nothing in the archive.
import type { Input, Output } from "#contract/contract";
import { agreesWith, type CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { keepPreview } from "#engine/vault/preview";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { CatalogueOutput } from "./catalogue-output.ts";
import { gatherSheets } from "./gather-sheets.ts";
import { proveRows } from "./prove-rows.ts";
import { writeCataloguePdf } from "./write-catalogue-pdf.ts";
import { writeCatalogueXlsx } from "./write-catalogue-xlsx.ts";

async function make(
  house: House,
  archive: OpenArchive,
  job: Job,
  given: { scope: Input<"catalogue.write">["scope"]; form: "pdf" | "xlsx"; to: string | null; mayReplace: boolean },
): Promise<CatalogueOutput> {
  const sheets = gatherSheets(archive.connection.read, given.scope, house.clock.now().slice(0, 10));
  const write = given.form === "pdf" ? writeCataloguePdf : writeCatalogueXlsx;
  const progress = (done: number, total: number): void => job.progress("排版目录", done, total, "row");
  // What was written must be what the archive holds by then, row for row, before it takes its place (product W01).
  const confirm = (proof: CatalogueProof): void => {
    const now = proveRows(gatherSheets(archive.connection.read, given.scope, "").flatMap((sheet) => sheet.rows));
    if (!agreesWith(now, proof))
      throw new Refusal("conservation-broken", { expected: now.rowCount, actual: proof.rowCount });
  };
  return write({ sheets, to: given.to, mayReplace: given.mayReplace, progress, confirm, signal: job.signal });
}

/** Writes PDF or XLSX to a path. Refusals as the writers say. */
export async function writeCatalogue(
  house: House,
  archive: OpenArchive,
  input: Input<"catalogue.write">,
  job: Job,
): Promise<Output<"catalogue.write">> {
  const { bytes, sha256, pageCount, proof } = await make(house, archive, job, input);
  return { path: input.to, bytes, sha256, pageCount, proof };
}

/** The same PDF, sealed for showing and printing. */
export async function previewCatalogue(
  house: House,
  archive: OpenArchive,
  { scope }: Input<"catalogue.preview">,
  job: Job,
): Promise<Output<"catalogue.preview">> {
  const { content, bytes, pageCount, proof } = await make(house, archive, job, {
    scope,
    form: "pdf",
    to: null,
    mayReplace: false,
  });
  return { documentId: await keepPreview(archive, house.makeId(), content), bytes, pageCount, proof };
}
