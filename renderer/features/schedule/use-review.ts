// What the hand does with one 条目: confirm, correct, drop, add, remove; each said as it now stands, each with its way back.
import type { ScheduleRow, ScheduleRowFields, ScheduleVersion } from "#contract/schedule";
import { useWrite } from "#bridge/use-write";
import { scheduleText } from "#text/schedule";

export type JudgingRole = "clerk" | "supervisor";
type Review = {
  readonly isBusy: boolean;
  readonly confirm: (row: ScheduleRow) => Promise<boolean>;
  readonly correct: (row: ScheduleRow, fields: ScheduleRowFields, reason: string) => Promise<boolean>;
  readonly drop: (row: ScheduleRow, reason: string) => Promise<boolean>;
  readonly add: (version: ScheduleVersion, fields: ScheduleRowFields) => Promise<boolean>;
  readonly remove: (row: ScheduleRow) => Promise<boolean>;
};

/** The acts of review in one role. */
export function useReview(as: JudgingRole): Review {
  const [write, isBusy] = useWrite();
  return {
    isBusy,
    confirm: async ({ id, position }) =>
      (await write(
        "schedule.judge",
        { rowId: id, as, verdict: "confirm" },
        { hasUndo: true, said: () => scheduleText.confirmed(position) },
      )) !== undefined,
    correct: async (row, fields, reason) => {
      const changed = Object.entries(fields).filter(([name, value]) => row[name as keyof ScheduleRow] !== value);
      return (
        (await write(
          "schedule.judge",
          { rowId: row.id, as, verdict: "correct", reason, fields: Object.fromEntries(changed) },
          { hasUndo: true, said: () => scheduleText.corrected(row.position) },
        )) !== undefined
      );
    },
    drop: async ({ id, position }, reason) =>
      (await write(
        "schedule.judge",
        { rowId: id, as, verdict: "drop", reason },
        { hasUndo: true, said: () => scheduleText.dropped(position) },
      )) !== undefined,
    add: async ({ id }, fields) =>
      (await write(
        "schedule.add-row",
        { versionId: id, fields },
        { hasUndo: true, said: ({ position }) => scheduleText.added(position) },
      )) !== undefined,
    remove: async ({ id }) =>
      (await write("schedule.remove-row", { rowId: id }, { said: () => scheduleText.removed })) !== undefined,
  };
}
