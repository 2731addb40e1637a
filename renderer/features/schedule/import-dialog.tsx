import { Modal, Radio, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { documentRetentions, retentionLabel, type Retention } from "#contract/retention";
import type { ScheduleImport } from "#contract/schedule-table";
import type { ScheduleVersionId } from "#contract/schedule";
import { runTask } from "#bridge/tasks";
import { scheduleText } from "#text/schedule";
import { VirtualList } from "#ui/virtual-list";
import { Waiting } from "#ui/waiting";

type Props = {
  readonly path: string;
  readonly onClose: () => void;
  readonly onImported: (id: ScheduleVersionId) => void;
};
type OldTerms = { readonly 长期?: Retention; readonly 短期?: Retention };

const oldWords = ["长期", "短期"] as const;
const findingHeight = 48;
const mostInSight = 6;

/** The dry run of a table: what it would change, every finding, and the clerk's word where one is asked. */
export function ImportDialog({ path, onClose, onImported }: Props): ReactNode {
  const [told, setTold] = useState<ScheduleImport>();
  const [oldTerms, setOldTerms] = useState<OldTerms>({});
  const [asksOld, setAsksOld] = useState(false);
  const [absent, setAbsent] = useState<"keep" | "drop">("keep");
  const [isBusy, setBusy] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => {
    let isGone = false;
    void runTask("schedule.check-import", { path, oldTerms }, { label: scheduleText.importTask }).then((answer) => {
      if (isGone) return;
      if (!answer) return onClose();
      setTold(answer);
      if (answer.findings.some(({ code }) => code === "term-old")) setAsksOld(true);
    });
    return () => {
      isGone = true;
    };
    // Asked anew when the clerk has said what an old word means.
  }, [path, oldTerms, onClose]);

  const blocking = (told?.findings ?? []).filter(({ weight }) => weight !== "note").length;
  const changes = told ? told.added + told.changed + (absent === "drop" ? told.absent : 0) : 0;
  const run = async (): Promise<void> => {
    setBusy(true);
    const done = await runTask(
      "schedule.import",
      { path, oldTerms, absent },
      { label: scheduleText.importRun, said: (answer) => scheduleText.imported(answer.added, answer.changed) },
    );
    setBusy(false);
    if (done?.versionId) onImported(done.versionId);
  };
  return (
    <Modal
      open
      width={720}
      title={scheduleText.importHead}
      okText={scheduleText.importVerb}
      cancelText={scheduleText.close}
      okButtonProps={{ disabled: !told || blocking > 0 || changes === 0, loading: isBusy }}
      onOk={() => void run()}
      onCancel={onClose}
      destroyOnHidden
    >
      {!told ? (
        <Waiting label={scheduleText.loading} rows={6} />
      ) : (
        <div className="stack">
          <p>{scheduleText.importCounts(told.rowsRead, told.added, told.changed, told.unchanged)}</p>
          <p className={blocking > 0 ? "tone-look" : "quiet"} role="status">
            {blocking > 0
              ? scheduleText.importBlocked(blocking)
              : changes === 0 && told.absent === 0
                ? scheduleText.importNothing
                : scheduleText.importInto}
          </p>
          {asksOld && (
            <div className="stack">
              {oldWords.map((word) => (
                <label key={word} className="row">
                  <span>{scheduleText.importOld(word)}</span>
                  <Select
                    className="schedule-term"
                    allowClear
                    placeholder={scheduleText.importOldNone}
                    value={oldTerms[word]}
                    options={documentRetentions.map((value) => ({ value, label: retentionLabel(value) }))}
                    onChange={(term: Retention | undefined) =>
                      setOldTerms(({ [word]: _, ...rest }) => (term ? { ...rest, [word]: term } : rest))
                    }
                  />
                </label>
              ))}
              <p className="quiet small">{scheduleText.importOldHelp}</p>
            </div>
          )}
          {told.absent > 0 && blocking === 0 && (
            <div className="row">
              <span>{scheduleText.importAbsent(told.absent)}</span>
              <Radio.Group
                optionType="button"
                value={absent}
                options={[
                  { value: "keep", label: scheduleText.importKeep },
                  { value: "drop", label: scheduleText.importDrop },
                ]}
                onChange={(event) => setAbsent(event.target.value as "keep" | "drop")}
              />
            </div>
          )}
          {told.findings.length > 0 && (
            <div
              className="schedule-findings"
              style={{ height: Math.min(told.findings.length, mostInSight) * findingHeight }}
            >
              <VirtualList
                label={scheduleText.importHead}
                count={told.findings.length}
                rowHeight={findingHeight}
                activeIndex={active}
                onActive={setActive}
                renderRow={(index) => {
                  const finding = told.findings[index];
                  return finding ? (
                    <div className="item-row" title={finding.message}>
                      <div className="item-row-line">
                        <span className={finding.weight === "note" ? "quiet" : "tone-look"}>
                          {scheduleText.importWeights[finding.weight]}
                        </span>
                        <span className="grow cut">{finding.message}</span>
                      </div>
                      <div className="item-row-line small quiet">
                        {scheduleText.importPlace(finding.sheet, finding.row, finding.column)}
                      </div>
                    </div>
                  ) : null;
                }}
              />
            </div>
          )}
        </div>
      )}
    </Modal>
  );
}
