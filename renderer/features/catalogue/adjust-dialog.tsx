import { Button, Input, InputNumber, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { Form } from "#contract/form";
import type { FormAdjustment, FormFont } from "#contract/form-adjustment";
import { ask } from "#bridge/call";
import { sayDone, wordsOf } from "#bridge/notices";
import { catalogueText } from "#text/catalogue";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";

type Props = { readonly form: Form; readonly onClose: () => void };

/** 版式调整: words, font and column widths of one form; what the standard fixes is not offered. */
export function AdjustDialog({ form, onClose }: Props): ReactNode {
  const [texts, setTexts] = useState(form.adjustment.texts);
  const [font, setFont] = useState<FormFont>(form.adjustment.font);
  const [widths, setWidths] = useState(form.adjustment.widths);
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const widthOf = (key: string, shippedMm: number): number => widths[key] ?? shippedMm;
  const sum = form.columns.reduce((all, { key, shippedMm }) => all + widthOf(key, shippedMm), 0);
  const isTooWide = sum > form.roomMm + 1e-6;

  const keep = async (adjustment: FormAdjustment | null): Promise<void> => {
    try {
      await ask("form.adjust", { formId: form.id, adjustment });
      sayDone(adjustment === null ? catalogueText.wasReset : catalogueText.kept);
      onClose();
    } catch (thrown) {
      setProblem(wordsOf(thrown));
    }
  };
  return (
    <Modal
      open
      width={680}
      centered
      styles={{ body: { maxHeight: "66vh", overflow: "auto" } }}
      title={catalogueText.adjustTitle(form.name)}
      onCancel={onClose}
      footer={[
        <Button key="reset" disabled={!form.isAdjusted} onClick={() => void keep(null)}>
          {catalogueText.reset}
        </Button>,
        <Button key="cancel" autoFocus onClick={onClose}>
          {catalogueText.cancel}
        </Button>,
        <Button key="keep" type="primary" disabled={isTooWide} onClick={() => void keep({ texts, font, widths })}>
          {catalogueText.keep}
        </Button>,
      ]}
    >
      <div className="stack wide adjust-form">
        <p className="quiet small">{catalogueText.adjustNote}</p>
        {problem && <Problem {...problem} />}
        {form.texts.length > 0 && (
          <section className="stack" aria-label={catalogueText.texts}>
            <h2>{catalogueText.texts}</h2>
            {form.texts.map(({ key, label, shipped, isPassage }) => (
              <Field key={key} label={label} forId={`text-${key}`}>
                {isPassage ? (
                  <Input.TextArea
                    id={`text-${key}`}
                    value={texts[key] ?? shipped}
                    maxLength={2000}
                    autoSize={{ minRows: 2, maxRows: 8 }}
                    onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
                  />
                ) : (
                  <Input
                    id={`text-${key}`}
                    value={texts[key] ?? shipped}
                    maxLength={400}
                    onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <p className="quiet small">{catalogueText.fields(form.texts[0]?.fields ?? [])}</p>
          </section>
        )}
        <Field label={catalogueText.font} forId="form-font">
          <Select
            id="form-font"
            className="full"
            value={font}
            options={(["serif", "sans"] as const).map((value) => ({ value, label: catalogueText.fonts[value] }))}
            onChange={setFont}
          />
        </Field>
        {form.columns.length > 0 && (
          <section className="stack" aria-label={catalogueText.widths}>
            <h2>{catalogueText.widths}</h2>
            <div className="width-grid">
              {form.columns.map(({ key, heading, shippedMm, leastMm }) => (
                <label key={key} className="stack small">
                  <span>{heading}</span>
                  <InputNumber
                    min={leastMm}
                    max={form.roomMm}
                    precision={1}
                    value={widthOf(key, shippedMm)}
                    onChange={(mm) => setWidths({ ...widths, [key]: mm ?? shippedMm })}
                  />
                  <span className="quiet">{catalogueText.least(leastMm)}</span>
                </label>
              ))}
            </div>
            <p className={`small ${isTooWide ? "tone-destroy" : "quiet"}`} role="status">
              {catalogueText.widthSum(Math.round(sum * 10) / 10, form.roomMm)}
            </p>
          </section>
        )}
      </div>
    </Modal>
  );
}
