import { Button } from "antd";
import type { ReactNode } from "react";
import type { DutyLine, DutyState } from "#contract/duty";
import type { LedgerId } from "#contract/ledger";
import { useRead } from "#bridge/use-read";
import { session } from "#bridge/session";
import { useFondsScope } from "#bridge/use-scope";
import { homeText } from "#text/home";

type Props = { readonly onDuties: () => void; readonly onLedger: (id: LedgerId) => void };
const shownAtMost = 6;

/** This month's duties: what is late first, then what is due; a click opens the ledger that is to be filled. */
export function DutyLines({ onDuties, onLedger }: Props): ReactNode {
  const { fonds } = useFondsScope();
  const roles = session.use()?.person.roles ?? [];
  const mayAsk = roles.includes("clerk") || roles.includes("supervisor");
  const { value } = useRead("duty.month", fonds && mayAsk ? { fondsId: fonds.id } : null);
  if (!value) return null;
  const linesIn = (state: DutyState): { line: DutyLine; periods: readonly string[] }[] =>
    value.lines
      .map((line) => ({
        line,
        periods: line.turns.filter((turn) => turn.state === state).map(({ period }) => period),
      }))
      .filter(({ periods }) => periods.length > 0);
  const [late, open, done] = [linesIn("late"), linesIn("open"), linesIn("done")];
  const waiting = [...late, ...open];
  return (
    <section className="home-panel" aria-label={homeText.duties}>
      <h2>{homeText.duties}</h2>
      <div className="home-line">
        <span className={late.length > 0 ? "tone-destroy" : waiting.length > 0 ? "tone-look" : "quiet"}>
          {homeText.dutyCounts(open.length, late.length, done.length)}
        </span>
        <Button onClick={onDuties}>{homeText.toDuties}</Button>
      </div>
      {waiting.slice(0, shownAtMost).map(({ line: { duty, ledger }, periods }, at) => (
        <div key={`${duty.id} ${periods[0]}`} className="home-line">
          <span className="grow" title={periods.join("、")}>
            <span className={`mark ${at < late.length ? "mark-destroy" : "mark-look"}`}>
              {homeText.dutyPeriods(periods, at < late.length)}
            </span>{" "}
            {duty.name}
          </span>
          {ledger && <Button onClick={() => onLedger(ledger.id)}>{homeText.toLedger}</Button>}
        </div>
      ))}
      <span className="quiet small">
        {homeText.selfAudit(value.selfAudit.year, value.selfAudit.isDone, value.selfAudit.dueOn)}
      </span>
    </section>
  );
}
