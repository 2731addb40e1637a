import { Input, InputNumber, Modal, Select, Space } from "antd";
import { type ReactNode, useState } from "react";
import { parseClerkDate } from "#contract/archival-date";
import type { Item } from "#contract/item";
import { useWrite } from "#bridge/use-write";
import { sayDay } from "#text/format";
import { itemCaseText } from "#text/item-case";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly item: Item;
  /** A packet that was opened is sealed anew; else a draft becomes a packet. */
  readonly isAgain: boolean;
  readonly onDone: (item: Item | undefined) => void;
  readonly onCancel: () => void;
};

/** A day written in any shape; a month or a year alone is not a day something was done on. */
export const readDay = (typed: string): string | null => {
  const date = parseClerkDate(typed);
  return date !== null && date.length === 10 ? date : null;
};

/** 封存: what is inside, when, by whom, under which label. */
export function SealDialog({ item, isAgain, onDone, onCancel }: Props): ReactNode {
  const [labelNumber, setLabel] = useState("");
  const [count, setCount] = useState(item.paperPageCount || 1);
  const [unit, setUnit] = useState<string>(itemCaseText.units[0]);
  const [sealedOn, setDay] = useState(sayDay(new Date().toISOString()));
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [write, isBusy] = useWrite();
  const isWhole = [labelNumber, first, second].every((each) => each.trim() !== "");
  const seal = async (): Promise<void> => {
    const sealers: [string, string] = [first, second];
    const given = { itemId: item.id, labelNumber, count, unit, sealedOn, sealers };
    const said = (): string => itemCaseText.sealDone(labelNumber);
    if (isAgain) {
      if (await write("sealed-packet.reseal", given, { said })) onDone(undefined);
      return;
    }
    const done = await write("sealed-packet.seal", { ...given, revision: item.revision }, { hasUndo: true, said });
    if (done) onDone(done);
  };
  return (
    <Modal
      open
      title={isAgain ? itemCaseText.resealTitle : itemCaseText.sealTitle}
      okText={itemCaseText.sealVerb}
      cancelText={itemCaseText.cancel}
      okButtonProps={{ disabled: !isWhole, loading: isBusy }}
      onOk={() => void seal()}
      onCancel={onCancel}
    >
      <p className="quiet">{itemCaseText.sealLine}</p>
      <div className="dialog-fields">
        <Field label={itemCaseText.label} forId="seal-label">
          <Input
            id="seal-label"
            autoFocus
            maxLength={40}
            value={labelNumber}
            onChange={(event) => setLabel(event.target.value)}
          />
        </Field>
        <Field label={itemCaseText.count} forId="seal-count">
          <Space.Compact>
            <InputNumber
              id="seal-count"
              min={1}
              max={1_000_000}
              precision={0}
              value={count}
              onChange={(next) => setCount(next ?? 1)}
            />
            <Select
              aria-label={itemCaseText.unit}
              value={unit}
              options={itemCaseText.units.map((value) => ({ value, label: value }))}
              onChange={setUnit}
            />
          </Space.Compact>
        </Field>
        <TypedField
          id="sealedOn"
          label={itemCaseText.sealedOn}
          value={sealedOn}
          read={readDay}
          hint={itemCaseText.dateHint}
          unreadable={itemCaseText.dateUnreadable}
          onValue={setDay}
        />
        <Field label={itemCaseText.firstSealer} forId="seal-first">
          <Input id="seal-first" maxLength={40} value={first} onChange={(event) => setFirst(event.target.value)} />
        </Field>
        <Field label={itemCaseText.secondSealer} forId="seal-second">
          <Input id="seal-second" maxLength={40} value={second} onChange={(event) => setSecond(event.target.value)} />
        </Field>
      </div>
    </Modal>
  );
}
