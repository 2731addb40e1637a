import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Consent } from "#contract/consent";
import { wordsOf } from "#bridge/notices";
import { useWrite } from "#bridge/use-write";
import { consentText } from "#text/resident";
import { today } from "#text/today";
import { Problem } from "#ui/problem";
import { DayInput } from "./day-input.tsx";

type Props = { readonly consent: Consent; readonly onEnd: () => void };

/** A withdrawal is recorded, and what it means from that day on is said (PIPL 15). */
export function WithdrawDialog({ consent, onEnd }: Props): ReactNode {
  const [withdrawnOn, setDay] = useState(today);
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const [write, isBusy] = useWrite();
  const save = async (): Promise<void> => {
    const done = await write(
      "consent.withdraw",
      { id: consent.id, withdrawnOn },
      { hasUndo: true, said: () => consentText.withdrawSaved, refused: (thrown) => setProblem(wordsOf(thrown)) },
    );
    if (done) onEnd();
  };
  return (
    <Modal
      open
      title={consentText.withdrawTitle}
      okText={consentText.withdrawVerb}
      cancelText={consentText.cancel}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onEnd}
    >
      <div className="stack wide resident-dialog">
        {problem && <Problem {...problem} />}
        <p>{consentText.withdrawLine(consent.ledgerName)}</p>
        <DayInput id="consent-withdrawn" label={consentText.withdrawnOn} value={withdrawnOn} onDay={setDay} />
      </div>
    </Modal>
  );
}
