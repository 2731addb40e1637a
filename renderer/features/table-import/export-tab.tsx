// 全部导出 — one page from top to bottom: what leaves, what stays, where it goes.
import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { sayMinute } from "#text/format";
import { openExport } from "#text/table-import";
import { Empty } from "#ui/empty";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";

const leastReason = 4;

export function ExportTab(): ReactNode {
  const plan = useRead("open-export.plan", {});
  const history = useRead("open-export.list", {}).value ?? [];
  const [into, setInto] = useState("");
  const [withRestricted, setWithRestricted] = useState(false);
  const [reason, setReason] = useState("");
  const [written, setWritten] = useState<Output<"open-export.write">>();
  const [isBusy, setBusy] = useState(false);
  const isReasoned = !withRestricted || reason.trim().length >= leastReason;

  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", { title: openExport.chooseTitle, purpose: "package" });
      if (path !== null) setInto(path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const write = async (): Promise<void> => {
    setBusy(true);
    setWritten(undefined);
    const done = await runTask(
      "open-export.write",
      { into, restricted: withRestricted ? { reason } : null },
      { label: openExport.task, said: (it) => openExport.written(it.itemCount, it.fileCount) },
    );
    setBusy(false);
    if (!done) return;
    setWritten(done);
    setWithRestricted(false);
    setReason("");
  };

  const content = plan.value;
  if (plan.problem) return <Problem {...plan.problem} again={{ words: bridgeText.again, run: plan.lookAgain }} />;
  if (!content) return plan.isSlow ? <Waiting label={bridgeText.waiting} rows={4} /> : null;
  if (content.itemCount === 0) return <Empty title={openExport.emptyTitle} next={openExport.emptyNext} />;
  const files = content.fileCount + (withRestricted ? content.restrictedFileCount : 0);
  const bytes = content.bytes + (withRestricted ? content.restrictedBytes : 0);
  return (
    <div className="match-report">
      <section className="paper-section" aria-label={openExport.what}>
        <h2>{openExport.what}</h2>
        <Field label={openExport.inside}>
          <span className="field-text">{openExport.content(content.itemCount, files, bytes)}</span>
        </Field>
        <Field label={openExport.forms}>
          <span className="field-text quiet">{openExport.formsLine}</span>
        </Field>
        <Field label={openExport.restricted}>
          <span className="field-text">
            {openExport.restrictedLine(content.restrictedCount, withRestricted ? 0 : content.restrictedFileCount)}
          </span>
          {content.restrictedFileCount > 0 && (
            <Checkbox checked={withRestricted} onChange={(event) => setWithRestricted(event.target.checked)}>
              {openExport.withRestricted}
            </Checkbox>
          )}
        </Field>
        {withRestricted && (
          <Field
            label={openExport.reason}
            forId="export-reason"
            note={openExport.reasonHint}
            tone={isReasoned ? "quiet" : "look"}
          >
            <Input
              id="export-reason"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        )}
        <Field label={openExport.where}>
          <div className="row">
            <span className={`grow ${into ? "path" : "quiet"}`}>{into || openExport.notChosen}</span>
            <Button onClick={() => void choose()}>{openExport.choose}</Button>
          </div>
        </Field>
        <Field label="">
          <div className="row wrap">
            <Button type="primary" disabled={into === "" || !isReasoned} loading={isBusy} onClick={() => void write()}>
              {openExport.write}
            </Button>
            <span className="quiet">{openExport.writeLine}</span>
          </div>
        </Field>
      </section>
      {written && (
        <section className="paper-section is-proved" aria-label={openExport.result}>
          <h2>{openExport.result}</h2>
          <Field label={openExport.path}>
            <div className="row">
              <span className="grow path">{written.path}</span>
              <Button onClick={() => askShell("shell.reveal", { path: written.path }).catch(sayThrown)}>
                {openExport.reveal}
              </Button>
            </div>
          </Field>
          <Field label={openExport.digest}>
            <span className="field-text fingerprint">{written.listDigest}</span>
          </Field>
        </section>
      )}
      {history.length > 0 && (
        <section className="paper-section" aria-label={openExport.history}>
          <h2>{openExport.history}</h2>
          <ul className="import-history">
            {history.map((each) => (
              <li key={each.id} className="row">
                <span className="grow">{openExport.historyLine(each.itemCount, each.fileCount)}</span>
                {each.withRestricted && <span className="tone-look cut">{openExport.leftWith(each.reason)}</span>}
                <span className="quiet">
                  {each.madeBy} {sayMinute(each.madeAt)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
