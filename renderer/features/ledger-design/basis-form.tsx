import { Input, InputNumber, Segmented, Select, Switch } from "antd";
import type { ReactNode } from "react";
import { type Ledger, ledgerBasis, ledgerBasisLabel, ledgerPeriodKind, mostLateDays } from "#contract/ledger";
import type { LedgerDesign } from "#contract/ledger-design";
import { documentRetentions, type Retention, retentionLabel } from "#contract/retention";
import { useRead } from "#bridge/use-read";
import { ledgerDesignText } from "#text/ledger-design";
import { Field } from "#ui/field";

const words = ledgerDesignText.basis;

type Props = {
  readonly ledger: Ledger;
  readonly design: LedgerDesign;
  readonly onChange: (part: Partial<LedgerDesign>) => void;
};

/** What for, on what basis, for how long: asked before anything else of a ledger (personal-data P1). */
export function BasisForm({ ledger, design, onChange }: Props): ReactNode {
  const row = useRead("schedule.read-row", design.scheduleRowId ? { id: design.scheduleRowId } : null).value?.row;
  const matters = (useRead("matter.list", {}).value ?? []).filter(({ fondsId }) => fondsId === ledger.fondsId);
  const terms: Retention[] = [...new Set([...documentRetentions, ...(design.retention ? [design.retention] : [])])];
  return (
    <div className="design-form is-broad stack wide">
      <Field label={words.name} forId="design-name">
        <Input
          id="design-name"
          maxLength={40}
          value={design.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field label={words.purpose} forId="design-purpose">
        <Input.TextArea
          id="design-purpose"
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={300}
          placeholder={words.purposeHint}
          value={design.purpose}
          onChange={(event) => onChange({ purpose: event.target.value })}
        />
      </Field>
      <Field label={words.basis} note={words.note[design.basis]}>
        <Segmented
          aria-label={words.basis}
          value={design.basis}
          options={ledgerBasis.options.map((value) => ({ value, label: ledgerBasisLabel[value] }))}
          onChange={(basis) => onChange({ basis })}
        />
      </Field>
      <Field label={words.words} forId="design-words">
        <Input.TextArea
          id="design-words"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          placeholder={words.wordsHint}
          value={design.basisWords}
          onChange={(event) => onChange({ basisWords: event.target.value })}
        />
      </Field>
      <Field
        label={words.retention}
        note={row && `${words.scheduleRow}：${row.content}${row.status === "confirmed" ? "" : words.unverified}`}
      >
        <Select
          aria-label={words.retention}
          value={design.retention ?? ""}
          options={[
            { value: "", label: words.noRetention },
            ...terms.map((term) => ({ value: term as string, label: retentionLabel(term) })),
          ]}
          onChange={(term) => onChange({ retention: term === "" ? null : (term as Retention) })}
        />
      </Field>
      <Field label={words.matter}>
        <Select
          aria-label={words.matter}
          className="full"
          value={design.matterId ?? ""}
          options={[
            { value: "", label: words.noMatter },
            ...matters.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onChange={(id) => onChange({ matterId: matters.find((each) => each.id === id)?.id ?? null })}
        />
      </Field>
      <Field label={words.period}>
        <Segmented
          aria-label={words.period}
          value={design.period}
          options={ledgerPeriodKind.options.map((value) => ({ value, label: words.periods[value] }))}
          onChange={(period) => onChange({ period })}
        />
      </Field>
      <Field
        label={words.late}
        forId="design-late"
        note={design.lateDays > mostLateDays ? words.lateOver(design.lateDays, mostLateDays) : words.lateNote}
        tone={design.lateDays > mostLateDays ? "look" : "quiet"}
      >
        <InputNumber
          id="design-late"
          min={0}
          max={Math.max(mostLateDays, ledger.lateDays)}
          precision={0}
          suffix={words.lateUnit}
          value={design.lateDays}
          onChange={(lateDays) => lateDays !== null && onChange({ lateDays })}
        />
      </Field>
      <Field label={words.identified} forId="design-identified" note={words.identifiedNote}>
        <Switch
          id="design-identified"
          checked={design.keepsIdentified}
          onChange={(keepsIdentified) => onChange({ keepsIdentified })}
        />
      </Field>
      <p className="small quiet">
        {words.code} <span className="code">{ledger.code}</span>　{words.source} {words.sourceOf(ledger.source)}
      </p>
    </div>
  );
}
