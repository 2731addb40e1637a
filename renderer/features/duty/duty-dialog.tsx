import { Input, InputNumber, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ArchivalDate } from "#contract/archival-date";
import { type Duty, type DutyFrequency, dutyFrequencyLabel } from "#contract/duty";
import type { FondsId } from "#contract/fonds";
import { ledgerCode } from "#contract/ledger";
import { readWholeDay } from "#contract/whole-day";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { dayText } from "#text/day";
import { dutyText } from "#text/duty";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly fondsId: FondsId;
  readonly year: number;
  /** Revised, or undefined for one that is new. */
  readonly duty: Duty | undefined;
  readonly onClose: () => void;
};
const { fields } = dutyText;

/** What is to be done how often, and which ledger proves it. */
export function DutyDialog({ fondsId, year, duty, onClose }: Props): ReactNode {
  const ledgers = useRead("ledger.list", { fondsId }).value ?? [];
  const [name, setName] = useState(duty?.name ?? "");
  const [frequency, setFrequency] = useState<DutyFrequency>(duty?.frequency ?? "P1M");
  const [times, setTimes] = useState<number | null>(duty?.times ?? 1);
  const [code, setCode] = useState<string>(duty?.ledgerCode ?? "");
  const [kindValue, setKindValue] = useState(duty?.kindValue ?? "");
  const [owner, setOwner] = useState(duty?.owner ?? "社区");
  const [beginsOn, setBeginsOn] = useState<string>(duty?.beginsOn ?? `${year}-01-01`);
  const [write, isBusy] = useWrite();
  const ledger = ledgers.find((each) => each.code === code);
  const countsBy = code === duty?.ledgerCode ? duty.countsBy : null;
  const column = ledger?.columns.find((each) => (countsBy ? each.key === countsBy : each.part === "kind"));
  const kinds = column?.kind === "yesNo" ? ["是", "否"] : (column?.rules.choices ?? []);
  const hasTimes = frequency !== "regular" && frequency !== "on-event";
  const save = async (): Promise<void> => {
    const parsed = ledgerCode.safeParse(code);
    if (!parsed.success) return;
    const terms = {
      ...{ name, frequency, times: hasTimes ? times : null, ledgerCode: parsed.data, countsBy, kindValue, owner },
      beginsOn: beginsOn as ArchivalDate,
    };
    const options = { said: () => dutyText.saved, hasUndo: true };
    const done = duty
      ? await write("duty.revise", { id: duty.id, revision: duty.revision, terms }, options)
      : await write("duty.add", { fondsId, terms }, options);
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={duty ? dutyText.revise : dutyText.add}
      okText={dutyText.save}
      cancelText={dutyText.cancel}
      okButtonProps={{ disabled: isBusy || name.trim() === "" || code === "" }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={fields.name} forId="duty-name">
          <Input id="duty-name" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={fields.frequency} forId="duty-frequency">
          <Select
            id="duty-frequency"
            className="full"
            value={frequency}
            options={Object.entries(dutyFrequencyLabel).map(([value, label]) => ({ value, label }))}
            onChange={(next: string) => setFrequency(next as DutyFrequency)}
          />
        </Field>
        {hasTimes && (
          <Field label={fields.times} forId="duty-times">
            <InputNumber id="duty-times" min={1} max={400} precision={0} value={times} onChange={setTimes} />
          </Field>
        )}
        <Field label={fields.ledger} forId="duty-ledger">
          <Select
            id="duty-ledger"
            className="full"
            value={code === "" ? null : code}
            options={[
              ...ledgers.map((each) => ({ value: each.code as string, label: each.name })),
              ...(ledger || code === "" ? [] : [{ value: code, label: code }]),
            ]}
            onChange={(next) => {
              setCode(next ?? "");
              setKindValue("");
            }}
          />
        </Field>
        <Field label={fields.kind} forId="duty-kind">
          <Select
            id="duty-kind"
            className="full"
            value={kindValue}
            options={[
              { value: "", label: fields.anyKind },
              ...[...new Set([...kinds, ...(kindValue === "" ? [] : [kindValue])])].map((each) => ({
                ...{ value: each, label: each },
              })),
            ]}
            onChange={setKindValue}
          />
        </Field>
        <Field label={fields.owner} forId="duty-owner">
          <Input id="duty-owner" maxLength={40} value={owner} onChange={(event) => setOwner(event.target.value)} />
        </Field>
        <TypedField
          id="duty-begins"
          label={fields.beginsOn}
          value={beginsOn}
          read={readWholeDay}
          onValue={setBeginsOn}
          hint={dayText.hint}
          unreadable={dayText.unreadable}
        />
      </div>
    </Modal>
  );
}
