import { type ReactNode, useState } from "react";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { DayField } from "./day-field.tsx";
import { TextField } from "./text-field.tsx";

type Props = {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};
const words = custodyText.batch;

/** Returned and signed for; what is missing is refused with its count. */
export function CloseDialog({ id, number, isOpen, onClose }: Props): ReactNode {
  const person = session.use()?.person.name ?? "";
  const [returnedOn, setReturnedOn] = useState(today);
  const [returnedBy, setReturnedBy] = useState("");
  const [receivedBy, setReceivedBy] = useState(person);
  const [write, isBusy] = useWrite();
  const close = async (): Promise<void> => {
    if (returnedBy.trim() === "" || receivedBy.trim() === "") return;
    await write(
      "digitisation-batch.close",
      { id, returnedOn, returnedBy, receivedBy },
      { said: () => words.closedSaid(number) },
    );
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={words.closeTitle}
      verb={words.close}
      cancel={custodyText.cancel}
      isBusy={isBusy}
      onVerb={() => void close()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="dialog-note">{words.closeLine}</p>
        <DayField id="close-day" label={words.returnedOn} value={returnedOn} onDay={setReturnedOn} />
        <TextField id="close-by" label={words.returnedBy} value={returnedBy} maxLength={40} onText={setReturnedBy} />
        <TextField id="close-to" label={words.receivedBy} value={receivedBy} maxLength={40} onText={setReceivedBy} />
      </div>
    </ConfirmDialog>
  );
}
