// 目录与表格 — which form, for what, its true PDF, what will be printed, and the proof that no row is lost.
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Form } from "#contract/form";
import type { FormId } from "#contract/form-adjustment";
import { type FormProof, isSameProof } from "#contract/form-proof";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageProps } from "#bridge/place";
import { chooseFonds, scope as scopeStore, useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { catalogueText } from "#text/catalogue";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { Page } from "#ui/page";
import { PdfPages } from "#ui/pdf-pages";
import { Problem } from "#ui/problem";
import { Split } from "#ui/split";
import { Waiting } from "#ui/waiting";
import { AboutForm } from "./about-form.tsx";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { FormList } from "./form-list.tsx";
import { LabelOptions } from "./label-options.tsx";
import { type PageRange, PageRangeField } from "./page-range.tsx";
import { PrintPanel } from "./print-panel.tsx";
import { ProofStatus } from "./proof-status.tsx";
import { ReportPanel } from "./report-panel.tsx";
import { SavePanel } from "./save-panel.tsx";
import { type Shown, usePreview } from "./use-preview.ts";

const plainOptions: Shown["options"] = { skipLabels: 0, sheet: "A4", isTestStrip: false };

type NextPage = "filing" | "box" | "volume" | "custody" | "register" | "compilation" | "rights";

/** Where the contents of a form are made, and how that is said. */
function nextStep({ kind, scopes }: Form): { next: string; page: NextPage; words: string } {
  const { emptyNext, toFiling, toBox, toVolume, toCustody, toRegister, toCompilation, toRights } = catalogueText;
  if (kind === "personal") return { next: emptyNext.personal, page: "rights", words: toRights };
  if (kind === "register") return { next: emptyNext.register, page: "register", words: toRegister };
  if (kind === "fonds" && scopes.includes("record"))
    return { next: emptyNext.compilation, page: "compilation", words: toCompilation };
  if (scopes.includes("year")) return { next: emptyNext.year, page: "filing", words: toFiling };
  if (kind === "box") return { next: emptyNext.box, page: "box", words: toBox };
  if (kind === "volume" || kind === "accounting") return { next: emptyNext.volume, page: "volume", words: toVolume };
  if (kind === "custody") return { next: emptyNext.custody, page: "custody", words: toCustody };
  return { next: kind === "item" ? emptyNext.filing : emptyNext.other, page: "filing", words: toFiling };
}

export function CataloguePage({ place, go }: PageProps): ReactNode {
  const { splitters } = desk.use();
  const { fonds, all } = useFondsScope();
  const { year: deskYear } = scopeStore.use();
  const forms = useRead("form.list", {});
  const [formId, setFormId] = useState<FormId>();
  const [lineKey, setLineKey] = useState<string>();
  const [options, setOptions] = useState(plainOptions);
  const [range, setRange] = useState<PageRange>();
  const [xlsx, setXlsx] = useState<FormProof>();
  const [isAdjusting, setAdjusting] = useState(false);
  const form = forms.value?.find((each) => each.id === formId) ?? forms.value?.[0];
  const scopes = useRead("form.scopes", form && fonds ? { formId: form.id, fondsId: fonds.id } : null);
  const lines = scopes.value ?? [];
  const year = place.year ?? deskYear;
  const line = lines.find(({ key }) => key === lineKey) ?? lines.find((each) => each.year === year) ?? lines[0];
  const shown = form && line ? { formId: form.id, scope: line.scope, options } : undefined;
  const { document, screen, problem } = usePreview(shown);
  const pageCount = document?.pageCount ?? 0;
  useEffect(() => {
    setXlsx(undefined);
    setRange(undefined);
  }, [document?.documentId]);

  const choose = (id: FormId): void => {
    // What was chosen for one form (a year, a term) is looked for under the next as well.
    setFormId(id);
    setOptions(plainOptions);
  };
  const chosen = range ?? { first: 1, last: pageCount };
  const middle = (
    <div className="catalogue-middle">
      {problem ? (
        <Problem {...problem} />
      ) : scopes.value && lines.length === 0 && form ? (
        <Empty
          title={catalogueText.emptyTitle(form.name)}
          next={nextStep(form).next}
          action={<Button onClick={() => go({ page: nextStep(form).page })}>{nextStep(form).words}</Button>}
        />
      ) : (
        <PdfPages
          address={document && `app://document/${document.documentId}`}
          words={{ label: catalogueText.preview, broken: catalogueText.broken, page: catalogueText.page }}
          waiting={<Waiting label={bridgeText.waiting} rows={10} />}
        />
      )}
      <ProofStatus
        proof={document?.proof}
        isAgreed={document && screen ? isSameProof(document.proof, screen) : undefined}
        isXlsxAgreed={document !== undefined && xlsx !== undefined && isSameProof(document.proof, xlsx)}
        isBusy={shown !== undefined && !problem}
      />
    </div>
  );
  const right = (
    <aside className="catalogue-right stack wide">
      {document && form && (
        <PrintPanel document={document} paper={form.paper} range={chosen}>
          {pageCount > 1 && <PageRangeField range={chosen} pageCount={pageCount} onRange={setRange} />}
          <LabelOptions form={form} options={options} onOptions={setOptions} />
        </PrintPanel>
      )}
      {document && form && shown && line && fonds && !options.isTestStrip && (
        <SavePanel
          key={`${form.id}/${line.key}`}
          form={form}
          shown={shown}
          range={chosen}
          pageCount={pageCount}
          suggestedName={catalogueText.saveName(fonds.name, form.name, line.label.replaceAll(/[\s/\\:·]/g, ""))}
          onWritten={(output, written) => {
            if (output === "xlsx") setXlsx(written.proof);
          }}
        />
      )}
      {form?.id === "yearly-report" && line?.scope.by === "year" && (
        <ReportPanel fondsId={line.scope.fondsId} year={line.scope.year} />
      )}
      {form && <AboutForm form={form} onAdjust={() => setAdjusting(true)} />}
    </aside>
  );
  return (
    <Page
      title={catalogueText.title}
      className="fixed"
      beside={
        all.length > 1 &&
        fonds && (
          <HeadChoice
            label={catalogueText.fonds}
            value={fonds.id}
            options={all.map((each) => ({ value: each.id, label: each.name }))}
            onChange={chooseFonds}
          />
        )
      }
    >
      {forms.problem && <Problem {...forms.problem} again={{ words: bridgeText.again, run: forms.lookAgain }} />}
      {scopes.problem && <Problem {...scopes.problem} again={{ words: bridgeText.again, run: scopes.lookAgain }} />}
      <Split
        panes={[
          {
            key: "catalogue-forms",
            least: 180,
            first: 236,
            content: (
              <FormList
                forms={forms.value ?? []}
                lines={lines}
                formId={form?.id}
                lineKey={line?.key}
                onForm={choose}
                onLine={setLineKey}
              />
            ),
          },
          { key: "catalogue-preview", least: 360, content: middle },
          { key: "catalogue-print", least: 220, first: 270, content: right },
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
      {isAdjusting && form && <AdjustDialog form={form} onClose={() => setAdjusting(false)} />}
    </Page>
  );
}
