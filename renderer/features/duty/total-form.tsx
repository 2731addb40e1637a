import { Button, Input, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { FondsId } from "#contract/fonds";
import { type TypedTotalCode, typedTotalLabel } from "#contract/typed-total";
import { useWrite } from "#bridge/use-write";
import { dutyText } from "#text/duty";
import { Field } from "#ui/field";
import { PaperField, type Paper } from "./paper-field.tsx";

type Props = { readonly fondsId: FondsId; readonly year: number };
const hasLabel = new Set<TypedTotalCode>(["ethnicity", "other"]);

/** One total with its source; a people's only with the paper itself. */
export function TotalForm({ fondsId, year }: Props): ReactNode {
  const [code, setCode] = useState<TypedTotalCode>("households");
  const [label, setLabel] = useState("");
  const [value, setValue] = useState<number | null>(null);
  const [source, setSource] = useState("");
  const [paper, setPaper] = useState<Paper>();
  const [write, isBusy] = useWrite();
  const save = async (): Promise<void> => {
    if (value === null) return;
    const done = await write(
      "typed-total.type",
      { fondsId, year, code, label: hasLabel.has(code) ? label : "", value, source, itemId: paper?.id ?? null },
      { said: () => dutyText.typed, hasUndo: true },
    );
    if (!done) return;
    setValue(null);
    setLabel("");
  };
  return (
    <div className="stack">
      <Field label={dutyText.total} forId="total-code">
        <Select
          id="total-code"
          className="full"
          value={code}
          options={Object.entries(typedTotalLabel).map(([each, name]) => ({ value: each, label: name }))}
          onChange={(next: string) => setCode(next as TypedTotalCode)}
        />
      </Field>
      {hasLabel.has(code) && (
        <Field label={dutyText.totalLabel} forId="total-label">
          <Input id="total-label" maxLength={40} value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
      )}
      <Field label={dutyText.value} forId="total-value">
        <InputNumber id="total-value" min={0} precision={0} value={value} onChange={setValue} />
      </Field>
      <Field label={dutyText.source} forId="total-source">
        <Input id="total-source" maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />
      </Field>
      <PaperField id="total-paper" value={paper} onPaper={setPaper} />
      <div className="row">
        <Button disabled={isBusy || value === null} onClick={() => void save()}>
          {dutyText.type}
        </Button>
      </div>
    </div>
  );
}
