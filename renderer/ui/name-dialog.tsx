import { Input, Modal } from "antd";
import type { ReactNode } from "react";

type Props = {
  /** What is typed; undefined while the dialog is closed. */
  readonly name: string | undefined;
  readonly onName: (name: string | undefined) => void;
  readonly title: string;
  readonly label: string;
  readonly note: string;
  readonly verb: string;
  readonly cancel: string;
  readonly isBusy: boolean;
  readonly onVerb: () => void;
};

/** One name to keep something under. */
export function NameDialog({ name, onName, title, label, note, verb, cancel, isBusy, onVerb }: Props): ReactNode {
  return (
    <Modal
      open={name !== undefined}
      title={title}
      okText={verb}
      cancelText={cancel}
      okButtonProps={{ loading: isBusy, disabled: (name ?? "").trim() === "" }}
      onOk={onVerb}
      onCancel={() => onName(undefined)}
    >
      <Input
        aria-label={label}
        placeholder={label}
        maxLength={40}
        value={name ?? ""}
        autoFocus
        onChange={(event) => onName(event.target.value)}
        onPressEnter={onVerb}
      />
      <p className="quiet small">{note}</p>
    </Modal>
  );
}
