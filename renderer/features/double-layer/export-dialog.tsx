// 导出双层文件: what leaves, what stays and why, where to; the work goes on beside other work, its outcome is shown at the end.
import { Button, Modal, Radio } from "antd";
import { type ReactNode, useState } from "react";
import type { Output } from "#contract/contract";
import type { DoubleLayerArrangement, DoubleLayerFormat } from "#contract/double-layer";
import { askShell } from "#bridge/call";
import { dropWish, type ExportWish } from "#bridge/double-layer";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { doubleLayerText } from "#text/double-layer";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";
import { OutcomeDialog } from "./outcome-dialog.tsx";

const formats: readonly DoubleLayerFormat[] = ["pdf", "ofd"];
const arrangements: readonly DoubleLayerArrangement[] = ["each", "one"];

/** One wish from asking to outcome; hidden while it is being done. */
export function ExportDialog({ wish }: { readonly wish: ExportWish }): ReactNode {
  const [format, setFormat] = useState<DoubleLayerFormat>("pdf");
  const [arrangement, setArrangement] = useState<DoubleLayerArrangement>("each");
  const [into, setInto] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<Output<"double-layer.write">>();
  const itemIds = [...wish.itemIds];
  const plan = useRead("double-layer.plan", { itemIds });
  const close = (): void => dropWish(wish.key);

  const choose = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-folder", {
        title: doubleLayerText.chooseTitle,
        purpose: "package",
      });
      if (path !== null) setInto(path);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const write = async (): Promise<void> => {
    setBusy(true);
    const answer = await runTask(
      "double-layer.write",
      { itemIds, format, arrangement, into },
      { label: doubleLayerText.task(plan.value?.itemCount ?? itemIds.length), said: doubleLayerText.done },
    );
    setBusy(false);
    // A refusal has been said; the dialog comes back as it was left.
    if (answer) setDone(answer);
  };

  if (done) return <OutcomeDialog done={done} onClose={close} />;
  const content = plan.value;
  const staying = content ? doubleLayerText.staying(content) : [];
  return (
    <Modal
      open={!isBusy}
      className="export-choices"
      title={doubleLayerText.title}
      width="min(640px, 94vw)"
      okText={doubleLayerText.write}
      cancelText={doubleLayerText.cancel}
      okButtonProps={{ disabled: into === "" || !content || content.itemCount === 0 }}
      onOk={() => void write()}
      onCancel={close}
    >
      {plan.problem && <Problem {...plan.problem} again={{ words: bridgeText.again, run: plan.lookAgain }} />}
      {plan.isSlow && <Waiting label={bridgeText.waiting} rows={4} />}
      {content && (
        <>
          <Field label={doubleLayerText.what}>
            <span className="field-text">
              {content.itemCount > 0 ? doubleLayerText.plan(content) : doubleLayerText.nothing}
            </span>
          </Field>
          {staying.length > 0 && (
            <Field label={doubleLayerText.stays}>
              <ul className="plain-list tone-look">
                {staying.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Field>
          )}
          <Field label={doubleLayerText.format} note={doubleLayerText.formatNotes[format]}>
            <Radio.Group
              value={format}
              aria-label={doubleLayerText.format}
              onChange={(event) => setFormat(event.target.value as DoubleLayerFormat)}
              options={formats.map((each) => ({ value: each, label: doubleLayerText.formats[each] }))}
            />
          </Field>
          {content.itemCount > 1 && (
            <Field label={doubleLayerText.arrangement}>
              <Radio.Group
                vertical
                value={arrangement}
                aria-label={doubleLayerText.arrangement}
                onChange={(event) => setArrangement(event.target.value as DoubleLayerArrangement)}
                options={arrangements.map((each) => ({ value: each, label: doubleLayerText.arrangements[each] }))}
              />
            </Field>
          )}
          <Field label={doubleLayerText.folder} note={doubleLayerText.plainNote}>
            <div className="row">
              <span className={`grow ${into ? "path" : "quiet"}`}>{into || doubleLayerText.notChosen}</span>
              <Button autoFocus onClick={() => void choose()}>
                {doubleLayerText.choose}
              </Button>
            </div>
          </Field>
        </>
      )}
    </Modal>
  );
}
