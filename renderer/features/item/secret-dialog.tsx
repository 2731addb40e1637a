import { StopOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { itemText } from "#text/item";

type Props = { readonly isOpen: boolean; readonly onRead: () => void };

/** 涉密: said once, seriously, and only to be read. */
export function SecretDialog({ isOpen, onRead }: Props): ReactNode {
  return (
    <Modal
      open={isOpen}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      title={
        <span className="tone-destroy">
          <StopOutlined /> {itemText.secretTitle}
        </span>
      }
      footer={
        <Button type="primary" danger autoFocus onClick={onRead}>
          {itemText.secretOk}
        </Button>
      }
    >
      <p role="alert">{itemText.secretLine}</p>
    </Modal>
  );
}
