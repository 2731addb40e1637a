import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { rightsText } from "#text/rights";
import { Field } from "#ui/field";

type Props = {
  readonly number: string;
  readonly rowCount: number;
  readonly isBusy: boolean;
  readonly onErase: () => void;
  readonly onKeep: () => void;
};
const words = rightsText.erase;

/** A deletion cannot be taken back: everything that goes is named, and the number of the request is typed. */
export function EraseDialog({ number, rowCount, isBusy, onErase, onKeep }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  return (
    <Modal
      open
      title={words.title}
      okText={words.verb}
      cancelText={words.keep}
      okButtonProps={{ danger: true, loading: isBusy, disabled: typed.trim() !== number }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={onErase}
      onCancel={onKeep}
    >
      <div className="stack wide">
        <div>
          <p>{words.line}</p>
          <ul className="rights-goes">
            {words.items(rowCount).map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>{words.stays}</p>
        </div>
        <Field label={words.typed} forId="erase-number" note={words.type(number)}>
          <Input id="erase-number" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      </div>
    </Modal>
  );
}
