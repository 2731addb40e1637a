import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  type ErasureReport,
  type GatheredPerson,
  identityWayLabel,
  rightsAskedByLabel,
  rightsReasonLabel,
  type RightsRequest,
  type RightsRequestId,
  rightsRequestKindLabel,
  rightsRequestStateLabel,
} from "#contract/rights-request";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { rightsText } from "#text/rights";
import { FactList } from "#ui/fact-list";
import { Problem } from "#ui/problem";
import { DecideStep } from "./decide-step.tsx";
import { ErasureDone } from "./erasure-done.tsx";
import { GatherStep } from "./gather-step.tsx";
import { IdentifyStep } from "./identify-step.tsx";

const words = rightsText.request;
const steps = rightsText.steps;

function factsOf(request: RightsRequest): (readonly [string, string])[] {
  const said = request.words;
  const own: (readonly [string, string])[] = said
    ? [
        [words.subject, said.subject],
        ...(said.applicant ? ([[words.applicant, `${said.applicant}（${said.relation}）`]] as const) : []),
        ...(said.contact ? ([[words.contact, said.contact]] as const) : []),
        [words.wish, said.wish],
      ]
    : [[words.subject, words.gone]];
  return [
    [words.kind, rightsRequestKindLabel[request.kind]],
    [words.by, rightsAskedByLabel[request.askedBy]],
    ...own,
    [words.received, request.receivedOn],
    [words.entered, sayMinute(request.enteredAt)],
    [words.due, request.dueOn],
    [words.state, rightsRequestStateLabel[request.state]],
  ];
}

/** One request, worked through step by step: a step opens when the one before it is done. */
export function RequestRoom({ id, onBack }: { readonly id: RightsRequestId; readonly onBack: () => void }): ReactNode {
  const { value: request, problem } = useRead("rights-request.read", { id });
  const [gathered, setGathered] = useState<GatheredPerson>();
  const [erased, setErased] = useState<ErasureReport>();
  const [write, isBusy] = useWrite();
  if (problem) return <Problem {...problem} again={{ words: words.back, run: onBack }} />;
  if (!request) return null;
  const isOver = request.endedAt !== "";
  const isKnown = request.identity !== null;
  return (
    <div className="rights-steps">
      <div className="row rights-bar">
        <Button onClick={onBack}>{words.back}</Button>
        <h2 className="grow">
          {request.year}-{request.number} · {rightsRequestKindLabel[request.kind]}
        </h2>
        {request.isRestricting && (
          <>
            <span className="mark mark-look">{steps.restricting}</span>
            <Button
              disabled={isBusy}
              onClick={() => void write("rights-request.lift", { id }, { said: () => steps.lifted })}
            >
              {steps.lift}
            </Button>
          </>
        )}
      </div>
      <section className="rights-step" aria-label={steps.registered}>
        <h3>{steps.registered}</h3>
        <FactList facts={factsOf(request)} />
      </section>
      <section className="rights-step" aria-label={steps.identify}>
        <h3>{steps.identify}</h3>
        {request.identity && (
          <p>
            {steps.identified(
              identityWayLabel[request.identity.way],
              request.identity.by,
              sayMinute(request.identity.at),
            )}
          </p>
        )}
        {!isKnown && !isOver && <IdentifyStep request={request} />}
      </section>
      {!isOver && (
        <section className="rights-step" aria-label={steps.gather}>
          <h3>{steps.gather}</h3>
          {isKnown ? (
            <GatherStep request={request} gathered={gathered} onGathered={setGathered} />
          ) : (
            <p className="quiet">{steps.notYet}</p>
          )}
        </section>
      )}
      <section className="rights-step" aria-label={steps.decide}>
        <h3>{steps.decide}</h3>
        {isOver ? (
          <FactList
            facts={[
              [steps.decision, rightsRequestStateLabel[request.state]],
              [steps.reason, request.reasonCode === "" ? "" : rightsReasonLabel[request.reasonCode]],
              [steps.answer, request.words?.answer ?? ""],
              [steps.endedOn, sayMinute(request.endedAt)],
            ]}
          />
        ) : (
          <DecideStep
            request={request}
            gathered={gathered}
            onErased={setErased}
            onOver={() => setGathered(undefined)}
          />
        )}
      </section>
      {erased && <ErasureDone report={erased} onClose={() => setErased(undefined)} />}
    </div>
  );
}
