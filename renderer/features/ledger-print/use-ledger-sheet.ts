import { useEffect, useState } from "react";
import type { Asked, Output } from "#contract/contract";
import { wordsOf } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { ledgerPrintText } from "#text/ledger-print";

export type SheetOrder = Asked<"ledger.preview-sheet">;
export type SheetDocument = Output<"ledger.preview-sheet">;
type Sheet = {
  readonly document: SheetDocument | undefined;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
};
const nothing: Sheet = { document: undefined, problem: undefined };

/** The true PDF of a sheet, made anew when what it shows is chosen otherwise. */
export function useLedgerSheet(order: SheetOrder | undefined): Sheet {
  const [sheet, setSheet] = useState(nothing);
  const key = order && JSON.stringify(order);
  useEffect(() => {
    setSheet(nothing);
    if (!key) return;
    let isWanted = true;
    const add = (some: Partial<Sheet>): void => {
      if (isWanted) setSheet((now) => ({ ...now, ...some }));
    };
    const refused = (thrown: unknown): void => add({ problem: wordsOf(thrown) });
    const asked = JSON.parse(key) as SheetOrder;
    void runTask("ledger.preview-sheet", asked, { label: ledgerPrintText.previewTask, refused }).then((document) =>
      add({ document }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return sheet;
}
