import { Button, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import type { Form } from "#contract/form";
import { catalogueText } from "#text/catalogue";
import { Field } from "#ui/field";
import type { Shown } from "./use-preview.ts";

type Options = Shown["options"];
type Props = { readonly form: Form; readonly options: Options; readonly onOptions: (options: Options) => void };

/** Where on a label sheet to begin, which sheet, and the test strip that is printed before the good paper. */
export function LabelOptions({ form, options, onOptions }: Props): ReactNode {
  const { isTestStrip, skipLabels, sheet } = options;
  return (
    <>
      {form.isLabelSheet && (
        <>
          <Field label={catalogueText.sheet} forId="label-sheet">
            <Select
              id="label-sheet"
              className="full"
              value={sheet}
              options={(["A4", "A3"] as const).map((value) => ({ value, label: catalogueText.sheets[value] }))}
              onChange={(value) => onOptions({ ...options, sheet: value })}
            />
          </Field>
          <Field
            label={catalogueText.skip}
            forId="label-skip"
            note={skipLabels > 0 && catalogueText.skipNote(skipLabels)}
          >
            <InputNumber
              id="label-skip"
              className="full"
              min={1}
              max={201}
              precision={0}
              value={skipLabels + 1}
              onChange={(place) => onOptions({ ...options, skipLabels: (place ?? 1) - 1 })}
            />
          </Field>
        </>
      )}
      <Button onClick={() => onOptions({ ...options, isTestStrip: !isTestStrip })}>
        {isTestStrip ? catalogueText.testStripOff : catalogueText.testStrip}
      </Button>
      {isTestStrip && <p className="quiet small">{catalogueText.testStripNote}</p>}
    </>
  );
}
