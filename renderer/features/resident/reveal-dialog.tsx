import { Input, Modal, Radio } from "antd";
import { type ReactNode, useState } from "react";
import type { Asked } from "#contract/contract";
import { type RevealReason, revealReason, revealReasonLabel } from "#contract/reveal";
import { wordsOf } from "#bridge/notices";
import { useWrite } from "#bridge/use-write";
import { revealText } from "#text/resident";
import { Problem } from "#ui/problem";

export type RevealQuestion = {
  readonly name: "resident.reveal";
  readonly input: Pick<Asked<"resident.reveal">, "id" | "field">;
};
type Props = {
  readonly label: string;
  readonly question: RevealQuestion;
  readonly onValue: (value: string) => void;
  readonly onCancel: () => void;
};

/** Why a sealed value is looked at; after several looks in a short time it is asked once more. */
export function RevealDialog({ label, question, onValue, onCancel }: Props): ReactNode {
  const [reasonCode, setCode] = useState<RevealReason>();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf>>();
  const [write, isBusy] = useWrite();
  const isSure = problem?.code === "reveal-pace";
  const isReady = reasonCode !== undefined && (reasonCode !== "other" || reason.trim() !== "");
  const look = async (): Promise<void> => {
    if (!isReady) return;
    const found = await write(
      question.name,
      { ...question.input, reasonCode, reason: reason.trim(), isSure },
      { refused: (thrown) => setProblem(wordsOf(thrown)) },
    );
    if (found) onValue(found.value);
  };
  return (
    <Modal
      open
      title={revealText.title(label)}
      okText={isSure ? revealText.sure : revealText.verb}
      cancelText={revealText.cancel}
      okButtonProps={{ disabled: !isReady, loading: isBusy }}
      onOk={() => void look()}
      onCancel={onCancel}
    >
      <div className="stack">
        {problem && <Problem {...problem} />}
        <Radio.Group
          aria-label={revealText.title(label)}
          vertical
          value={reasonCode}
          options={revealReason.options.map((value, at) => ({
            value,
            label: revealReasonLabel[value],
            ...(at === 0 && { autoFocus: true }),
          }))}
          onChange={(event) => setCode(event.target.value as RevealReason)}
        />
        {reasonCode === "other" && (
          <Input
            aria-label={revealText.words}
            placeholder={revealText.words}
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void look()}
          />
        )}
        <p className="quiet small">{revealText.note}</p>
      </div>
    </Modal>
  );
}
