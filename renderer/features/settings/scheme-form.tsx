import { Button, Checkbox, Input, Radio } from "antd";
import { type ReactNode, useState } from "react";
import { levelOrder, levelOrderLabel, type LevelOrder, type Scheme } from "#contract/scheme";
import { useWrite } from "#bridge/use-write";
import { schemeText } from "#text/scheme";
import { Field } from "#ui/field";

type Props = { readonly newest: Scheme; readonly onDone: () => void };

/** Another order of levels, from a year on; what cannot be is refused by the engine with the year that stands against it. */
export function SchemeForm({ newest, onDone }: Props): ReactNode {
  const [form, setForm] = useState({
    levelOrder: newest.levelOrder,
    isFromBeginning: newest.fromYear === 0,
    year: String(newest.fromYear || new Date().getFullYear()),
    name: newest.name,
    source: newest.source,
    note: newest.note,
  });
  const [write, isBusy] = useWrite();
  const isYear = form.isFromBeginning || /^(?:19|20|21)\d{2}$/.test(form.year);
  const mayGo = isYear && form.name.trim() !== "";
  const save = async (): Promise<void> => {
    if (!mayGo) return;
    const { levelOrder: order, name, source, note } = form;
    const fromYear = form.isFromBeginning ? 0 : Number(form.year);
    const { fondsId, categories } = newest;
    const saved = await write(
      "scheme.revise",
      { fondsId, categories: [...categories], levelOrder: order, fromYear, name, source, note },
      { hasUndo: true, said: (kept) => schemeText.saved(kept.name) },
    );
    if (saved) onDone();
  };
  return (
    <form
      className="fonds-card stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={schemeText.levels}>
        <Radio.Group
          className="stack"
          aria-label={schemeText.levels}
          value={form.levelOrder}
          onChange={(event) => setForm({ ...form, levelOrder: event.target.value as LevelOrder })}
        >
          {levelOrder.options.map((order) => (
            <Radio key={order} value={order}>
              {levelOrderLabel[order]}
            </Radio>
          ))}
        </Radio.Group>
      </Field>
      <Field
        label={schemeText.fromYear}
        forId="from-year"
        note={isYear ? undefined : schemeText.fromYearWrong}
        tone="look"
      >
        <div className="row">
          <Input
            id="from-year"
            className="matter-code"
            maxLength={4}
            disabled={form.isFromBeginning}
            value={form.isFromBeginning ? "" : form.year}
            onChange={(event) => setForm({ ...form, year: event.target.value })}
          />
          <Checkbox
            checked={form.isFromBeginning}
            onChange={(event) => setForm({ ...form, isFromBeginning: event.target.checked })}
          >
            {schemeText.fromBeginning}
          </Checkbox>
        </div>
      </Field>
      {(["name", "source", "note"] as const).map((key) => (
        <Field key={key} label={schemeText[key]} forId={`scheme-${key}`}>
          <Input
            id={`scheme-${key}`}
            maxLength={{ name: 60, source: 200, note: 500 }[key]}
            placeholder={key === "source" ? schemeText.sourceHint : ""}
            value={form[key]}
            onChange={(event) => setForm({ ...form, [key]: event.target.value })}
          />
        </Field>
      ))}
      <div className="row">
        <span className="grow" />
        <Button onClick={onDone}>{schemeText.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={!mayGo} loading={isBusy}>
          {schemeText.save}
        </Button>
      </div>
    </form>
  );
}
