import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { Field } from "./field.tsx";
import { Problem } from "./problem.tsx";

type Props = {
  readonly title: string;
  readonly line: string;
  readonly head: readonly string[];
  /** One row per thing that changes; a cell with a class, where its figures or codes need one. */
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly { readonly words: ReactNode; readonly className?: string }[];
  }[];
  readonly reasonLabel: string;
  readonly verb: string;
  readonly cancel: string;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly onVerb: (reason: string) => void;
  readonly onCancel: () => void;
};

/** An act shown before it is done: every line that changes, the reason, and only then the verb. */
export function ChangeDialog(props: Props): ReactNode {
  const { title, line, head, rows, reasonLabel, verb, cancel, problem, isReady, isBusy, onVerb, onCancel } = props;
  const [reason, setReason] = useState("");
  const mayAct = isReady && reason.trim() !== "" && !isBusy;
  return (
    <Modal
      open
      title={title}
      width="min(820px, 94vw)"
      okText={verb}
      cancelText={cancel}
      okButtonProps={{ disabled: !isReady || reason.trim() === "", loading: isBusy }}
      onOk={() => onVerb(reason)}
      onCancel={onCancel}
    >
      {problem && <Problem {...problem} />}
      <p>{line}</p>
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map(({ words, className }, at) => (
                <td key={head[at]} className={className}>
                  {words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Field label={reasonLabel} forId="change-reason">
        <Input
          id="change-reason"
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => mayAct && onVerb(reason)}
        />
      </Field>
    </Modal>
  );
}
