import { Button, Input, InputNumber, Segmented } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { type AccessClass, accessClassLabel } from "#contract/access";
import { yearOf } from "#contract/archival-date";
import type { Fonds } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import { itemText } from "#text/item";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { ClassFields, RarerFields } from "./class-fields.tsx";
import { DateField } from "./date-field.tsx";
import { type ItemDraft, shownFields } from "./item-draft.ts";
import type { Edits, FieldName } from "./merge-edits.ts";
import { SameNumber } from "./same-number.tsx";
import { SuggestField } from "./suggest-field.tsx";
import { repeatable } from "./use-draft.ts";
import { YearField } from "./year-field.tsx";

type Props = {
  readonly draft: ItemDraft;
  readonly allFonds: readonly Fonds[];
  readonly onNext: () => void;
  readonly onOpen: (id: ItemId) => void;
  readonly onDissolve: () => void;
  /** What was read for a field, to stand under it. */
  readonly offerFor: (name: string) => ReactNode;
  /** Takes what was read for a field; false when nothing is offered. */
  readonly onTakeOffer: (name: string) => boolean;
  readonly onField: (name: string) => void;
  /** Why the item is 限制; blank for none. */
  readonly accessNote: string;
};

const words = itemText.fields;
const accesses = (["open", "internal", "restricted"] as const).map((value: AccessClass) => ({
  value,
  label: accessClassLabel[value],
}));

/** 著录: every field of an item; saved while one types. */
export function ItemForm(props: Props): ReactNode {
  const { draft, allFonds, onNext, onOpen, onDissolve, offerFor, onTakeOffer, onField, accessNote } = props;
  const state = draft.state.use();
  const [hasPaperOnly, setPaperOnly] = useState(false);
  const fields = shownFields(state);
  const item = state.item;
  useEffect(() => setPaperOnly(item?.imageCount === 0), [item?.imageCount]);
  if (!fields || !item) return null;
  const type = (edits: Edits): void => draft.type(edits);
  const leave = (name: FieldName) => (): void => draft.leave(name);

  const repeat = (name: FieldName): void => {
    const value = repeatable()?.[name];
    if (value !== undefined && value !== null && value !== "") type({ [name]: value });
  };
  const nameOf = (target: EventTarget): string => {
    const at = target as HTMLElement;
    return at.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? at.id;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.key === "d" && event.ctrlKey) {
      event.preventDefault();
      const name = nameOf(target) as FieldName;
      if (name in fields) repeat(name);
    } else if (event.key === "Enter" && event.ctrlKey) {
      if (onTakeOffer(nameOf(target))) event.preventDefault();
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing && !event.shiftKey) {
      const isChoosing = target.getAttribute("aria-expanded") === "true" || target.tagName === "BUTTON";
      if (isChoosing) return;
      event.preventDefault();
      // What was refused keeps the item on the desk, with the reason beside it.
      void draft.save().then((isSaved) => isSaved && onNext());
    }
  };

  return (
    <section
      className="item-form"
      aria-label={itemText.form}
      onKeyDown={onKeyDown}
      onFocus={(event) => onField(nameOf(event.target))}
      onCompositionStart={() => draft.hold(true)}
      onCompositionEnd={() => draft.hold(false)}
    >
      <div className="item-fields">
        <Field label={words.title} forId="title">
          <Input.TextArea
            id="title"
            data-field="title"
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={fields.title}
            onChange={(event) => type({ title: event.target.value.replaceAll("\n", "") })}
            onBlur={leave("title")}
          />
        </Field>
        {offerFor("title")}
        <SuggestField
          name="creator"
          value={fields.creator}
          most={200}
          onText={(creator) => type({ creator })}
          onLeave={leave("creator")}
        />
        {offerFor("creator")}
        <SuggestField
          name="documentNumber"
          value={fields.documentNumber}
          most={100}
          note={
            <SameNumber
              documentNumber={fields.documentNumber}
              creator={fields.creator}
              except={item.id}
              onOpen={onOpen}
            />
          }
          onText={(documentNumber) => type({ documentNumber })}
          onLeave={leave("documentNumber")}
        />
        {offerFor("documentNumber")}
        <DateField
          key={item.id}
          value={fields.documentDate}
          onDate={(documentDate) =>
            type(
              fields.year === null && documentDate !== ""
                ? { documentDate, year: yearOf(documentDate) }
                : { documentDate },
            )
          }
          onLeave={leave("documentDate")}
        />
        {offerFor("documentDate")}
        <YearField
          key={`${item.id}year`}
          value={fields.year}
          onYear={(year) => type({ year })}
          onLeave={leave("year")}
        />
        <ClassFields fields={fields} allFonds={allFonds} type={type} />
        <Field
          label={words.securityMark}
          forId="securityMark"
          note={fields.securityMark !== "" && fields.securityMark !== "内部" ? itemText.markNote : undefined}
          tone="look"
        >
          <Input
            id="securityMark"
            data-field="securityMark"
            maxLength={40}
            value={fields.securityMark}
            placeholder={itemText.markHint}
            onChange={(event) => type({ securityMark: event.target.value })}
            onBlur={leave("securityMark")}
          />
        </Field>
        <Field label={words.access} note={accessNote}>
          <Segmented
            data-field="access"
            aria-label={words.access}
            options={accesses}
            value={fields.access}
            onChange={(access) => type({ access })}
          />
        </Field>
        {fields.access === "restricted" && (
          <Field label={words.neutralTitle} forId="neutralTitle" note={itemText.neutralNote}>
            <Input
              id="neutralTitle"
              data-field="neutralTitle"
              maxLength={200}
              value={fields.neutralTitle}
              onChange={(event) => type({ neutralTitle: event.target.value })}
              onBlur={leave("neutralTitle")}
            />
          </Field>
        )}
        <Field
          label={words.paperPageCount}
          forId="paperPageCount"
          note={hasPaperOnly ? itemText.paperPagesNote : undefined}
        >
          {hasPaperOnly ? (
            <InputNumber
              id="paperPageCount"
              data-field="paperPageCount"
              min={0}
              max={100_000}
              precision={0}
              value={fields.paperPageCount}
              onChange={(count) => type({ paperPageCount: count ?? 0 })}
              onBlur={leave("paperPageCount")}
            />
          ) : (
            <span className="field-text">{itemText.countedPages(item.imageCount)}</span>
          )}
        </Field>
        <Field label={words.remark} forId="remark">
          <Input.TextArea
            id="remark"
            data-field="remark"
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={fields.remark}
            onChange={(event) => type({ remark: event.target.value.replaceAll("\n", "") })}
            onBlur={leave("remark")}
          />
        </Field>
        <RarerFields
          fields={fields}
          allFonds={allFonds}
          type={type}
          leave={leave}
          isSealed={item.carrier === "sealed"}
        />
        {state.warnings
          .filter((warning) => warning.code !== "same-document-number")
          .map((warning) => (
            <p key={warning.code} className="item-warning" role="status">
              {warning.message}
            </p>
          ))}
        {state.problem && (
          <Problem {...state.problem} again={{ words: itemText.again, run: () => void draft.save() }} />
        )}
      </div>
      <footer className="item-foot">
        <span className={`grow ${state.status === "stopped" ? "tone-look" : "quiet"}`} role="status">
          {
            {
              saved: itemText.saved,
              waiting: itemText.waiting,
              saving: itemText.saving,
              stopped: itemText.notSaved,
            }[state.status]
          }
        </span>
        <Button type="text" onClick={onDissolve}>
          {itemText.dissolve}
        </Button>
      </footer>
    </section>
  );
}
