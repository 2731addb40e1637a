import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Renumbering } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { filingText, orderText } from "#text/filing";
import { sayItemNumber } from "#text/format";
import { Field } from "#ui/field";
import { Problem } from "#ui/problem";

export type RenumberStep =
  | { readonly kind: "insert" | "move"; readonly itemId: ItemId; readonly beforeId: ItemId | null }
  | { readonly kind: "withdraw"; readonly itemId: ItemId };

type Props = { readonly step: RenumberStep; readonly onEnd: () => void };

const words = {
  insert: { title: orderText.insertTitle, verb: orderText.insertVerb },
  move: { title: orderText.moveTitle, verb: orderText.moveVerb },
  withdraw: { title: orderText.withdrawTitle, verb: orderText.withdrawVerb },
};

/** First and last 件号 of a box in words. */
const range = (first: number, last: number): string =>
  first === 0 ? orderText.boxEmpty : `${sayItemNumber(first)}–${sayItemNumber(last)}`;

/** Every number that would change, which boxes and labels with it, and the reason that is kept. */
export function RenumberDialog({ step, onEnd }: Props): ReactNode {
  const [reason, setReason] = useState("");
  const [write, isBusy] = useWrite();
  const place = step.kind === "withdraw" ? null : { itemId: step.itemId, beforeId: step.beforeId };
  const inserting = useRead("filing.preview-insert", step.kind === "insert" ? place : null);
  const moving = useRead("filing.preview-move", step.kind === "move" ? place : null);
  const leaving = useRead("filing.preview-withdraw", step.kind === "withdraw" ? { itemId: step.itemId } : null);
  const { value: plan, problem } = { insert: inserting, move: moving, withdraw: leaving }[step.kind];
  const commit = async (): Promise<void> => {
    if (!plan || reason.trim() === "" || plan.changes.length === 0) return;
    const told = { planDigest: plan.planDigest, reason };
    const options = {
      hasUndo: true,
      said: ({ changes }: { changes: readonly unknown[] }) => orderText.done(changes.length),
    };
    if (step.kind === "withdraw") await write("filing.withdraw", { itemId: step.itemId, ...told }, options);
    else if (step.kind === "insert")
      await write("filing.insert", { itemId: step.itemId, beforeId: step.beforeId, ...told }, options);
    else await write("filing.move", { itemId: step.itemId, beforeId: step.beforeId, ...told }, options);
    onEnd();
  };
  return (
    <Modal
      open
      className="filing-form"
      width={760}
      title={words[step.kind].title}
      okText={words[step.kind].verb}
      cancelText={filingText.cancel}
      okButtonProps={{ loading: isBusy, disabled: !plan || plan.changes.length === 0 || reason.trim() === "" }}
      onOk={() => void commit()}
      onCancel={onEnd}
    >
      {problem && <Problem {...problem} />}
      {plan && <Changes plan={plan} />}
      <Field label={orderText.reason} forId="renumber-reason">
        <Input
          id="renumber-reason"
          autoFocus
          value={reason}
          placeholder={orderText.reasonHint}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => void commit()}
        />
      </Field>
    </Modal>
  );
}

function Changes({ plan }: { readonly plan: Renumbering }): ReactNode {
  if (plan.changes.length === 0) return <p>{orderText.none}</p>;
  const boxes = plan.boxes.map((box) =>
    orderText.box(box.boxNumber, range(box.oldFirst, box.oldLast), range(box.newFirst, box.newLast)),
  );
  return (
    <>
      <p>{orderText.changes(plan.changes.length)}</p>
      <div className="change-list">
        <table className="plain">
          <thead>
            <tr>
              <th>{filingText.columns.title}</th>
              <th>{orderText.oldCode}</th>
              <th>{orderText.newCode}</th>
            </tr>
          </thead>
          <tbody>
            {plan.changes.map((change) => (
              <tr key={change.itemId}>
                <td className="cut" title={change.title}>
                  {change.title}
                </td>
                <td className="archival-code">{change.oldCode || orderText.joins}</td>
                <td className="archival-code">{change.newCode || orderText.leaves}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.restampCount > 0 && <p className="dialog-note">{orderText.restamp(plan.restampCount)}</p>}
      {boxes.length > 0 && <p className="dialog-note">{orderText.boxes(boxes.join("；"))}</p>}
    </>
  );
}
