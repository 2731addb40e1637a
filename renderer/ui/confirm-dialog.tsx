import { Modal } from "antd";
import type { ReactNode } from "react";

type Props = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly verb: string;
  readonly cancel: string;
  readonly isBusy?: boolean;
  readonly onVerb: () => void;
  readonly onCancel: () => void;
};

/** States what will be done before it is done; the button carries the verb and has the focus. */
export function ConfirmDialog({ isOpen, title, children, verb, cancel, isBusy, onVerb, onCancel }: Props): ReactNode {
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={verb}
      cancelText={cancel}
      okButtonProps={{ autoFocus: true, loading: isBusy ?? false }}
      onOk={onVerb}
      onCancel={onCancel}
      destroyOnHidden
    >
      {children}
    </Modal>
  );
}
