import { Input } from "antd";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import type { CaptionedItem, CaptionFields } from "#contract/caption";
import { write } from "#bridge/use-write";
import { sayDone } from "#bridge/notices";
import { photoText } from "#text/photo";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";
import { useTyped } from "./use-typed.ts";

type TextName = Exclude<keyof CaptionFields, "statedDate">;
const words = photoText.captionFields;
const mosts: Record<TextName, number> = {
  ...{ title: 500, place: 200, people: 500, affair: 200, background: 500, photographer: 200, text: 1000, seeAlso: 200 },
};

type Props = {
  readonly row: CaptionedItem;
  /** The caption written last, for Ctrl+D. */
  readonly before: CaptionFields | undefined;
  readonly onWritten: (caption: CaptionFields) => void;
  readonly onNext: () => void;
};

/** 说明 of one photo or recording: kept when a field is left; Enter goes on to the next one in the same field. */
export function CaptionForm({ row, before, onWritten, onNext }: Props): ReactNode {
  const isFiled = row.state === "filed";
  const revision = useRef(row.revision);
  if (row.revision > revision.current) revision.current = row.revision;
  const { own, type, leave } = useTyped<CaptionFields>(row.caption, async (fields) => {
    const captions = [{ itemId: row.itemId, revision: revision.current, fields }];
    const done = await write("caption.describe", { captions }, {});
    if (!done) return false;
    revision.current = done.revisions[0]?.revision ?? revision.current;
    if (done.personalCount > 0) sayDone(photoText.personal);
    return true;
  });
  const day = row.camera?.takenAt.slice(0, 10) ?? "";
  const readDate = (typed: string): ArchivalDate | null => parseClerkDate(typed);

  const onKeyDown = (event: KeyboardEvent): void => {
    const field = (event.target as HTMLElement).dataset["field"] as keyof CaptionFields | undefined;
    if (event.key === "d" && event.ctrlKey && field && before) type({ [field]: before[field] });
    else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing)
      void leave().then((isKept) => {
        if (!isKept) return;
        onWritten(own);
        onNext();
      });
    else return;
    event.preventDefault();
  };
  const text = (name: TextName, isLong = false, hint = ""): ReactNode => {
    const common = {
      id: `caption-${name}`,
      "data-field": name,
      maxLength: mosts[name],
      value: own[name],
      placeholder: hint,
      disabled: isFiled,
    };
    return (
      <Field label={words[name]} forId={common.id}>
        {isLong ? (
          <Input.TextArea
            {...common}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={(event) => type({ [name]: event.target.value })}
          />
        ) : (
          <Input {...common} onChange={(event) => type({ [name]: event.target.value })} />
        )}
      </Field>
    );
  };
  return (
    <div
      className="photo-form"
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isFiled) void leave().then((isKept) => isKept && onWritten(own));
      }}
    >
      {text("title", true)}
      {isFiled ? (
        <Field label={words.statedDate}>{own.statedDate || "—"}</Field>
      ) : (
        <TypedField
          id="statedDate"
          label={words.statedDate}
          value={own.statedDate}
          read={readDate}
          onValue={(value) => type({ statedDate: value as ArchivalDate })}
          hint={day ? photoText.cameraNote(day) : photoText.dateHint}
          unreadable={photoText.dateUnreadable}
        />
      )}
      {text("place")}
      {text("people", true, photoText.peopleHint)}
      {text("affair")}
      {text("background", true)}
      {text("photographer")}
      {text("text", true)}
      {text("seeAlso")}
    </div>
  );
}
