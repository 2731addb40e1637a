import { Modal } from "antd";
import type { ReactNode } from "react";

type Props = {
  readonly isOpen: boolean;
  readonly title: string;
  /** The object, the number and what cannot be undone. */
  readonly children: ReactNode;
  /** The verb on the button. */
  readonly verb: string;
  readonly keep: string;
  readonly isBusy?: boolean;
  readonly onVerb: () => void;
  readonly onKeep: () => void;
};

/** A step that cannot be taken back; the safe choice has the focus. */
export function DangerDialog({ isOpen, title, children, verb, keep, isBusy, onVerb, onKeep }: Props): ReactNode {
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={verb}
      cancelText={keep}
      okButtonProps={{ danger: true, loading: isBusy ?? false }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={onVerb}
      onCancel={onKeep}
      destroyOnHidden
    >
      {children}
    </Modal>
  );
}
