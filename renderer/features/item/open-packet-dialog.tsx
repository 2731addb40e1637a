import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { ItemId } from "#contract/item";
import { useWrite } from "#bridge/use-write";
import { sayDay } from "#text/format";
import { itemCaseText } from "#text/item-case";
import { DangerDialog } from "#ui/danger-dialog";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";
import { readDay } from "./seal-dialog.tsx";

type Props = { readonly itemId: ItemId; readonly onClose: () => void };

/** 启封: two persons and a reason, written down for ever. */
export function OpenPacketDialog({ itemId, onClose }: Props): ReactNode {
  const [openedOn, setDay] = useState(sayDay(new Date().toISOString()));
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [reason, setReason] = useState("");
  const [write, isBusy] = useWrite();
  const open = async (): Promise<void> => {
    const done = await write(
      "sealed-packet.open",
      { itemId, openedOn, openers: [first, second], reason },
      { said: () => itemCaseText.opened },
    );
    if (done) onClose();
  };
  return (
    <DangerDialog
      isOpen
      title={itemCaseText.openTitle}
      verb={itemCaseText.openVerb}
      keep={itemCaseText.cancel}
      isBusy={isBusy}
      onVerb={() => void open()}
      onKeep={onClose}
    >
      <p>{itemCaseText.openLine}</p>
      <div className="dialog-fields">
        <TypedField
          id="openedOn"
          label={itemCaseText.openedOn}
          value={openedOn}
          read={readDay}
          hint={itemCaseText.dateHint}
          unreadable={itemCaseText.dateUnreadable}
          onValue={setDay}
        />
        <Field label={itemCaseText.firstOpener} forId="open-first">
          <Input id="open-first" maxLength={40} value={first} onChange={(event) => setFirst(event.target.value)} />
        </Field>
        <Field label={itemCaseText.secondOpener} forId="open-second">
          <Input id="open-second" maxLength={40} value={second} onChange={(event) => setSecond(event.target.value)} />
        </Field>
        <Field label={itemCaseText.reason} forId="open-reason">
          <Input id="open-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </DangerDialog>
  );
}
