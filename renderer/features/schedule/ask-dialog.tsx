import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "#ui/confirm-dialog";

type Props = {
  readonly title: string;
  readonly line: string;
  readonly label: string;
  readonly hint?: string;
  readonly first: string;
  readonly verb: string;
  readonly cancel: string;
  /** Says whether what is typed will do. */
  readonly fits: (typed: string) => boolean;
  readonly isBusy: boolean;
  readonly onVerb: (typed: string) => void;
  readonly onCancel: () => void;
};

/** States what will be done and asks for one word about it: a name, a day, a reason. */
export function AskDialog(props: Props): ReactNode {
  const { title, line, label, hint = "", first, verb, cancel, fits, isBusy, onVerb, onCancel } = props;
  const [typed, setTyped] = useState(first);
  const go = (): void => {
    if (fits(typed.trim()) && !isBusy) onVerb(typed.trim());
  };
  return (
    <ConfirmDialog isOpen title={title} verb={verb} cancel={cancel} isBusy={isBusy} onVerb={go} onCancel={onCancel}>
      <p>{line}</p>
      <label className="stack">
        <span>{label}</span>
        <Input
          autoFocus
          maxLength={200}
          placeholder={hint}
          value={typed}
          status={typed === "" || fits(typed.trim()) ? "" : "warning"}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={go}
        />
      </label>
    </ConfirmDialog>
  );
}
