import { Input, Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import { parseClerkDate } from "#contract/archival-date";
import type { Asked } from "#contract/contract";
import type { Item, ItemId } from "#contract/item";
import { documentRetentions, retentionLabel } from "#contract/retention";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { filingText, orderText } from "#text/filing";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";
import { RecordHistory } from "./record-history.tsx";

type Props = { readonly itemId: ItemId; readonly onEnd: () => void };

/** 更正 of one record of a closed year: what is wrong, what it should be, and why. */
export function CorrectDialog({ itemId, onEnd }: Props): ReactNode {
  const { value: item, problem } = useRead("item.read", { id: itemId });
  if (problem)
    return (
      <Modal open title={orderText.correctTitle} onCancel={onEnd} onOk={onEnd}>
        <Problem {...problem} />
      </Modal>
    );
  return item ? <CorrectForm item={item} onEnd={onEnd} /> : null;
}

type Fields = Asked<"filing-year.correct">["fields"];
const textNames = ["title", "creator", "documentNumber", "remark"] as const;

function CorrectForm({ item, onEnd }: { readonly item: Item; readonly onEnd: () => void }): ReactNode {
  const [fields, setFields] = useState<Fields>({});
  const [reason, setReason] = useState("");
  const [write, isBusy] = useWrite();
  const { value: matters } = useRead("matter.list", {});
  const [typedDate, setTypedDate] = useState<string>(item.documentDate);
  const date = parseClerkDate(typedDate);
  const change = (part: Fields): void => setFields((now) => ({ ...now, ...part }));
  const asFar = { ...fields, ...(date !== null && date !== item.documentDate && { documentDate: date }) };
  const mayCorrect = reason.trim() !== "" && date !== null && Object.keys(asFar).length > 0;
  const correct = async (): Promise<void> => {
    if (!mayCorrect) return;
    const asked = { itemId: item.id, revision: item.revision, fields: asFar, reason };
    const done = await write("filing-year.correct", asked, {
      said: (corrected) => orderText.corrected(corrected.archivalCode),
    });
    if (done) onEnd();
  };
  const terms = [...new Set([...documentRetentions, ...(item.retention ? [item.retention] : [])])];
  return (
    <Modal
      open
      className="filing-form"
      width={680}
      title={`${orderText.correctTitle} ${item.archivalCode}`}
      okText={orderText.correctVerb}
      cancelText={filingText.cancel}
      okButtonProps={{ danger: true, loading: isBusy, disabled: !mayCorrect }}
      onOk={() => void correct()}
      onCancel={onEnd}
    >
      <p>{orderText.correctLine}</p>
      <RecordHistory itemId={item.id} />
      {textNames.map((name) => (
        <Field key={name} label={orderText.fields[name]} forId={`correct-${name}`}>
          <Input
            id={`correct-${name}`}
            value={fields[name] ?? item[name]}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        </Field>
      ))}
      {item.access === "restricted" && (
        <Field label={orderText.fields.neutralTitle} forId="correct-neutral">
          <Input
            id="correct-neutral"
            value={fields.neutralTitle ?? item.neutralTitle}
            onChange={(event) => change({ neutralTitle: event.target.value })}
          />
        </Field>
      )}
      <Field
        label={orderText.fields.documentDate}
        forId="correct-date"
        note={date === null ? orderText.noDate : date === typedDate ? "" : date}
        tone={date === null ? "look" : "quiet"}
      >
        <Input id="correct-date" value={typedDate} onChange={(event) => setTypedDate(event.target.value)} />
      </Field>
      <Field label={orderText.fields.retention} forId="correct-retention">
        <Select
          id="correct-retention"
          value={fields.retention ?? item.retention}
          options={terms.map((term) => ({ value: term, label: retentionLabel(term) }))}
          onChange={(retention) => change({ retention })}
        />
      </Field>
      <Field label={orderText.fields.matterId} forId="correct-matter">
        <Select
          id="correct-matter"
          value={fields.matterId ?? item.matterId}
          options={(matters ?? [])
            .filter((matter) => matter.fondsId === item.fondsId && matter.category === item.category)
            .map((matter) => ({ value: matter.id, label: matter.name }))}
          onChange={(matterId) => change({ matterId })}
        />
      </Field>
      <p className="dialog-note">{orderText.correctMoves}</p>
      <Field label={orderText.reason} forId="correct-reason">
        <Input id="correct-reason" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Modal>
  );
}
