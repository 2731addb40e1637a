import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button, Input, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import { type Item, type PartKind, partKind } from "#contract/item";
import { itemCases, sortParts } from "#contract/item-case";
import { useWrite } from "#bridge/use-write";
import { itemCaseText } from "#text/item-case";
import { Field } from "#ui/field";

type Props = { readonly item: Item; readonly onDone: (item: Item) => void; readonly onCancel: () => void };
type Part = Item["parts"][number];

const cases = itemCases.map(({ name }) => ({ value: name, label: name }));
const kindsOf = (kinds: readonly PartKind[]): { value: PartKind; label: string }[] =>
  kinds.map((value) => ({ value, label: value }));

/** Parts that are not of the case take its words in the order they lie: the first the first, the rest the last. */
function nameByCase(parts: readonly Part[], kinds: readonly PartKind[]): Part[] {
  const last = kinds.at(-1);
  if (last === undefined) return [...parts];
  return parts.map((part, at) => (kinds.includes(part.kind) ? part : { ...part, kind: kinds[at] ?? last }));
}

/** 件的情形: the case proposes words and order of the parts; the clerk's own order wins. */
export function CaseDialog({ item, onDone, onCancel }: Props): ReactNode {
  const [parts, setParts] = useState<readonly Part[]>(item.parts);
  const [name, setName] = useState<string>();
  const [write, isBusy] = useWrite();
  const chosen = itemCases.find((each) => each.name === name);
  const options = kindsOf(partKind.options);
  const choose = (next: string): void => {
    setName(next);
    const kinds = itemCases.find((each) => each.name === next)?.parts ?? [];
    if (kinds.length > 0) setParts((now) => sortParts(nameByCase(now, kinds)));
  };
  const move = (at: number, by: number): void =>
    setParts((now) => {
      const part = now[at];
      return part && now[at + by] ? now.toSpliced(at, 1).toSpliced(at + by, 0, part) : now;
    });
  const change = (at: number, part: Partial<Part>): void =>
    setParts((now) => now.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const save = async (): Promise<void> => {
    const { id, revision } = item;
    const arranged = parts.map(({ kind, title, pages, files }) => ({
      kind,
      title,
      pageIds: pages.map((page) => page.id),
      fileIds: files.map((file) => file.id),
    }));
    const done = await write(
      "item.arrange",
      { id, revision, parts: arranged },
      { hasUndo: true, said: () => itemCaseText.partsDone },
    );
    if (done) onDone(done);
  };
  return (
    <Modal
      open
      title={itemCaseText.partsTitle}
      width="min(720px, 92vw)"
      okText={itemCaseText.partsVerb}
      cancelText={itemCaseText.cancel}
      okButtonProps={{ disabled: parts.length === 0, loading: isBusy }}
      onOk={() => void save()}
      onCancel={onCancel}
    >
      <Field
        label={itemCaseText.partsCase}
        forId="item-case"
        note={chosen && [chosen.rule, chosen.parts.length === 0 && itemCaseText.partsNone].filter(Boolean).join("")}
      >
        <Select id="item-case" className="full" value={name ?? null} options={cases} onChange={choose} />
      </Field>
      <ol className="case-parts">
        {parts.map((part, at) => (
          <li key={`${part.kind}${part.pages[0]?.id ?? part.files[0]?.id ?? at}`} className="row">
            <Select
              aria-label={itemCaseText.partsTitle}
              className="case-kind"
              value={part.kind}
              options={options}
              onChange={(kind) => change(at, { kind })}
            />
            <Input
              className="grow"
              aria-label={itemCaseText.partTitle}
              placeholder={itemCaseText.partTitle}
              maxLength={200}
              value={part.title}
              onChange={(event) => change(at, { title: event.target.value })}
            />
            <span className="quiet figures">{itemCaseText.pages(part.pages.length + part.files.length)}</span>
            <Button
              type="text"
              aria-label={itemCaseText.up}
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <Button
              type="text"
              aria-label={itemCaseText.down}
              icon={<ArrowDownOutlined />}
              disabled={at === parts.length - 1}
              onClick={() => move(at, 1)}
            />
          </li>
        ))}
      </ol>
      <Button onClick={() => setParts((now) => sortParts(now))}>{itemCaseText.partsSort}</Button>
    </Modal>
  );
}
