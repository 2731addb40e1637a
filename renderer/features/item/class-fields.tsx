import { Input, InputNumber, Radio, Select } from "antd";
import type { ReactNode } from "react";
import type { Fonds, MatterId } from "#contract/fonds";
import { carrier, carrierLabel } from "#contract/place-of-item";
import { documentRetentions, type Retention, retentionLabel, retentionRank } from "#contract/retention";
import { useProposals } from "#bridge/use-proposals";
import { useRead } from "#bridge/use-read";
import { itemText } from "#text/item";
import { Field } from "#ui/field";
import { ProposalList } from "#ui/proposal-list";
import type { Edits, FieldName, FormFields } from "./merge-edits.ts";

type Props = {
  readonly fields: FormFields;
  readonly allFonds: readonly Fonds[];
  readonly type: (edits: Edits) => void;
};
type MoreProps = Props & { readonly leave: (name: FieldName) => () => void; readonly isSealed: boolean };

const words = itemText.fields;

/** The three terms of 文书, and the item's own where another rule gave it (Order 79 knows 5 years). */
function termsFor(own: Retention | null): readonly { value: Retention; label: string }[] {
  const terms = new Set<Retention>([...documentRetentions, ...(own ? [own] : [])]);
  return [...terms]
    .sort((a, b) => retentionRank(a) - retentionRank(b))
    .map((value) => ({ value, label: retentionLabel(value) }));
}

/** 保管期限 and 机构(问题): what decides in which lowest class an item is numbered. */
export function ClassFields({ fields, type }: Props): ReactNode {
  const matters = useRead("matter.list", {}).value ?? [];
  const own = matters.filter(
    (matter) =>
      matter.fondsId === fields.fondsId &&
      matter.category === fields.category &&
      (matter.closedOn === "" || matter.id === fields.matterId),
  );
  const proposals = useProposals(fields, own, type);
  return (
    <>
      <Field label={words.retention}>
        <Radio.Group
          data-field="retention"
          aria-label={words.retention}
          optionType="button"
          options={[...termsFor(fields.retention)]}
          value={fields.retention}
          // The engine settles whether the row still gives this term; a minimum stays one.
          onChange={(event) => type({ retention: event.target.value as Retention })}
        />
        <ProposalList {...proposals} />
      </Field>
      <Field label={words.matterId} forId="matterId">
        <Select
          id="matterId"
          data-field="matterId"
          className="full"
          allowClear
          placeholder={itemText.matterNone}
          value={fields.matterId}
          options={own.map((matter) => ({ value: matter.id, label: `${matter.code} ${matter.name}` }))}
          onChange={(matterId: MatterId | undefined) => type({ matterId: matterId ?? null })}
        />
      </Field>
    </>
  );
}

/** 事由, 载体, thickness, 全宗 and 门类: asked more rarely, so they stand last. */
export function RarerFields({ fields, allFonds, type, leave, isSealed }: MoreProps): ReactNode {
  const categories = useRead("category.list", {}).value ?? [];
  const used = categories.filter((each) => each.isUsed || each.code === fields.category);
  // A packet is sealed by two persons on its own page, and opened there.
  const carriers = carrier.options.filter((value) => value !== "sealed" || isSealed);
  return (
    <>
      <Field label={words.affair} forId="affair" note={itemText.affairNote}>
        <Input
          id="affair"
          data-field="affair"
          maxLength={200}
          value={fields.affair}
          onChange={(event) => type({ affair: event.target.value })}
          onBlur={leave("affair")}
        />
      </Field>
      <Field label={words.carrier} forId="carrier">
        <Select
          id="carrier"
          data-field="carrier"
          className="full"
          disabled={isSealed}
          value={fields.carrier}
          options={carriers.map((value) => ({ value, label: carrierLabel[value] }))}
          onChange={(value) => type({ carrier: value })}
        />
      </Field>
      <Field label={words.thicknessMm} forId="thicknessMm">
        <InputNumber
          id="thicknessMm"
          data-field="thicknessMm"
          min={0.1}
          max={1000}
          placeholder={itemText.thicknessHint}
          value={fields.thicknessMm}
          onChange={(thicknessMm) => type({ thicknessMm })}
          onBlur={leave("thicknessMm")}
        />
      </Field>
      {allFonds.length > 1 && (
        <Field label={words.fondsId} forId="fondsId">
          <Select
            id="fondsId"
            className="full"
            value={fields.fondsId}
            options={allFonds.map((each) => ({
              value: each.id,
              label: [each.code, each.name].filter(Boolean).join(" "),
            }))}
            onChange={(fondsId) => type({ fondsId, matterId: null })}
          />
        </Field>
      )}
      <Field label={words.category} forId="category">
        <Select
          id="category"
          data-field="category"
          className="full"
          value={fields.category}
          options={used.map((each) => ({ value: each.code, label: `${each.name} ${each.code}` }))}
          onChange={(category) => type({ category, matterId: null, scheduleRowId: null })}
        />
      </Field>
    </>
  );
}
