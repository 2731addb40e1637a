import { Button, InputNumber, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { askShell } from "#bridge/call";
import { sayDone, sayThrown } from "#bridge/notices";
import { usePrinters } from "#bridge/use-printers";
import { catalogueText } from "#text/catalogue";
import { Field } from "#ui/field";

type Props = { readonly documentId: string; readonly pageCount: number };

/** What will be printed: pages, copies, printer. */
export function PrintPanel({ documentId, pageCount }: Props): ReactNode {
  const printers = usePrinters();
  const [printer, setPrinter] = useState<string>();
  const [copies, setCopies] = useState(1);
  const [first, setFirst] = useState(1);
  const [last, setLast] = useState(pageCount);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    setFirst(1);
    setLast(pageCount);
  }, [documentId, pageCount]);
  const chosen = printer ?? printers?.find((each) => each.isDefault)?.name ?? printers?.[0]?.name;

  const print = async (): Promise<void> => {
    if (!chosen) return;
    setBusy(true);
    try {
      const { printedPages, jobs } = await askShell("shell.print", {
        documentId,
        printer: chosen,
        copies,
        firstPage: Math.min(first, last),
        lastPage: Math.max(first, last),
        landscape: true,
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
      <p>{catalogueText.pagesOf(pageCount)}</p>
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
          <Field label={catalogueText.pages}>
            <div className="row">
              <InputNumber
                aria-label={catalogueText.from}
                className="grow"
                min={1}
                max={pageCount}
                precision={0}
                value={first}
                onChange={(page) => setFirst(page ?? 1)}
              />
              <span className="quiet">–</span>
              <InputNumber
                aria-label={catalogueText.to}
                className="grow"
                min={1}
                max={pageCount}
                precision={0}
                value={last}
                onChange={(page) => setLast(page ?? pageCount)}
              />
            </div>
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
