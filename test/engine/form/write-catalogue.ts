// 归档文件目录 through the engine of forms, from given sheets: what is tested is paper and spreadsheet, not the archive.
import { formOptions } from "#contract/form";
import { plainAdjustment } from "#contract/form-adjustment";
import type { FormProof } from "#contract/form-proof";
import type { CatalogueSheet } from "#engine/catalogue/catalogue-sheet";
import { itemCatalogue } from "#engine/form/define-item-catalogue";
import { sheetOfCatalogue } from "#engine/form/gather-classes";
import { proveSheets } from "#engine/form/prove-sheets";
import { putOutForm, type FormOutput } from "#engine/form/put-out-form";
import { type Progress, startTurns } from "#engine/paper/take-turn";

export type CatalogueOrder = {
  readonly sheets: readonly CatalogueSheet[];
  readonly to: string | null;
  readonly mayReplace?: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  readonly confirm?: (proof: FormProof) => void;
};

function writeAs(output: "pdf" | "xlsx") {
  return async (order: CatalogueOrder): Promise<FormOutput & { proof: FormProof }> => {
    const sheets = order.sheets.map(sheetOfCatalogue);
    const proof = proveSheets(itemCatalogue, sheets);
    const steps = sheets.reduce((sum, { rows }) => sum + 1 + rows.length, 0);
    const made = await putOutForm({
      form: itemCatalogue,
      sheets,
      hand: { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) },
      output,
      to: order.to,
      mayReplace: order.mayReplace ?? false,
      madeOn: "2026-11-21",
      turn: startTurns(3 * steps, order.progress, order.signal),
      confirm: () => order.confirm?.(proof),
    });
    return { ...made, proof };
  };
}

export const writeCataloguePdf = writeAs("pdf");
export const writeCatalogueXlsx = writeAs("xlsx");
