import { Button, Input, Modal, Radio } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { type RevealReason, revealReason, revealReasonLabel } from "#contract/reveal";
import { Refusal } from "#contract/refusal";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { ledgerText } from "#text/ledger";
import { Field } from "#ui/field";
import { focusFirst } from "#ui/focus-first";
import { Problem } from "#ui/problem";

type Props = { readonly row: LedgerRow; readonly column: LedgerColumn; readonly onClose: () => void };

/** Seconds a value stays in sight. */
const shownFor = 30;

/** One look at a masked value, for a reason that is kept; it goes out of sight by itself, and when the window is left. */
export function LookDialog({ row, column, onClose }: Props): ReactNode {
  const [reasonCode, setReasonCode] = useState<RevealReason>();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; code: string }>();
  const [value, setValue] = useState<string>();
  const [left, setLeft] = useState(shownFor);
  const [isBusy, setBusy] = useState(false);
  const isShown = value !== undefined;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isShown) return;
    const tick = setInterval(() => setLeft((now) => now - 1), 1000);
    const hide = (): void => onClose();
    window.addEventListener("blur", hide);
    return () => {
      clearInterval(tick);
      window.removeEventListener("blur", hide);
    };
  }, [isShown, onClose]);
  useEffect(() => {
    if (left <= 0) onClose();
  }, [left, onClose]);
  const isPace = problem?.code === "reveal-pace";
  const look = async (): Promise<void> => {
    if (!reasonCode || isBusy) return;
    setBusy(true);
    try {
      const answer = await ask("ledger.reveal", {
        rowId: row.id,
        column: column.key,
        reasonCode,
        reason,
        isSure: isPace,
      });
      setProblem(undefined);
      setValue(answer.value);
    } catch (thrown) {
      setProblem(thrown instanceof Refusal ? { ...wordsOf(thrown), code: thrown.code } : wordsOf(thrown));
    }
    setBusy(false);
  };
  return (
    <Modal
      open
      title={ledgerText.lookTitle(column.heading)}
      onCancel={onClose}
      afterOpenChange={focusFirst(box)}
      footer={
        isShown ? (
          <Button autoFocus onClick={onClose}>
            {ledgerText.hide}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{ledgerText.cancel}</Button>
            <Button type="primary" disabled={!reasonCode} loading={isBusy} onClick={() => void look()}>
              {isPace ? ledgerText.lookStill : ledgerText.look}
            </Button>
          </>
        )
      }
    >
      {problem && <Problem {...problem} />}
      {isShown ? (
        <div className="look-value" role="status">
          <p className="look-figures">{value}</p>
          <p className="quiet small">{ledgerText.hidesIn(left)}</p>
        </div>
      ) : (
        <div ref={box} className="stack">
          <p>{ledgerText.lookLine}</p>
          <Radio.Group
            className="stack"
            aria-label={ledgerText.reason}
            value={reasonCode}
            options={revealReason.options.map((value) => ({
              value,
              label: revealReasonLabel[value],
            }))}
            onChange={(event) => setReasonCode(event.target.value as RevealReason)}
          />
          {reasonCode === "other" && (
            <Field label={ledgerText.lookWhy} forId="look-reason" note={ledgerText.lookWhyNote}>
              <Input
                id="look-reason"
                maxLength={100}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          )}
        </div>
      )}
    </Modal>
  );
}
