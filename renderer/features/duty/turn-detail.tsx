import { Button } from "antd";
import type { ReactNode } from "react";
import { dutyStateLabel, type DutyLine, type DutyTurn } from "#contract/duty";
import type { PageProps } from "#bridge/place";
import { useWrite } from "#bridge/use-write";
import { dutyText } from "#text/duty";
import { DutyActs } from "./duty-acts.tsx";
import { ProofRows } from "./proof-rows.tsx";
import { StatementForm } from "./statement-form.tsx";

type Props = {
  readonly line: DutyLine;
  readonly turn: DutyTurn;
  readonly go: PageProps["go"];
  readonly onRevise: () => void;
};

/** One duty in one period: its state, what proves it, and the two things that may be done about it. */
export function TurnDetail({ line, turn, go, onRevise }: Props): ReactNode {
  const { duty, ledger } = line;
  const [write, isBusy] = useWrite();
  const isArchive = (duty.ledgerCode as string) === "archive";
  const mayState = duty.times !== null && turn.state !== "done" && turn.state !== "coming";
  return (
    <div className="stack">
      <h2>{duty.name}</h2>
      <p>
        <span className={`mark duty-mark is-${turn.state}`}>{dutyStateLabel[turn.state]}</span>{" "}
        <span className="figures">{dutyText.period(turn.from, turn.dueOn)}</span>
      </p>
      <p>{isArchive ? dutyText.filed(turn.count) : dutyText.count(turn.count, duty.times, turn.lateCount)}</p>
      {!isArchive && <ProofRows line={line} turn={turn} />}
      {!isArchive && (
        <div className="row">
          {ledger ? (
            <Button onClick={() => go({ page: "ledger", ledgerId: ledger.id })}>
              {dutyText.fill}　{ledger.name}
            </Button>
          ) : (
            <>
              <span className="quiet">{dutyText.noLedger}</span>
              <Button onClick={() => go({ page: "ledger" })}>{dutyText.toLedgers}</Button>
            </>
          )}
        </div>
      )}
      <p className="quiet small">{dutyText.onlyReal}</p>
      {mayState && <StatementForm key={`${duty.id} ${turn.period} ${turn.statement?.at}`} duty={duty} turn={turn} />}
      {duty.source !== "" && (
        <p className="quiet small">
          {dutyText.source}：{duty.source}
        </p>
      )}
      <DutyActs dutyId={duty.id} />
      <div className="row">
        <Button onClick={onRevise}>{dutyText.revise}</Button>
        <Button
          disabled={isBusy}
          onClick={() =>
            void write(
              "duty.switch",
              { id: duty.id, revision: duty.revision, isActive: false },
              { said: () => dutyText.switchedOff, hasUndo: true },
            )
          }
        >
          {dutyText.switchOff}
        </Button>
      </div>
    </div>
  );
}
