import { Button, Input, Select, Switch } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { scheduleUsageLabel } from "#contract/schedule-words";
import { type ScheduleRowFields, scheduleUsage } from "#contract/schedule";
import { startRule, startRuleLabel } from "#contract/start-rule";
import { useRead } from "#bridge/use-read";
import { scheduleText } from "#text/schedule";
import { Field } from "#ui/field";
import { TermField } from "./term-field.tsx";

type Props = {
  readonly title: string;
  readonly first: ScheduleRowFields;
  /** A correction asks why; a new row names its source instead. */
  readonly asksReason: boolean;
  readonly isBusy: boolean;
  readonly onSave: (fields: ScheduleRowFields, reason: string) => void;
  readonly onKeep: () => void;
};

/** The fields of one 条目, for a correction or an addition. Esc leaves what is typed until 取消 is chosen. */
export function RowForm({ title, first, asksReason, isBusy, onSave, onKeep }: Props): ReactNode {
  const [fields, setFields] = useState(first);
  const [reason, setReason] = useState("");
  const categories = useRead("category.list", {});
  const change = (part: Partial<ScheduleRowFields>): void => setFields((now) => ({ ...now, ...part }));
  const isReady = fields.content.trim() !== "" && (!asksReason || reason.trim() !== "");
  const save = (): void => {
    if (isReady && !isBusy) onSave({ ...fields, content: fields.content.trim() }, reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (target.getAttribute("aria-expanded") === "true" || target.tagName === "BUTTON") return;
    event.preventDefault();
    save();
  };
  return (
    <section className="schedule-form item-fields" aria-label={title} onKeyDown={onKeyDown}>
      <h2>{title}</h2>
      <Field label={scheduleText.content} forId="schedule-content">
        <Input.TextArea
          id="schedule-content"
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={fields.content}
          onChange={(event) => change({ content: event.target.value.replaceAll("\n", "") })}
        />
      </Field>
      <Field label={scheduleText.term} forId="schedule-retention">
        <TermField
          id="schedule-retention"
          value={fields.retention}
          onValue={(retention) => change(retention === "Y" ? { retention, startRule: "not-counted" } : { retention })}
        />
      </Field>
      <Field label={scheduleText.startRule} forId="schedule-start">
        <Select
          id="schedule-start"
          className="full"
          value={fields.startRule}
          options={startRule.options.map((value) => ({ value, label: startRuleLabel[value] }))}
          onChange={(value) => change({ startRule: value })}
        />
      </Field>
      <Field label={scheduleText.minimum}>
        <Switch
          aria-label={scheduleText.minimum}
          checked={fields.isMinimum}
          checkedChildren={scheduleText.yes}
          unCheckedChildren={scheduleText.no}
          onChange={(isMinimum) => change({ isMinimum })}
        />
      </Field>
      <Field label={scheduleText.category} forId="schedule-category">
        <Select
          id="schedule-category"
          className="full"
          value={fields.category}
          options={(categories.value ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          onChange={(category) => change({ category })}
        />
      </Field>
      <Field label={scheduleText.subcategory} forId="schedule-subcategory">
        <Input
          id="schedule-subcategory"
          maxLength={60}
          value={fields.subcategory}
          onChange={(event) => change({ subcategory: event.target.value })}
        />
      </Field>
      <Field label={scheduleText.matterCode} forId="schedule-matter">
        <Input
          id="schedule-matter"
          maxLength={6}
          placeholder={scheduleText.matterCodeHint}
          value={fields.matterCode}
          onChange={(event) => change({ matterCode: event.target.value.toUpperCase().replaceAll(/[^A-Z0-9]/g, "") })}
        />
      </Field>
      <Field label={scheduleText.usage} forId="schedule-usage">
        <Select
          id="schedule-usage"
          className="full"
          value={fields.usage}
          options={scheduleUsage.options.map((value) => ({ value, label: scheduleUsageLabel[value] }))}
          onChange={(usage) => change({ usage })}
        />
      </Field>
      <Field label={scheduleText.source} forId="schedule-source">
        <Input
          id="schedule-source"
          maxLength={300}
          value={fields.source}
          onChange={(event) => change({ source: event.target.value })}
        />
      </Field>
      <Field label={scheduleText.sourceRow} forId="schedule-source-row">
        <Input
          id="schedule-source-row"
          maxLength={40}
          value={fields.sourceRow}
          onChange={(event) => change({ sourceRow: event.target.value })}
        />
      </Field>
      <Field label={scheduleText.note} forId="schedule-note">
        <Input.TextArea
          id="schedule-note"
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          value={fields.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Field>
      {asksReason && (
        <Field label={scheduleText.reason} forId="schedule-reason">
          <Input
            id="schedule-reason"
            maxLength={200}
            placeholder={scheduleText.reasonHint}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      <div className="row schedule-form-foot">
        <Button onClick={onKeep}>{scheduleText.keep}</Button>
        <Button type="primary" disabled={!isReady} loading={isBusy} onClick={save}>
          {scheduleText.save}
        </Button>
      </div>
    </section>
  );
}
