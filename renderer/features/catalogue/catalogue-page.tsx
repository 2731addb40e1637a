// 目录与表格 — which catalogue, the true PDF, what will be printed, and the proof that no row is lost.
import { Button } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { agreesWith, type CatalogueProof } from "#contract/catalogue-proof";
import { desk, rememberDesk } from "#bridge/desk";
import { chooseFonds, scope as scopeStore, useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { catalogueText } from "#text/catalogue";
import { Empty } from "#ui/empty";
import { Page } from "#ui/page";
import { PdfPages } from "#ui/pdf-pages";
import { Problem } from "#ui/problem";
import { HeadChoice } from "#ui/head-choice";
import { Split } from "#ui/split";
import { Waiting } from "#ui/waiting";
import { catalogueScopes } from "./catalogue-scopes.ts";
import { PrintPanel } from "./print-panel.tsx";
import { ProofLine } from "./proof-line.tsx";
import { SavePanel } from "./save-panel.tsx";
import { ScopeList } from "./scope-list.tsx";
import { usePreview } from "./use-preview.ts";

export function CataloguePage({ onFiling }: { readonly onFiling: () => void }): ReactNode {
  const { splitters } = desk.use();
  const { fonds, all } = useFondsScope();
  const { year } = scopeStore.use();
  const units = useRead("filing.units", fonds ? { fondsId: fonds.id } : null);
  const lines = useMemo(() => catalogueScopes(units.value ?? []), [units.value]);
  const [key, setKey] = useState<string>();
  const [xlsx, setXlsx] = useState<{ key: string; proof: CatalogueProof }>();
  const current = lines.find((line) => line.key === key) ?? lines.find((line) => line.year === year) ?? lines[0];
  const { document, screen, problem } = usePreview(current?.scope);
  useEffect(() => setXlsx(undefined), [current?.key, document?.proof.hash]);

  if (units.value && lines.length === 0) {
    return (
      <Page title={catalogueText.title}>
        <Empty
          title={catalogueText.emptyTitle}
          next={catalogueText.emptyNext}
          action={<Button onClick={onFiling}>{catalogueText.toFiling}</Button>}
        />
      </Page>
    );
  }
  const isAgreed = document && screen ? agreesWith(document.proof, screen) : undefined;
  const isXlsxAgreed = document && xlsx && xlsx.key === current?.key && agreesWith(document.proof, xlsx.proof);
  const middle = (
    <div className="catalogue-middle">
      {problem ? (
        <Problem {...problem} />
      ) : (
        <PdfPages
          address={document && `app://document/${document.documentId}`}
          words={{ label: catalogueText.preview, broken: catalogueText.broken, page: catalogueText.page }}
          waiting={<Waiting label={bridgeText.waiting} rows={10} />}
        />
      )}
      <p className="conservation" role="status">
        {document ? (
          <>
            <ProofLine proof={document.proof} />
            <span className={`mark ${isAgreed === undefined ? "" : isAgreed ? "mark-proved" : "mark-destroy"}`}>
              {isAgreed === undefined
                ? catalogueText.checking
                : !isAgreed
                  ? catalogueText.differs
                  : isXlsxAgreed
                    ? catalogueText.agreesAll
                    : catalogueText.agrees}
            </span>
          </>
        ) : (
          <span className="quiet">{problem ? "" : catalogueText.checking}</span>
        )}
      </p>
    </div>
  );
  const right = (
    <aside className="catalogue-right stack wide">
      {document && isAgreed !== false && <PrintPanel documentId={document.documentId} pageCount={document.pageCount} />}
      {current && document && fonds && (
        <SavePanel
          key={current.key}
          scope={current.scope}
          suggestedName={catalogueText.saveName(fonds.name, current.year, current.depth === 0 ? "" : current.label)}
          onWritten={(form, written) => {
            if (form === "xlsx") setXlsx({ key: current.key, proof: written.proof });
          }}
        />
      )}
      <p className="quiet small">{catalogueText.standard}</p>
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
      {units.problem && <Problem {...units.problem} again={{ words: bridgeText.again, run: units.lookAgain }} />}
      <Split
        panes={[
          {
            key: "catalogue-scopes",
            least: 150,
            first: 220,
            content: <ScopeList lines={lines} current={current?.key} onChoose={setKey} />,
          },
          { key: "catalogue-preview", least: 360, content: middle },
          { key: "catalogue-print", least: 220, first: 270, content: right },
        ]}
        widths={splitters}
        onWidths={(widths) => rememberDesk({ splitters: { ...splitters, ...widths } })}
      />
    </Page>
  );
}
