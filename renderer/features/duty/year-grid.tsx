import type { ReactNode } from "react";
import { dutyFrequencyLabel, dutyStateLabel, type DutyLine, type DutyTurn } from "#contract/duty";
import { dutyText } from "#text/duty";

export type Chosen = { readonly dutyId: string; readonly period: string };
type Props = {
  readonly lines: readonly DutyLine[];
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
};

const monthOf = (day: string): number => Number(day.slice(5, 7));

/** What stands in a cell: a word first, the figure behind it; colour only repeats the word. */
function sayTurn({ turn, times }: { readonly turn: DutyTurn; readonly times: number | null }): ReactNode {
  if (turn.state === "counted") return dutyText.counted(turn.count, turn.lastOn);
  return (
    <>
      <span>{dutyStateLabel[turn.state]}</span>
      {(times ?? 1) > 1 && <span className="figures">{dutyText.progress(turn.count, times ?? 1)}</span>}
      {turn.lateCount > 0 && <span>{dutyText.late}</span>}
      {turn.statement && <span>{dutyText.explained}</span>}
    </>
  );
}

function Turns({
  line,
  chosen,
  onChoose,
}: { readonly line: DutyLine } & Pick<Props, "chosen" | "onChoose">): ReactNode {
  const { duty, turns } = line;
  const cells: ReactNode[] = [];
  for (let month = 1; month <= 12;) {
    const turn = turns.find((each) => monthOf(each.from) === month);
    const span = turn ? monthOf(turn.dueOn) - month + 1 : 1;
    const isChosen = turn !== undefined && chosen?.dutyId === duty.id && chosen.period === turn.period;
    cells.push(
      <td key={month} colSpan={span}>
        {turn && (
          <button
            type="button"
            className={`duty-turn is-${turn.state}`}
            aria-pressed={isChosen}
            aria-label={`${duty.name} ${turn.period} ${dutyStateLabel[turn.state]}`}
            onClick={() => onChoose({ dutyId: duty.id, period: turn.period })}
          >
            {sayTurn({ turn, times: duty.times })}
          </button>
        )}
      </td>,
    );
    month += span;
  }
  return cells;
}

/** The year: a line for each duty, a cell for each of its periods as broad as it is long. */
export function YearGrid({ lines, chosen, onChoose }: Props): ReactNode {
  const rooms = [
    { title: dutyText.own, of: lines.filter(({ isOfStreet }) => !isOfStreet) },
    { title: dutyText.street, of: lines.filter(({ isOfStreet }) => isOfStreet) },
  ];
  return (
    <table className="duty-year" aria-label={dutyText.label}>
      <thead>
        <tr>
          <th scope="col">{dutyText.duty}</th>
          {dutyText.months.map((month) => (
            <th key={month} scope="col">
              {month}
            </th>
          ))}
        </tr>
      </thead>
      {rooms
        .filter(({ of }) => of.length > 0)
        .map(({ title, of }) => (
          <tbody key={title}>
            <tr className="duty-room">
              <th colSpan={13} scope="colgroup">
                {title}
              </th>
            </tr>
            {of.map((line) => (
              <tr key={line.duty.id}>
                <th scope="row" title={line.duty.source}>
                  <span>{line.duty.name}</span>
                  <small className="quiet">
                    {dutyText.times(dutyFrequencyLabel[line.duty.frequency], line.duty.times)}
                    {line.duty.source.includes(dutyText.unverified) && `　${dutyText.unverified}`}
                  </small>
                </th>
                <Turns line={line} chosen={chosen} onChoose={onChoose} />
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}
