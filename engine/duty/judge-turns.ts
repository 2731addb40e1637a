// Whether a duty was done in each of its periods. A statement explains; it never makes a thing done.
import type { Duty, DutyStatement, DutyTurn } from "#contract/duty";
import type { Happening } from "#db/duty";
import { liesIn, periodsOf, type DutyRange } from "./duty-period.ts";

function stateOf({ frequency, times }: Duty, range: DutyRange, count: number, today: string): DutyTurn["state"] {
  if (frequency === "regular" || frequency === "on-event") return "counted";
  if (count >= (times ?? 1)) return "done";
  if (range.from > today) return "coming";
  return range.dueOn < today ? "late" : "open";
}

/** The turns of a duty in a year; a period that was over before the duty began is none. */
export function judgeTurns(
  duty: Duty,
  year: number,
  today: string,
  happenings: readonly Happening[],
  statements: ReadonlyMap<string, DutyStatement>,
): DutyTurn[] {
  return periodsOf(duty.frequency, year)
    .filter(({ dueOn }) => dueOn >= duty.beginsOn)
    .map((range) => {
      const within = happenings.filter(({ on }) => liesIn(on, range));
      const count = within.reduce((sum, each) => sum + each.count, 0);
      return {
        ...range,
        state: stateOf(duty, range, count, today),
        count,
        lateCount: within.reduce((sum, each) => sum + each.lateCount, 0),
        lastOn: (within
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? "") as DutyTurn["lastOn"],
        statement: statements.get(range.period) ?? null,
      };
    });
}
