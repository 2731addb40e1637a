import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { boxText } from "#text/box";
import { ConfirmDialog } from "#ui/confirm-dialog";

type Props = { readonly isOpen: boolean; readonly onReason: (reason: string) => void; readonly onClose: () => void };

/** After the year is closed an item moves only with a reason. */
export function ReasonDialog({ isOpen, onReason, onClose }: Props): ReactNode {
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={boxText.reasonTitle}
      verb={boxText.reasonVerb}
      cancel={boxText.cancel}
      onVerb={() => {
        if (reason.trim() === "") return;
        onReason(reason.trim());
        setReason("");
      }}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="dialog-note">{boxText.reasonLine}</p>
        <Input
          autoFocus
          aria-label={boxText.reason}
          placeholder={boxText.reason}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
