import { Button } from "antd";
import type { ReactNode } from "react";
import type { DutyLine } from "#contract/duty";
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
  const turnsOf = (state: string): { line: DutyLine; period: string }[] =>
    value.lines.flatMap((line) =>
      line.turns.filter((turn) => turn.state === state).map(({ period }) => ({ line, period })),
    );
  const [late, open, done] = [turnsOf("late"), turnsOf("open"), turnsOf("done")];
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
      {waiting.slice(0, shownAtMost).map(({ line: { duty, ledger }, period }, at) => (
        <div key={`${duty.id} ${period}`} className="home-line">
          <span className={`cut ${at < late.length ? "tone-destroy" : ""}`} title={duty.name}>
            {homeText.dutyLine(duty.name, period, at < late.length)}
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
