// 台账打印 — which ledger and period, the true PDF, and the same sheet to a printer or a file.
import { Checkbox, Select } from "antd";
import { type ReactNode, useState } from "react";
import { sayFormProof } from "#contract/form-proof";
import type { LedgerId } from "#contract/ledger";
import { sayPeriod } from "#contract/ledger-period";
import type { PageProps } from "#bridge/place";
import { useAsPresentLedger } from "#bridge/present-ledger";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { ledgerPrintText } from "#text/ledger-print";
import { Empty } from "#ui/empty";
import { Field } from "#ui/field";
import { Page } from "#ui/page";
import { PdfPages } from "#ui/pdf-pages";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { LedgerPutOut } from "./ledger-put-out.tsx";
import { type SheetOrder, useLedgerSheet } from "./use-ledger-sheet.ts";

export function LedgerPrintPage({ place }: PageProps): ReactNode {
  const { fonds } = useFondsScope();
  const list = useRead("ledger.list", fonds ? { fondsId: fonds.id } : null);
  const ledgers = (list.value ?? []).filter(({ state }) => state !== "draft");
  const [chosen, setChosen] = useState<LedgerId | undefined>(place.ledgerId);
  const [period, setPeriod] = useState<string | undefined>(place.period);
  const [hasNames, setNames] = useState(false);
  const [hasMasked, setMasked] = useState(true);
  const ledger = ledgers.find(({ id }) => id === chosen) ?? ledgers[0];
  useAsPresentLedger(ledger?.id, chosen);
  const periods = useRead("ledger.periods", ledger ? { ledgerId: ledger.id } : null).value?.periods;
  const shownPeriod = periods?.find((each) => each.period === period)?.period ?? periods?.[0]?.period;
  const order: SheetOrder | undefined =
    ledger && shownPeriod
      ? {
          ledgerId: ledger.id,
          rows: { by: "period", period: shownPeriod },
          names: hasNames ? "shown" : "left-out",
          masked: hasMasked ? "masked" : "left-out",
        }
      : undefined;
  const { document, problem } = useLedgerSheet(order);
  if (list.value && !ledger)
    return (
      <Page title={ledgerPrintText.title}>
        <Empty title={ledgerPrintText.emptyTitle} next={ledgerPrintText.emptyNext} />
      </Page>
    );
  return (
    <Page title={ledgerPrintText.title} className="fixed">
      <div className="ledger-print">
        <div className="ledger-print-paper">
          {problem ? (
            <Problem {...problem} />
          ) : periods?.length === 0 ? (
            <Empty title={ledgerPrintText.emptyTitle} next={ledgerPrintText.emptyNext} />
          ) : (
            <PdfPages
              address={document && `app://document/${document.documentId}`}
              words={{ label: ledgerPrintText.preview, broken: ledgerPrintText.broken, page: ledgerPrintText.page }}
              waiting={<Waiting label={ledgerPrintText.waiting} rows={10} />}
            />
          )}
          <p className="quiet small figures">{document ? sayFormProof(document.proof) : ""}</p>
        </div>
        <aside className="stack wide">
          <section className="stack" aria-label={ledgerPrintText.what}>
            <h2>{ledgerPrintText.what}</h2>
            <Field label={ledgerPrintText.ledger} forId="print-ledger">
              <Select
                id="print-ledger"
                className="full"
                value={ledger?.id ?? null}
                options={ledgers.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id: LedgerId | null) => setChosen(id ?? undefined)}
              />
            </Field>
            <Field label={ledgerPrintText.period} forId="print-period">
              <Select
                id="print-period"
                className="full"
                value={shownPeriod ?? null}
                options={(periods ?? []).map((each) => ({
                  value: each.period,
                  label: ledgerPrintText.periodLine(sayPeriod(each.period), each.rowCount),
                }))}
                onChange={(next) => next && setPeriod(next)}
              />
            </Field>
            <Checkbox checked={hasMasked} onChange={(event) => setMasked(event.target.checked)}>
              {ledgerPrintText.masked}
            </Checkbox>
            <Checkbox checked={hasNames} onChange={(event) => setNames(event.target.checked)}>
              {ledgerPrintText.names}
            </Checkbox>
            <p className="quiet small">{ledgerPrintText.namesHint}</p>
          </section>
          {document && order && ledger && shownPeriod && (
            <LedgerPutOut document={document} order={order} suggestedName={`${ledger.name}${sayPeriod(shownPeriod)}`} />
          )}
        </aside>
      </div>
    </Page>
  );
}
