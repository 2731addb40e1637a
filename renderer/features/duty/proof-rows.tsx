import { Button } from "antd";
import type { ReactNode } from "react";
import type { DutyLine, DutyTurn } from "#contract/duty";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { dutyText } from "#text/duty";

type Props = { readonly line: DutyLine; readonly turn: DutyTurn };

/** Rows of the ledger in this period: number, date and kind; each with the clerk's word whether it counts. */
export function ProofRows({ line: { duty }, turn }: Props): ReactNode {
  const { value } = useRead("duty.rows", { id: duty.id, period: turn.period });
  const [write, isBusy] = useWrite();
  if (!value) return null;
  if (value.rows.length === 0) return <p className="quiet">{dutyText.noRows}</p>;
  return (
    <>
      <ul className="duty-rows">
        {value.rows.map(({ rowId, seq, occurredOn, kind, isLate, isCounted, isSaid }) => (
          <li key={rowId}>
            <span className="figures">{dutyText.row(seq)}</span>
            <span className="figures">{occurredOn}</span>
            <span className="cut">{kind}</span>
            <span className="marks">
              <span className={`mark ${isCounted ? "mark-proved" : ""}`}>
                {isCounted ? dutyText.counts : dutyText.countsNot}
              </span>
              {isLate && <span className="mark mark-look">{dutyText.late}</span>}
              {isSaid !== null && <small className="quiet">{dutyText.saidSo}</small>}
            </span>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() =>
                void write(
                  "duty.proof",
                  { id: duty.id, rowId, counts: isSaid === null ? !isCounted : null },
                  { said: () => dutyText.saved, hasUndo: true },
                )
              }
            >
              {isSaid !== null ? dutyText.countBack : isCounted ? dutyText.count0 : dutyText.count1}
            </Button>
          </li>
        ))}
      </ul>
      {value.isCut && <p className="quiet small">{dutyText.isCut}</p>}
    </>
  );
}
