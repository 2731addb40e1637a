import { Button, Input, InputNumber, Radio, Select } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import type { Matter } from "#contract/fonds";
import type { Retention } from "#contract/retention";
import type { Volume, VolumeFields } from "#contract/volume";
import { useProposals } from "#bridge/use-proposals";
import { useTerms } from "#bridge/use-terms";
import { write } from "#bridge/use-write";
import { volumeText } from "#text/volume";
import { Field } from "#ui/field";
import { ProposalList } from "#ui/proposal-list";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly volume: Volume;
  readonly matters: readonly Matter[];
  readonly hasVouchers: boolean;
  readonly onSaved: (volume: Volume) => void;
  readonly onDissolve: () => void;
};
type Typed = Partial<VolumeFields>;
type TextName = "title" | "unit" | "voucherFrom" | "voucherTo" | "seeAlso" | "note" | "compiledBy" | "checkedBy";
type DateName = "beginDate" | "endDate" | "compiledOn" | "checkedOn";

const words = volumeText.fields;
const mosts: Record<TextName, number> = {
  title: 500,
  unit: 200,
  voucherFrom: 40,
  voucherTo: 40,
  seeAlso: 200,
  note: 1000,
  compiledBy: 40,
  checkedBy: 40,
};

/** 案卷著录 and 备考表: saved when a field is left; what was refused stays typed. */
export function VolumeForm({ volume, matters, hasVouchers, onSaved, onDissolve }: Props): ReactNode {
  const [typed, setTyped] = useState<Typed>({});
  const latest = useRef(typed);
  latest.current = typed;
  // The newest that is known, from the list or from an answer that came before it.
  const known = useRef(volume);
  if (volume.revision >= known.current.revision) known.current = volume;
  const queue = useRef(Promise.resolve());
  const own = { ...volume, ...typed };
  const hasTyped = Object.keys(typed).length > 0;
  const type = (part: Typed): void => setTyped((now) => ({ ...now, ...part }));

  const saveOnce = async (): Promise<void> => {
    const fields = latest.current;
    const kept = known.current;
    const changed = Object.entries(fields).filter(([name, value]) => kept[name as keyof VolumeFields] !== value);
    if (changed.length === 0) return setTyped({});
    const done = await write("volume.describe", {
      id: kept.id,
      revision: kept.revision,
      fields: Object.fromEntries(changed) as Typed,
    });
    if (!done) return;
    known.current = done;
    onSaved(done);
    // What was typed while it was being saved is kept for the next time.
    setTyped((now) =>
      Object.fromEntries(Object.entries(now).filter(([name, value]) => fields[name as keyof Typed] !== value)),
    );
  };
  // One after the other: leaving a field and choosing beside it come together, and each needs the revision of the other.
  const save = (): void => {
    queue.current = queue.current.then(saveOnce);
  };
  // A choice is saved at once; typing, when the field is left.
  const [choices, setChoices] = useState(0);
  useEffect(() => {
    if (choices > 0) save();
    // Only a choice asks for it; the typed fields are read from the latest draw.
  }, [choices]);
  const choose = (part: Typed): void => {
    type(part);
    setChoices((count) => count + 1);
  };

  const terms = useTerms(own.retention);
  const proposals = useProposals({ ...own, creator: own.unit }, matters, choose);

  const text = (name: TextName, isLong = false): ReactNode => (
    <Field label={words[name]} forId={name}>
      {isLong ? (
        <Input.TextArea
          id={name}
          maxLength={mosts[name]}
          autoSize={{ minRows: name === "title" ? 2 : 1, maxRows: 5 }}
          value={own[name]}
          onChange={(event) => type({ [name]: event.target.value })}
        />
      ) : (
        <Input
          id={name}
          maxLength={mosts[name]}
          value={own[name]}
          onChange={(event) => type({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const date = (name: DateName): ReactNode => (
    <TypedField
      id={name}
      label={words[name]}
      value={own[name]}
      read={parseClerkDate}
      hint={volumeText.dateHint}
      unreadable={volumeText.dateUnreadable}
      onValue={(value) => type({ [name]: value as ArchivalDate })}
    />
  );
  return (
    <section className="item-form" aria-label={volumeText.form} onBlur={save}>
      <div className="item-fields">
        {text("title", true)}
        {text("unit")}
        {date("beginDate")}
        {date("endDate")}
        <Field label={words.year} forId="year">
          <InputNumber
            id="year"
            className="year-input"
            min={1900}
            max={2200}
            precision={0}
            controls={false}
            value={own.year}
            onChange={(year) => type({ year })}
          />
        </Field>
        <Field label={words.retention}>
          <Radio.Group
            aria-label={words.retention}
            optionType="button"
            options={terms}
            value={own.retention}
            onChange={(event) => choose({ retention: event.target.value as Retention })}
          />
          <ProposalList {...proposals} />
        </Field>
        <Field label={words.matterId} forId="matterId">
          <Select
            id="matterId"
            className="full"
            allowClear
            placeholder={volumeText.matterNone}
            value={own.matterId}
            options={matters.map((matter) => ({ value: matter.id, label: `${matter.code} ${matter.name}` }))}
            onChange={(matterId) => choose({ matterId: matterId ?? null })}
          />
        </Field>
        {hasVouchers && text("voucherFrom")}
        {hasVouchers && text("voucherTo")}
        <h3 className="volume-part">{volumeText.noteSheet}</h3>
        {text("note", true)}
        {text("seeAlso")}
        {text("compiledBy")}
        {date("compiledOn")}
        {text("checkedBy")}
        {date("checkedOn")}
      </div>
      <footer className="item-foot">
        <span className="grow quiet" role="status">
          {hasTyped ? volumeText.notSaved : volumeText.saved}
        </span>
        <Button type="text" onClick={onDissolve}>
          {volumeText.dissolve}
        </Button>
      </footer>
    </section>
  );
}
