import { InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { CustodyRules } from "#contract/custody";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";
import { BindingFields } from "./binding-fields.tsx";

type Props = { readonly rules: CustodyRules; readonly isOpen: boolean; readonly onClose: () => void };
type Months = "safetyCheckMonths" | "stockTakeMonths" | "readabilityMonths";
const words = custodyText.rules;

/** What the archive room must keep to; every figure is to be checked against the local rule. */
export function RequirementsDialog({ rules, isOpen, onClose }: Props): ReactNode {
  const [typed, setTyped] = useState<Partial<CustodyRules>>({});
  const [write, isBusy] = useWrite();
  const now: CustodyRules = { ...rules, ...typed };
  const change = (more: Partial<CustodyRules>): void => setTyped((before) => ({ ...before, ...more }));
  const save = async (): Promise<void> => {
    if (await write("custody.set-rules", now, { said: () => words.saved, hasUndo: true })) onClose();
  };
  const range = (name: "temperature" | "humidity", label: string, unit: string): ReactNode => (
    <Field label={label} forId={`rule-${name}`}>
      <div className="row">
        <InputNumber
          id={`rule-${name}`}
          value={now[name].least}
          max={now[name].most}
          suffix={unit}
          onChange={(least) => least !== null && change({ [name]: { ...now[name], least } })}
        />
        <span className="quiet">{custodyText.to}</span>
        <InputNumber
          aria-label={`${label} ${custodyText.to}`}
          value={now[name].most}
          min={now[name].least}
          suffix={unit}
          onChange={(most) => most !== null && change({ [name]: { ...now[name], most } })}
        />
      </div>
    </Field>
  );
  const months = (name: Months, label: string): ReactNode => (
    <Field label={label} forId={`rule-${name}`}>
      <InputNumber
        id={`rule-${name}`}
        min={1}
        max={60}
        precision={0}
        suffix={words.months}
        value={now[name]}
        onChange={(count) => count !== null && change({ [name]: count })}
      />
    </Field>
  );
  const list = (name: "rooms" | "guards", label: string): ReactNode => (
    <Field label={label} forId={`rule-${name}`}>
      <Select
        id={`rule-${name}`}
        mode="tags"
        open={false}
        suffixIcon={null}
        value={[...now[name]]}
        onChange={(values: string[]) => values.length > 0 && change({ [name]: values })}
      />
    </Field>
  );
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={words.title}
      verb={custodyText.save}
      cancel={custodyText.cancel}
      isBusy={isBusy}
      onVerb={() => void save()}
      onCancel={onClose}
    >
      <div className="stack custody-rules">
        <p className="quiet">{words.line}</p>
        {list("rooms", custodyText.room)}
        {range("temperature", custodyText.climate.temperature, custodyText.climate.temperatureUnit)}
        {range("humidity", custodyText.climate.humidity, custodyText.climate.humidityUnit)}
        <Field label={words.readings} forId="rule-readings">
          <InputNumber
            id="rule-readings"
            min={0}
            max={4}
            precision={0}
            suffix={words.times}
            value={now.readingsPerDay}
            onChange={(readingsPerDay) => readingsPerDay !== null && change({ readingsPerDay })}
          />
        </Field>
        {list("guards", custodyText.safety.guards)}
        {months("safetyCheckMonths", words.safety)}
        {months("stockTakeMonths", words.stock)}
        {months("readabilityMonths", words.readability)}
        <BindingFields bindings={now.bindings} onBindings={(bindings) => change({ bindings })} />
      </div>
    </ConfirmDialog>
  );
}
