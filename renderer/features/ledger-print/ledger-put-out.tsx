import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import { askShell } from "#bridge/call";
import { sayDone, sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { usePrinters } from "#bridge/use-printers";
import { ledgerPrintText } from "#text/ledger-print";
import { Field } from "#ui/field";
import type { SheetDocument, SheetOrder } from "./use-ledger-sheet.ts";

type Props = { readonly document: SheetDocument; readonly order: SheetOrder; readonly suggestedName: string };

/** The previewed sheet to a printer, or the same sheet as a file. */
export function LedgerPutOut({ document, order, suggestedName }: Props): ReactNode {
  const printers = usePrinters();
  const [printer, setPrinter] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [last, setLast] = useState<string>();
  const chosen = printer ?? printers?.find((each) => each.isDefault)?.name ?? printers?.[0]?.name;

  const print = async (): Promise<void> => {
    if (!chosen) return;
    setBusy(true);
    const { widthMm, heightMm } = document.pageSize;
    try {
      const { printedPages } = await askShell("shell.print", {
        ...{ documentId: document.documentId, printer: chosen, copies: 1, firstPage: 1, lastPage: document.pageCount },
        landscape: widthMm > heightMm,
        pageSize: { widthMm: Math.min(widthMm, heightMm), heightMm: Math.max(widthMm, heightMm) },
      });
      sayDone(ledgerPrintText.printed(printedPages));
    } catch (thrown) {
      sayThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  const save = async (output: "pdf" | "xlsx"): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-save", {
        ...{ title: ledgerPrintText.saveTitle, form: output },
        suggestedName: `${suggestedName}.${output}`.slice(-200),
      });
      if (path === null) return;
      // The system's own dialog has asked before an existing file is replaced.
      const written = await runTask(
        "ledger.write-sheet",
        { ...order, output, to: path, mayReplace: true },
        {
          label: ledgerPrintText.writeTask,
          said: ({ pageCount, bytes }) => ledgerPrintText.saved(pageCount, bytes),
        },
      );
      if (written) setLast(written.path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <>
      <section className="stack" aria-label={ledgerPrintText.will}>
        <h2>{ledgerPrintText.will}</h2>
        <p>{ledgerPrintText.pages(document.pageCount, document.proof.rowCount)}</p>
        {document.restrictedCount > 0 && (
          <p className="tone-look">{ledgerPrintText.restricted(document.restrictedCount)}</p>
        )}
        {printers?.length === 0 ? (
          <p className="quiet">{ledgerPrintText.noPrinter}</p>
        ) : (
          <>
            <Field label={ledgerPrintText.printer} forId="sheet-printer">
              <Select
                id="sheet-printer"
                className="full"
                loading={!printers}
                value={chosen ?? null}
                options={(printers ?? []).map((each) => ({ value: each.name, label: each.label }))}
                onChange={(name) => name && setPrinter(name)}
              />
            </Field>
            <Button type="primary" disabled={!chosen} loading={isBusy} onClick={() => void print()}>
              {ledgerPrintText.print}
            </Button>
          </>
        )}
      </section>
      <section className="stack" aria-label={ledgerPrintText.save}>
        <h2>{ledgerPrintText.save}</h2>
        <Button onClick={() => void save("pdf")}>{ledgerPrintText.savePdf}</Button>
        <Button onClick={() => void save("xlsx")}>{ledgerPrintText.saveXlsx}</Button>
        {last !== undefined && (
          <div className="stack small">
            <span className="path">{last}</span>
            <Button size="small" onClick={() => askShell("shell.reveal", { path: last }).catch(sayThrown)}>
              {ledgerPrintText.reveal}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}
