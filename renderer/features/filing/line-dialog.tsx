import { Button, Input, InputNumber, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import {
  type CollectionLine,
  type CollectionSourceId,
  type CollectionSourceKind,
  collectionSourceKind,
  collectionSourceLabel,
} from "#contract/collection-list";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { collectText, filingText } from "#text/filing";
import { Field } from "#ui/field";
import type { CollectScope } from "./collect-scope.ts";

type Props = {
  readonly scope: CollectScope;
  /** The line to change; without one a new line is entered. */
  readonly line?: CollectionLine;
  readonly onEnd: () => void;
};
const blank = { title: "", kind: "", copies: 0, pages: 0, dueOn: "" };
const pickOf = ({ title, kind, copies, pages, dueOn }: CollectionLine): typeof blank => ({
  title,
  kind,
  copies,
  pages,
  dueOn,
});

/** One line of what is to be handed in, changed or new; a new one leaves the dialog open for the next. */
export function LineDialog({ scope, line, onEnd }: Props): ReactNode {
  const { value: sources = [] } = useRead("collection.sources", { fondsId: scope.fondsId });
  const used = sources.filter((source) => source.isUsed);
  const [chosen, setChosen] = useState<CollectionSourceId | undefined>(line?.sourceId);
  const sourceId = chosen ?? used[0]?.id;
  const [fields, setFields] = useState(line ? pickOf(line) : blank);
  const [newKind, setNewKind] = useState<CollectionSourceKind>("party");
  const [newName, setNewName] = useState("");
  const [write, isBusy] = useWrite();
  const change = (part: Partial<typeof blank>): void => setFields((now) => ({ ...now, ...part }));
  const isDay = fields.dueOn === "" || /^\d{4}-\d{2}-\d{2}$/.test(fields.dueOn);
  const save = async (): Promise<void> => {
    if (!sourceId || fields.title.trim() === "" || !isDay) return;
    if (line) {
      const { id, revision } = line;
      const revise = { id, revision, fields: { sourceId, ...fields } };
      if (await write("collection.revise", revise, { hasUndo: true, said: () => collectText.revised })) onEnd();
      return;
    }
    const { category, year } = scope;
    const said = ({ hasPersonalWords }: { hasPersonalWords: boolean }): string =>
      hasPersonalWords ? collectText.personal : collectText.saved;
    const done = await write("collection.add", { sourceId, category, year, ...fields }, { hasUndo: true, said });
    if (done) setFields({ ...blank, dueOn: fields.dueOn });
  };
  const addSource = async (): Promise<void> => {
    if (newName.trim() === "") return;
    const input = { fondsId: scope.fondsId, kind: newKind, name: newName };
    const source = await write("collection.add-source", input);
    if (!source) return;
    setChosen(source.id);
    setNewName("");
  };
  return (
    <Modal
      open
      className="filing-form"
      width={640}
      title={line ? collectText.reviseTitle : collectText.add}
      okText={line ? collectText.reviseVerb : collectText.save}
      cancelText={filingText.cancel}
      okButtonProps={{ loading: isBusy, disabled: !sourceId || fields.title.trim() === "" || !isDay }}
      onOk={() => void save()}
      onCancel={onEnd}
    >
      <Field label={collectText.source} forId="line-source">
        <Select
          id="line-source"
          value={sourceId ?? null}
          options={used.map((source) => ({
            value: source.id,
            label: `${source.name}（${collectionSourceLabel[source.kind]}）`,
          }))}
          onChange={setChosen}
        />
      </Field>
      <Field label={collectText.newSource} forId="source-name">
        <div className="row">
          <Select
            aria-label={collectText.sourceKind}
            value={newKind}
            popupMatchSelectWidth={false}
            options={collectionSourceKind.options.map((kind) => ({ value: kind, label: collectionSourceLabel[kind] }))}
            onChange={setNewKind}
          />
          <Input
            id="source-name"
            value={newName}
            placeholder={collectText.sourceName}
            onChange={(event) => setNewName(event.target.value)}
            onPressEnter={() => void addSource()}
          />
          <Button disabled={newName.trim() === ""} onClick={() => void addSource()}>
            {collectText.addSource}
          </Button>
        </div>
      </Field>
      <Field label={collectText.name} forId="line-title">
        <Input id="line-title" value={fields.title} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field label={collectText.kind} forId="line-kind">
        <Input id="line-kind" value={fields.kind} onChange={(event) => change({ kind: event.target.value })} />
      </Field>
      <Field label={collectText.copies} forId="line-copies">
        <InputNumber
          id="line-copies"
          min={0}
          precision={0}
          value={fields.copies}
          onChange={(copies) => change({ copies: copies ?? 0 })}
        />
      </Field>
      <Field label={collectText.pages} forId="line-pages">
        <InputNumber
          id="line-pages"
          min={0}
          precision={0}
          value={fields.pages}
          onChange={(pages) => change({ pages: pages ?? 0 })}
        />
      </Field>
      <Field label={collectText.dueOn} forId="line-due">
        <Input
          id="line-due"
          type="date"
          value={fields.dueOn}
          onChange={(event) => change({ dueOn: event.target.value })}
        />
      </Field>
    </Modal>
  );
}
