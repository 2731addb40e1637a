import { Button, Input, InputNumber, Segmented, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { accessClassLabel } from "#contract/access";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import type { MatterId } from "#contract/fonds";
import type { RegisterEntryId } from "#contract/register";
import type { Retention } from "#contract/retention";
import { useProposals } from "#bridge/use-proposals";
import { useRead } from "#bridge/use-read";
import { useTerms } from "#bridge/use-terms";
import { registerText } from "#text/register";
import { Field } from "#ui/field";
import { ProposalList } from "#ui/proposal-list";
import { TypedField } from "#ui/typed-field";
import type { EntryFields, RepeatedName } from "./entry-fields.ts";
import { NameField } from "./name-field.tsx";

type Props = {
  readonly fields: EntryFields;
  readonly except: RegisterEntryId | undefined;
  /** The entry saved before, for Ctrl+D. */
  readonly before: EntryFields | undefined;
  readonly saveWords: string;
  readonly isBusy: boolean;
  readonly onType: (change: Partial<EntryFields>) => void;
  readonly onSave: () => void;
};

const words = registerText.fields;
const readDate = (typed: string): ArchivalDate | null => parseClerkDate(typed);
/** A whole day, or null. */
function readDay(typed: string): ArchivalDate | null {
  const date = parseClerkDate(typed);
  return date !== null && date.length === 10 ? date : null;
}
const readDayOrNone = (typed: string): string | null => (typed.trim() === "" ? "" : readDay(typed));
const accesses = (["open", "internal", "restricted"] as const).map((value) => ({
  value,
  label: accessClassLabel[value],
}));

/** One entry of a register, written by keyboard; Enter saves. */
export function EntryForm({ fields, except, before, saveWords, isBusy, onType, onSave }: Props): ReactNode {
  const matters = useRead("matter.list", {});
  const [asked, setAsked] = useState<{ documentNumber: string; correspondent: string }>();
  const { documentNumber, correspondent } = fields;
  useEffect(() => {
    const due = setTimeout(() => {
      const isWhole = documentNumber.trim() !== "" && correspondent.trim() !== "";
      setAsked(isWhole ? { documentNumber: documentNumber.trim(), correspondent: correspondent.trim() } : undefined);
    }, 60);
    return () => clearTimeout(due);
  }, [documentNumber, correspondent]);
  const same = useRead("register.same-number", asked ? { ...asked, ...(except && { except }) } : null).value;

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.key === "d" && event.ctrlKey && before) {
      event.preventDefault();
      const name = (target.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? target.id) as RepeatedName;
      if (name in before) onType({ [name]: before[name] });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing && !event.shiftKey) {
      if (target.getAttribute("aria-expanded") === "true" || target.tagName === "BUTTON") return;
      event.preventDefault();
      onSave();
    }
  };
  const own = (matters.value ?? []).filter((each) => each.fondsId === fields.fondsId && each.category === "WS");
  const terms = useTerms(fields.retention);
  // A paper received is by the office that sent it, unless another is named.
  const creator = fields.creator.trim() || (fields.kind === "incoming" ? correspondent : "");
  const proposals = useProposals({ ...fields, creator, category: "WS" }, own, onType);
  return (
    <section className="item-form" aria-label={registerText.form} onKeyDown={onKeyDown}>
      <div className="item-fields">
        <TypedField
          id="happenedOn"
          label={words.happenedOn[fields.kind]}
          value={fields.happenedOn}
          read={readDay}
          onValue={(day) => onType({ happenedOn: day as EntryFields["happenedOn"] })}
          hint={registerText.dayHint}
          unreadable={registerText.dayUnreadable}
        />
        <NameField
          id="correspondent"
          label={words.correspondent[fields.kind]}
          value={fields.correspondent}
          onText={(text) => onType({ correspondent: text })}
        />
        <Field
          label={words.documentNumber}
          forId="documentNumber"
          note={
            same && same.entries.length + same.items.length > 0
              ? [
                  same.entries.length > 0 ? registerText.sameNumber(same.entries.length) : "",
                  same.items.length > 0 ? registerText.sameItems(same.items.length) : "",
                ]
                  .filter(Boolean)
                  .join("；")
              : undefined
          }
          tone="look"
        >
          <Input
            id="documentNumber"
            data-field="documentNumber"
            maxLength={100}
            value={fields.documentNumber}
            onChange={(event) => onType({ documentNumber: event.target.value })}
          />
        </Field>
        <Field label={words.title} forId="title">
          <Input.TextArea
            id="title"
            data-field="title"
            autoSize={{ minRows: 2, maxRows: 4 }}
            maxLength={500}
            value={fields.title}
            onChange={(event) => onType({ title: event.target.value.replaceAll("\n", "") })}
          />
        </Field>
        <TypedField
          id="documentDate"
          label={words.documentDate}
          value={fields.documentDate}
          read={readDate}
          onValue={(date) => onType({ documentDate: date as ArchivalDate })}
          hint={registerText.dayHint}
          unreadable={registerText.dateUnreadable}
        />
        <Field label={words.creator} forId="creator">
          <Input
            id="creator"
            data-field="creator"
            maxLength={200}
            value={fields.creator}
            placeholder={fields.kind === "incoming" ? registerText.creatorHint : ""}
            onChange={(event) => onType({ creator: event.target.value })}
          />
        </Field>
        <Field label={words.pageCount} forId="pageCount">
          <InputNumber
            id="pageCount"
            data-field="pageCount"
            min={0}
            max={100_000}
            precision={0}
            value={fields.pageCount}
            onChange={(count) => onType({ pageCount: count ?? 0 })}
          />
        </Field>
        <Field label={words.copies} forId="copies">
          <InputNumber
            id="copies"
            data-field="copies"
            min={1}
            max={10_000}
            precision={0}
            value={fields.copies}
            onChange={(count) => onType({ copies: count ?? 1 })}
          />
        </Field>
        <Field label={words.matterId} forId="matterId">
          <Select
            id="matterId"
            data-field="matterId"
            className="full"
            allowClear
            placeholder={registerText.none}
            value={fields.matterId}
            options={own.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))}
            onChange={(matterId: MatterId | undefined) => onType({ matterId: matterId ?? null })}
          />
        </Field>
        <Field label={words.retention} forId="retention">
          <Select
            id="retention"
            data-field="retention"
            className="full"
            allowClear
            placeholder={registerText.none}
            value={fields.retention}
            options={terms}
            onChange={(term: Retention | undefined) => onType({ retention: term ?? null, scheduleRowId: null })}
          />
          <ProposalList {...proposals} />
        </Field>
        <NameField
          id="handler"
          label={words.handler}
          value={fields.handler}
          onText={(text) => onType({ handler: text })}
        />
        <TypedField
          id="dueOn"
          label={words.dueOn}
          value={fields.dueOn}
          read={readDayOrNone}
          onValue={(day) => onType({ dueOn: day as EntryFields["dueOn"] })}
          hint={registerText.dayHint}
          unreadable={registerText.dayUnreadable}
        />
        <Field label={words.securityMark} forId="securityMark">
          <Input
            id="securityMark"
            data-field="securityMark"
            maxLength={40}
            value={fields.securityMark}
            placeholder={registerText.markHint}
            onChange={(event) => onType({ securityMark: event.target.value })}
          />
        </Field>
        <Field label={words.access}>
          <Segmented
            aria-label={words.access}
            options={accesses}
            value={fields.access}
            onChange={(access) => onType({ access })}
          />
        </Field>
        {fields.access === "restricted" && (
          <Field label={words.neutralTitle} forId="neutralTitle">
            <Input
              id="neutralTitle"
              data-field="neutralTitle"
              maxLength={200}
              value={fields.neutralTitle}
              onChange={(event) => onType({ neutralTitle: event.target.value })}
            />
          </Field>
        )}
        <Field label={words.remark} forId="remark">
          <Input
            id="remark"
            data-field="remark"
            maxLength={500}
            value={fields.remark}
            onChange={(event) => onType({ remark: event.target.value })}
          />
        </Field>
      </div>
      <footer className="item-foot">
        <span className="grow" />
        <Button type="primary" loading={isBusy} disabled={fields.title.trim() === ""} onClick={onSave}>
          {saveWords}
        </Button>
      </footer>
    </section>
  );
}
