import { Button } from "antd";
import type { ReactNode } from "react";
import {
  scheduleStatusLabel,
  scheduleTermLabel,
  scheduleUsageLabel,
  scheduleVerdictLabel,
} from "#contract/schedule-words";
import type { ScheduleRow, ScheduleVersion } from "#contract/schedule";
import { startRuleLabel } from "#contract/start-rule";
import { useRead } from "#bridge/use-read";
import { sayMinute } from "#text/format";
import { scheduleText } from "#text/schedule";

type Props = {
  readonly row: ScheduleRow;
  readonly version: ScheduleVersion;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCorrect: () => void;
  readonly onDrop: () => void;
  readonly onRemove: () => void;
};

/** One 条目: what it says, where it comes from, who judged it, and what can be done with it. */
export function RowDetail({ row, version, isBusy, onConfirm, onCorrect, onDrop, onRemove }: Props): ReactNode {
  const { value } = useRead("schedule.read-row", { id: row.id });
  const isDraft = version.state === "draft";
  const facts: readonly (readonly [string, string])[] = [
    [scheduleText.term, `${scheduleTermLabel(row.retention)}${row.isMinimum ? `（${scheduleText.minimum}）` : ""}`],
    [scheduleText.startRule, startRuleLabel[row.startRule]],
    [scheduleText.matter, [row.category, row.matterCode, row.subcategory].filter(Boolean).join(" ")],
    [scheduleText.usage, scheduleUsageLabel[row.usage]],
    [scheduleText.source, [row.source, row.sourceRow].filter(Boolean).join("　")],
    [
      scheduleText.provenance,
      `${scheduleText.provenances[row.provenance]}，${scheduleText.confidence}${scheduleText.confidences[row.confidence]}`,
    ],
    [scheduleText.note, row.note],
  ];
  const judgements = value?.judgements ?? [];
  return (
    <section className="schedule-detail stack" aria-label={scheduleText.number(row.position)}>
      <div className="row">
        <h2 className="grow">{scheduleText.number(row.position)}</h2>
        <span className={`mark ${row.status === "confirmed" ? "mark-proved" : "mark-look"}`}>
          {scheduleStatusLabel[row.status]}
        </span>
      </div>
      <p className="schedule-content">{row.content}</p>
      <dl className="schedule-facts">
        {facts
          .filter(([, text]) => text !== "")
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {version.state !== "superseded" && (
        <div className="row">
          <Button type="primary" disabled={row.status === "dropped"} loading={isBusy} onClick={onConfirm}>
            {scheduleText.confirm}
          </Button>
          <Button disabled={!isDraft} onClick={onCorrect}>
            {scheduleText.correct}
          </Button>
          <Button disabled={!isDraft || row.status === "dropped"} onClick={onDrop}>
            {scheduleText.drop}
          </Button>
          {isDraft && row.status === "added" && (
            <Button type="text" onClick={onRemove}>
              {scheduleText.remove}
            </Button>
          )}
        </div>
      )}
      <p className="quiet small">
        {version.state === "superseded"
          ? scheduleText.oldLine
          : isDraft
            ? ""
            : version.state === "starter"
              ? scheduleText.starterLine
              : scheduleText.fixedLine}
      </p>
      <h3>{scheduleText.judgements}</h3>
      {judgements.length === 0 ? (
        <p className="quiet">{scheduleText.noJudgement}</p>
      ) : (
        <ol className="schedule-judgements">
          {judgements.map((each) => (
            <li key={each.number}>
              <span>
                {scheduleVerdictLabel[each.verdict]}　{each.personName}（{scheduleText.roles[each.role]}）
              </span>
              <span className="grow">{each.reason}</span>
              <span className="quiet small figures">{sayMinute(each.judgedAt)}</span>
            </li>
          ))}
        </ol>
      )}
      {value && value.itemCount > 0 && <p className="quiet">{scheduleText.used(value.itemCount)}</p>}
    </section>
  );
}
