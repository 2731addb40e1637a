import { Input, Modal } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { ledgerText } from "#text/ledger";
import { Field } from "#ui/field";
import { focusFirst } from "#ui/focus-first";

type Props = {
  readonly title: string;
  readonly line: string;
  readonly verb: string;
  readonly onVerb: (reason: string) => Promise<unknown>;
  readonly onCancel: () => void;
};

/** An act that is kept with its reason: nothing is done before there is one. */
export function ReasonDialog({ title, line, verb, onVerb, onCancel }: Props): ReactNode {
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const act = async (): Promise<void> => {
    if (reason.trim() === "" || isBusy) return;
    setBusy(true);
    await onVerb(reason.trim());
    setBusy(false);
  };
  return (
    <Modal
      open
      title={title}
      okText={verb}
      cancelText={ledgerText.cancel}
      okButtonProps={{ disabled: reason.trim() === "", loading: isBusy }}
      onOk={() => void act()}
      onCancel={onCancel}
      afterOpenChange={focusFirst(box)}
    >
      <div ref={box} className="stack">
        <p>{line}</p>
        <Field label={ledgerText.reason} forId="ledger-reason" note={ledgerText.reasonNote}>
          <Input
            id="ledger-reason"
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void act()}
          />
        </Field>
      </div>
    </Modal>
  );
}
