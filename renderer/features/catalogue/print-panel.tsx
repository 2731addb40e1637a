import { Button, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayDone, sayThrown } from "#bridge/notices";
import { usePrinters } from "#bridge/use-printers";
import { catalogueText } from "#text/catalogue";
import { Field } from "#ui/field";
import type { PageRange } from "./page-range.tsx";

type Props = {
  readonly document: Output<"form.preview">;
  readonly paper: string;
  readonly range: PageRange;
  /** Page range and label places: what of the form is wanted. */
  readonly children: ReactNode;
};

/** What will be printed: pages, copies, printer. The previewed document itself goes to the printer. */
export function PrintPanel({ document, paper, range, children }: Props): ReactNode {
  const printers = usePrinters();
  const [printer, setPrinter] = useState<string>();
  const [copies, setCopies] = useState(1);
  const [isBusy, setBusy] = useState(false);
  const chosen = printer ?? printers?.find((each) => each.isDefault)?.name ?? printers?.[0]?.name;

  const print = async (): Promise<void> => {
    if (!chosen) return;
    setBusy(true);
    const { widthMm, heightMm } = document.pageSize;
    try {
      const { printedPages, jobs } = await askShell("shell.print", {
        documentId: document.documentId,
        printer: chosen,
        copies,
        firstPage: range.first,
        lastPage: range.last,
        landscape: widthMm > heightMm,
        pageSize: { widthMm: Math.min(widthMm, heightMm), heightMm: Math.max(widthMm, heightMm) },
      });
      sayDone(catalogueText.printed(printedPages, jobs));
    } catch (thrown) {
      sayThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack" aria-label={catalogueText.will}>
      <h2>{catalogueText.will}</h2>
      <p>{catalogueText.pagesOf(document.pageCount, paper)}</p>
      {children}
      {printers?.length === 0 ? (
        <p className="quiet">{catalogueText.noPrinter}</p>
      ) : (
        <>
          <Field label={catalogueText.printer} forId="printer">
            <Select
              id="printer"
              className="full"
              loading={!printers}
              value={chosen ?? null}
              options={(printers ?? []).map((each) => ({ value: each.name, label: each.label }))}
              onChange={(name) => name && setPrinter(name)}
            />
          </Field>
          <Field label={catalogueText.copies} forId="copies">
            <InputNumber
              id="copies"
              className="full"
              min={1}
              max={20}
              precision={0}
              value={copies}
              onChange={(count) => setCopies(count ?? 1)}
            />
          </Field>
          <Button type="primary" disabled={!chosen} loading={isBusy} onClick={() => void print()}>
            {catalogueText.print}
          </Button>
          <p className="quiet small">{catalogueText.printHint}</p>
        </>
      )}
    </section>
  );
}
