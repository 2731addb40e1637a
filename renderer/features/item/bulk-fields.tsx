import { Checkbox, Input, InputNumber, Segmented, Select } from "antd";
import type { ReactNode } from "react";
import { accessClassLabel } from "#contract/access";
import type { Matter, MatterId } from "#contract/fonds";
import { carrier, carrierLabel } from "#contract/place-of-item";
import { documentRetentions, type Retention, retentionLabel } from "#contract/retention";
import { itemText } from "#text/item";
import type { BulkFields, BulkName } from "./bulk-preview.ts";

type Props = {
  readonly fields: BulkFields;
  readonly matters: readonly Matter[];
  readonly onFields: (fields: BulkFields) => void;
};

const words = itemText.fields;
const first: Required<BulkFields> = {
  year: new Date().getFullYear() - 1,
  retention: "D10",
  matterId: null,
  creator: "",
  affair: "",
  access: "internal",
  carrier: "paper",
  remark: "",
};
const accesses = (["open", "internal", "restricted"] as const).map((value) => ({
  value,
  label: accessClassLabel[value],
}));
// A sealed packet is made by two persons with their names, never by a list.
const carriers = carrier.options
  .filter((value) => value !== "sealed")
  .map((value) => ({ value, label: carrierLabel[value] }));

/** Which fields get one value for all; a field not ticked stays as it is in each item. */
export function BulkFieldList({ fields, matters, onFields }: Props): ReactNode {
  const tick = (name: BulkName, isOn: boolean): void => {
    const { [name]: _, ...rest } = fields;
    onFields(isOn ? { ...rest, [name]: first[name] } : rest);
  };
  const set = (change: BulkFields): void => onFields({ ...fields, ...change });
  const controls: Record<BulkName, ReactNode> = {
    year: (
      <InputNumber
        aria-label={words.year}
        min={1900}
        max={2200}
        precision={0}
        value={fields.year ?? null}
        onChange={(year) => set({ year })}
      />
    ),
    retention: (
      <Segmented
        aria-label={words.retention}
        options={documentRetentions.map((value) => ({ value, label: retentionLabel(value) }))}
        value={fields.retention ?? "D10"}
        onChange={(retention: Retention) => set({ retention })}
      />
    ),
    matterId: (
      <Select
        aria-label={words.matterId}
        className="full"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={itemText.matterNone}
        value={fields.matterId ?? null}
        options={matters.map((each) => ({ value: each.id, label: `${each.category} ${each.code} ${each.name}` }))}
        onChange={(matterId: MatterId | undefined) => set({ matterId: matterId ?? null })}
      />
    ),
    creator: (
      <Input
        aria-label={words.creator}
        maxLength={200}
        value={fields.creator ?? ""}
        onChange={(event) => set({ creator: event.target.value })}
      />
    ),
    affair: (
      <Input
        aria-label={words.affair}
        maxLength={200}
        value={fields.affair ?? ""}
        onChange={(event) => set({ affair: event.target.value })}
      />
    ),
    access: (
      <Segmented
        aria-label={words.access}
        options={accesses}
        value={fields.access ?? "internal"}
        onChange={(access) => set({ access })}
      />
    ),
    carrier: (
      <Segmented
        aria-label={words.carrier}
        options={carriers}
        value={fields.carrier ?? "paper"}
        onChange={(next) => set({ carrier: next })}
      />
    ),
    remark: (
      <Input
        aria-label={words.remark}
        maxLength={500}
        value={fields.remark ?? ""}
        onChange={(event) => set({ remark: event.target.value })}
      />
    ),
  };
  return (
    <div className="bulk-fields">
      {(Object.keys(controls) as BulkName[]).map((name) => (
        <div key={name} className="bulk-field">
          <Checkbox checked={name in fields} onChange={(event) => tick(name, event.target.checked)}>
            {words[name]}
          </Checkbox>
          <div className="grow">{name in fields && controls[name]}</div>
        </div>
      ))}
    </div>
  );
}
