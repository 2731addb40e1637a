import { Input, Modal, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { type ArchivalDate, parseClerkDate, unknownDate } from "#contract/archival-date";
import { type Compilation, type CompilationKind, compilationKind, compilationKindLabel } from "#contract/compilation";
import type { FondsId } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { compilationText } from "#text/compilation";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly fondsId: FondsId;
  /** The one to change; undefined makes a new one. */
  readonly before: Compilation | undefined;
  readonly personName: string;
  readonly onDone: (made: Compilation) => void;
  readonly onCancel: () => void;
};

const read = (typed: string): ArchivalDate | null => parseClerkDate(typed);

/** What a compilation is called and which time it speaks of. */
export function CompilationDialog({ fondsId, before, personName, onDone, onCancel }: Props): ReactNode {
  const [kind, setKind] = useState<CompilationKind>(before?.kind ?? "chronicle");
  const [title, setTitle] = useState(before?.title ?? "");
  const [fromDate, setFrom] = useState<ArchivalDate>(before?.fromDate ?? unknownDate);
  const [toDate, setTo] = useState<ArchivalDate>(before?.toDate ?? unknownDate);
  const [compiledBy, setCompiledBy] = useState(before?.compiledBy ?? personName);
  const [write, isBusy] = useWrite();
  const name = title.trim() || `${fromDate}${compilationKindLabel[kind]}`;
  const save = async (): Promise<void> => {
    const fields = { fondsId, kind, title: name, fromDate, toDate, compiledBy };
    const options = { hasUndo: true, said: () => compilationText.made(name) };
    const done = before
      ? await write("compilation.revise", { ...fields, id: before.id, revision: before.revision }, options)
      : await write("compilation.make", fields, options);
    if (done) onDone(done);
  };
  return (
    <Modal
      open
      title={before ? compilationText.editTitle : compilationText.makeTitle}
      okText={compilationText.save}
      cancelText={compilationText.cancel}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onCancel}
    >
      <div className="stack wide">
        <Field label={compilationText.kind}>
          <Segmented
            aria-label={compilationText.kind}
            value={kind}
            options={compilationKind.options.map((value) => ({ value, label: compilationKindLabel[value] }))}
            onChange={setKind}
          />
        </Field>
        <TypedField
          id="compilation-from"
          label={compilationText.from}
          value={fromDate}
          read={read}
          onValue={(date) => setFrom(date as ArchivalDate)}
          hint={compilationText.periodHint}
          unreadable={compilationText.dateUnreadable}
        />
        <TypedField
          id="compilation-to"
          label={compilationText.to}
          value={toDate}
          read={read}
          onValue={(date) => setTo(date as ArchivalDate)}
          hint={compilationText.periodHint}
          unreadable={compilationText.dateUnreadable}
        />
        <Field label={compilationText.name} forId="compilation-title">
          <Input
            id="compilation-title"
            maxLength={100}
            value={title}
            placeholder={name}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={() => void save()}
          />
        </Field>
        <Field label={compilationText.compiledBy} forId="compilation-by">
          <Input
            id="compilation-by"
            maxLength={80}
            value={compiledBy}
            onChange={(event) => setCompiledBy(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  );
}
