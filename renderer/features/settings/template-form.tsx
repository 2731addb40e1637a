import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { isTemplateFor, shippedTemplate } from "#contract/code-template";
import type { Category, Fonds } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { categoryText } from "#text/scheme";
import { settingsText } from "#text/settings";
import { Field } from "#ui/field";
import { sampleCode } from "./sample-code.ts";

type Props = {
  readonly category: Category;
  readonly fonds: Fonds;
  readonly matterCode: string;
  readonly onDone: () => void;
};

/** The 档号 template of one 门类, with what it makes shown while it is written. */
export function TemplateForm({ category, fonds, matterCode, onDone }: Props): ReactNode {
  const shipped = shippedTemplate(fonds.codeStandard, category.unit);
  const [template, setTemplate] = useState(category.codeTemplate || shipped);
  const [write, isBusy] = useWrite();
  const isRight = isTemplateFor(template.trim(), category.unit);
  const year = new Date().getFullYear();
  const sample = sampleCode(
    fonds.codeStandard,
    { fondsCode: fonds.code, year, matterCode },
    { ...category, codeTemplate: template.trim() },
  );
  const save = async (): Promise<void> => {
    if (!isRight) return;
    const codeTemplate = template.trim() === shipped ? "" : template.trim();
    const saved = await write(
      "category.revise",
      { code: category.code, codeTemplate },
      { hasUndo: true, said: (kept) => categoryText.saved(kept.name) },
    );
    if (saved) onDone();
  };
  return (
    <form
      className="fonds-card stack wide"
      aria-label={categoryText.template(category.name)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h4>
        {categoryText.template(category.name)} <span className="mark mark-look">{settingsText.toCheck}</span>
      </h4>
      <Field
        label={categoryText.templateLabel}
        forId="template"
        note={isRight ? categoryText.templateNote : categoryText.templateWrong}
        tone={isRight ? "quiet" : "look"}
      >
        <Input
          id="template"
          className="code-input"
          autoFocus
          maxLength={200}
          value={template}
          status={isRight ? "" : "warning"}
          onChange={(event) => setTemplate(event.target.value)}
        />
      </Field>
      <Field label={categoryText.sample}>
        <output className="archival-code">{isRight ? sample : "—"}</output>
      </Field>
      <div className="row">
        <Button onClick={() => setTemplate(shipped)}>{categoryText.templateShipped}</Button>
        <span className="grow" />
        <Button onClick={onDone}>{categoryText.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={!isRight} loading={isBusy}>
          {categoryText.save}
        </Button>
      </div>
    </form>
  );
}
