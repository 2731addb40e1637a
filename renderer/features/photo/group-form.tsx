import { Button, Input, InputNumber, Select } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import type { Matter } from "#contract/fonds";
import type { Group, GroupFields } from "#contract/group";
import { useProposals } from "#bridge/use-proposals";
import { useTerms } from "#bridge/use-terms";
import { write } from "#bridge/use-write";
import { photoText } from "#text/photo";
import { Field } from "#ui/field";
import { ProposalList } from "#ui/proposal-list";
import { TypedField } from "#ui/typed-field";
import { UnfileDialog } from "./unfile-dialog.tsx";
import { useTyped } from "./use-typed.ts";

type TextName = "title" | "unit" | "photographer" | "place" | "people" | "affair" | "background" | "note" | "seeAlso";
type DateName = "beginDate" | "endDate";
const words = photoText.groupFields;
const mosts: Record<TextName, number> = {
  ...{ title: 500, unit: 200, photographer: 200, place: 200, people: 500, affair: 200, background: 500 },
  ...{ note: 1000, seeAlso: 200 },
};

type Props = { readonly group: Group; readonly matters: readonly Matter[]; readonly onRemove: () => void };

/** 组 and the event it is about; kept when a field is left. What it is classed by goes over to all that is in it. */
export function GroupForm({ group, matters, onRemove }: Props): ReactNode {
  const isFiled = group.state === "filed";
  const [isUnfiling, setUnfiling] = useState(false);
  // What is taken into the group or filed raises it too; the list brings that.
  const revision = useRef(group.revision);
  if (group.revision > revision.current) revision.current = group.revision;
  const { own, type, leave } = useTyped<GroupFields>(group, async (fields) => {
    const done = await write("group.describe", { id: group.id, revision: revision.current, fields }, {});
    if (done) revision.current = done.revision;
    return done !== undefined;
  });
  // A choice is kept at once; typing, when the field is left.
  const [choices, setChoices] = useState(0);
  useEffect(() => {
    if (choices > 0) void leave();
    // Only a choice asks for it.
  }, [choices]);
  const choose = (part: Partial<GroupFields>): void => {
    type(part);
    setChoices((count) => count + 1);
  };
  const terms = useTerms(own.retention);
  const { fondsId, category } = group;
  const proposals = useProposals({ ...own, fondsId, category, creator: own.unit }, matters, choose);
  const readDate = (typed: string): ArchivalDate | null => parseClerkDate(typed);
  const text = (name: TextName, isLong = false): ReactNode => {
    const common = { id: `group-${name}`, maxLength: mosts[name], value: own[name], disabled: isFiled };
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
  const date = (name: DateName): ReactNode =>
    isFiled ? (
      <Field label={words[name]}>{own[name] || "—"}</Field>
    ) : (
      <TypedField
        id={name}
        label={words[name]}
        value={own[name]}
        read={readDate}
        onValue={(value) => type({ [name]: value as ArchivalDate })}
        hint={photoText.dateHint}
        unreadable={photoText.dateUnreadable}
      />
    );
  return (
    <div
      className="photo-form"
      onBlur={() => {
        if (!isFiled) void leave();
      }}
    >
      {group.archivalCode && <p className="archival-code">{group.archivalCode}</p>}
      {text("title", true)}
      {date("beginDate")}
      {date("endDate")}
      <Field label={words.year} forId="group-year">
        <InputNumber
          id="group-year"
          min={1900}
          max={2200}
          controls={false}
          disabled={isFiled}
          value={own.year}
          onChange={(year) => type({ year })}
        />
      </Field>
      <Field label={words.retention} forId="group-retention">
        <Select
          id="group-retention"
          className="full"
          options={terms}
          disabled={isFiled}
          placeholder={photoText.termHint}
          value={own.retention}
          onChange={(retention) => choose({ retention })}
        />
        {!isFiled && <ProposalList {...proposals} />}
      </Field>
      {matters.length > 0 && (
        <Field label={words.matterId} forId="group-matter">
          <Select
            id="group-matter"
            className="full"
            allowClear
            disabled={isFiled}
            placeholder={photoText.termHint}
            options={matters.map((matter) => ({ value: matter.id, label: `${matter.code} ${matter.name}` }))}
            value={own.matterId}
            onChange={(matterId) => choose({ matterId: matterId ?? null })}
          />
        </Field>
      )}
      {text("unit")}
      {text("photographer")}
      {text("place")}
      {text("people", true)}
      {text("affair")}
      {text("background", true)}
      {text("note", true)}
      {text("seeAlso")}
      {isFiled && (
        <div className="row">
          <span className="grow" />
          <Button type="text" onClick={() => setUnfiling(true)}>
            {photoText.unfile}
          </Button>
        </div>
      )}
      {isUnfiling && <UnfileDialog group={group} onClose={() => setUnfiling(false)} />}
      {!isFiled && group.itemCount === 0 && (
        <div className="row">
          <Button danger onClick={onRemove}>
            {photoText.removeGroup}
          </Button>
        </div>
      )}
    </div>
  );
}
