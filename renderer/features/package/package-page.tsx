// 移交 — one page from top to bottom like a form to be signed.
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { chooseFonds, chooseYear, useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { useYears } from "#bridge/use-years";
import { bridgeText } from "#text/bridge";
import { packageText } from "#text/package";
import { Empty } from "#ui/empty";
import { Field } from "#ui/field";
import { Page } from "#ui/page";
import { Problem } from "#ui/problem";
import { HeadChoice } from "#ui/head-choice";
import { Waiting } from "#ui/waiting";
import { CheckSection } from "./check-section.tsx";
import { ReportTable } from "./report-table.tsx";

export function PackagePage({ onFiling }: { readonly onFiling: () => void }): ReactNode {
  const { fonds, all } = useFondsScope();
  const years = useYears(fonds?.id, (line) => line.filedCount > 0);
  const filedYears = years.lines.filter((line) => line.filedCount > 0);
  const year = filedYears.find((line) => line.year === years.year)?.year ?? filedYears[0]?.year;
  const preview = useRead("package.preview", fonds && year !== undefined ? { fondsId: fonds.id, year } : null);
  const [into, setInto] = useState("");
  const [written, setWritten] = useState<Output<"package.write">>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setWritten(undefined), [fonds?.id, year]);

  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: packageText.chooseTitle, purpose: "package" });
      if (path !== null) setInto(path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const write = async (): Promise<void> => {
    if (!fonds || year === undefined || into === "") return;
    setBusy(true);
    setWritten(undefined);
    const answer = await runTask(
      "package.write",
      { fondsId: fonds.id, year, into },
      {
        label: packageText.writeTask(year),
        said: (done) => packageText.written(done.itemCount, done.report.filesRead, done.report.bytesRead),
      },
    );
    setBusy(false);
    if (answer) setWritten(answer);
  };

  const content = preview.value;
  const form =
    years.hasAnswer && filedYears.length === 0 ? (
      <section className="paper-section">
        <Empty
          title={packageText.emptyTitle}
          next={packageText.emptyNext}
          action={<Button onClick={onFiling}>{packageText.toFiling}</Button>}
        />
      </section>
    ) : (
      <section className="paper-section" aria-label={packageText.what}>
        <h2>{packageText.what}</h2>
        {preview.problem?.code === "package-empty" && (
          <Empty title={packageText.nothingTitle} next={packageText.nothingNext} />
        )}
        {preview.problem && preview.problem.code !== "package-empty" && (
          <Problem {...preview.problem} again={{ words: bridgeText.again, run: preview.lookAgain }} />
        )}
        {preview.isSlow && <Waiting label={bridgeText.waiting} rows={4} />}
        {content && (
          <>
            <Field label={packageText.year}>
              <span className="field-text">
                {year} · {packageText.content(content.itemCount, content.fileCount, content.bytes)}
              </span>
            </Field>
            <Field label={packageText.packageId}>
              <span className="field-text archival-code">{content.packageId}</span>
            </Field>
            <Field label={packageText.masked}>
              <span className={`field-text ${content.restrictedCount > 0 ? "tone-look" : "quiet"}`}>
                {packageText.restricted(content.restrictedCount)}
                {content.paperCount > 0 && `；${packageText.paper(content.paperCount)}`}
              </span>
            </Field>
            <Field label={packageText.rule}>
              <span className="field-text quiet">{packageText.ruleLine}</span>
            </Field>
            <Field label={packageText.where}>
              <div className="row">
                <span className={`grow ${into ? "path" : "quiet"}`}>{into || packageText.notChosen}</span>
                <Button onClick={() => void choose()}>{packageText.choose}</Button>
              </div>
            </Field>
            <Field label="">
              <div className="row wrap">
                <Button
                  type="primary"
                  disabled={into === "" || content.itemCount === 0}
                  loading={isBusy}
                  onClick={() => void write()}
                >
                  {packageText.write}
                </Button>
                <span className="quiet">{packageText.writeLine}</span>
              </div>
            </Field>
          </>
        )}
      </section>
    );
  return (
    <Page
      title={packageText.title}
      className="paper-page"
      beside={
        <>
          {fonds && all.length > 1 && (
            <HeadChoice
              label={packageText.fonds}
              value={fonds.id}
              options={all.map((each) => ({ value: each.id, label: each.name }))}
              onChange={chooseFonds}
            />
          )}
          {filedYears.length > 0 && (
            <HeadChoice
              label={packageText.year}
              value={year}
              options={filedYears.map((line) => ({
                value: line.year,
                label: packageText.yearOption(line.year, line.filedCount),
              }))}
              onChange={chooseYear}
            />
          )}
        </>
      }
    >
      {form}
      {written && (
        <section className="paper-section is-proved" aria-label={packageText.result}>
          <h2>{packageText.result}</h2>
          <Field label={packageText.path}>
            <div className="row">
              <span className="grow path">{written.path}</span>
              <Button onClick={() => askShell("shell.reveal", { path: written.path }).catch(sayThrown)}>
                {packageText.reveal}
              </Button>
            </div>
          </Field>
          <Field label={packageText.fingerprint} note={packageText.fingerprintNote}>
            <span className="field-text fingerprint">{written.fingerprint}</span>
          </Field>
          <ReportTable report={{ ...written.report, fingerprint: null, bagVersion: null }} />
        </section>
      )}
      <CheckSection />
    </Page>
  );
}
