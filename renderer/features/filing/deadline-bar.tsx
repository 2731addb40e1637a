import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { collectText, filingText, orderText } from "#text/filing";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Field } from "#ui/field";
import type { CollectScope } from "./collect-scope.ts";

type Props = { readonly scope: CollectScope; readonly isClosed: boolean };

/** 归档时间 of the class, with its rule and what was postponed; put off with a reason. */
export function DeadlineBar({ scope, isClosed }: Props): ReactNode {
  const { fondsId, category, year } = scope;
  const { value } = useRead("deadline.list", { fondsId, year });
  const [isAsking, setAsking] = useState(false);
  const [dueOn, setDueOn] = useState("");
  const [reason, setReason] = useState("");
  const [write, isBusy] = useWrite();
  const deadline = value?.find((each) => each.category === category);
  if (!deadline) return null;
  const postpone = async (): Promise<void> => {
    if (dueOn === "" || reason.trim() === "") return;
    const done = await write("deadline.postpone", { ...scope, dueOn, reason }, { hasUndo: true });
    if (!done) return;
    setAsking(false);
    setReason("");
  };
  return (
    <>
      <span title={deadline.basis}>
        <span className="quiet">{collectText.deadline}</span> <b>{deadline.dueOn ?? collectText.noDeadline}</b>{" "}
        <span className="quiet small">{deadline.basis}</span>
      </span>
      {!isClosed && <Button onClick={() => setAsking(true)}>{collectText.postpone}</Button>}
      <ConfirmDialog
        isOpen={isAsking}
        title={collectText.postponeTitle}
        verb={collectText.postponeVerb}
        cancel={filingText.cancel}
        isBusy={isBusy}
        onVerb={() => void postpone()}
        onCancel={() => setAsking(false)}
      >
        <ul className="postponements">
          {deadline.postponements.map((each) => (
            <li key={each.id} className={each.isWithdrawn ? "quiet" : ""}>
              {collectText.postponed(each.dueOn, each.reason, each.decidedBy)}
              {each.isWithdrawn && ` ${collectText.withdrawn}`}
            </li>
          ))}
        </ul>
        <Field label={collectText.postponeTo} forId="postpone-to">
          <Input id="postpone-to" type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </Field>
        <Field label={orderText.reason} forId="postpone-reason">
          <Input
            id="postpone-reason"
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </ConfirmDialog>
    </>
  );
}
