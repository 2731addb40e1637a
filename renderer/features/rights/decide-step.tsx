import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { Asked } from "#contract/contract";
import {
  type ErasureReport,
  type GatheredPerson,
  rightsReason,
  rightsReasonLabel,
  type RightsReason,
  type RightsRequest,
} from "#contract/rights-request";
import { runTask } from "#bridge/tasks";
import { rightsText } from "#text/rights";
import { Field } from "#ui/field";
import { EraseDialog } from "./erase-dialog.tsx";
import { WordsField } from "./words-field.tsx";

type Decision = Asked<"rights-request.decide">["decision"];
type Props = {
  readonly request: RightsRequest;
  readonly gathered: GatheredPerson | undefined;
  readonly onErased: (report: ErasureReport) => void;
  readonly onOver: () => void;
};
const words = rightsText.steps;

/** What the office answers. A grant waits until the rows were looked at; a granted deletion is asked for twice. */
export function DecideStep({ request, gathered, onErased, onOver }: Props): ReactNode {
  const [decision, setDecision] = useState<Decision>("granted");
  const [reasonCode, setReason] = useState<RightsReason>("granted");
  const [answer, setAnswer] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isGrant = decision === "granted" || decision === "partly-granted";
  const isErasing = request.kind === "deletion" && decision === "granted";
  const decide = async (): Promise<void> => {
    setBusy(true);
    const { id, revision } = request;
    const done = await runTask(
      "rights-request.decide",
      { id, revision, decision, reasonCode, answer },
      { label: rightsText.erase.task, said: () => words.decided },
    );
    setBusy(false);
    setAsking(false);
    if (!done) return;
    onOver();
    if (done.erasure) onErased(done.erasure);
  };
  return (
    <div className="stack">
      <Field label={words.decision} forId="decision">
        <Select<Decision>
          id="decision"
          className="full"
          value={decision}
          options={Object.entries(words.decisions).map(([value, label]) => ({ value: value as Decision, label }))}
          onChange={(next) => {
            setDecision(next);
            if (next === "withdrawn") setReason("withdrawn");
          }}
        />
      </Field>
      {request.kind === "deletion" && decision === "partly-granted" && <p className="quiet">{words.partlyDeletion}</p>}
      <Field label={words.reason} forId="decision-reason">
        <Select
          id="decision-reason"
          className="full"
          value={reasonCode}
          options={rightsReason.options.map((value) => ({ value, label: rightsReasonLabel[value] }))}
          onChange={setReason}
        />
      </Field>
      <WordsField
        id="decision-answer"
        label={words.answer}
        note={words.answerHint}
        value={answer}
        most={500}
        rows={3}
        onWords={setAnswer}
      />
      <div className="row">
        <Button
          type={isErasing ? "default" : "primary"}
          danger={isErasing}
          disabled={isBusy || (isGrant && gathered === undefined)}
          onClick={() => (isErasing ? setAsking(true) : void decide())}
        >
          {isErasing ? rightsText.erase.verb : words.decideVerb}
        </Button>
        {isGrant && gathered === undefined && <span className="quiet">{words.notYet}</span>}
      </div>
      {isAsking && gathered && (
        <EraseDialog
          number={`${request.year}-${request.number}`}
          rowCount={gathered.ledgers.reduce((sum, { rows }) => sum + rows.length, 0)}
          isBusy={isBusy}
          onErase={() => void decide()}
          onKeep={() => setAsking(false)}
        />
      )}
    </div>
  );
}
