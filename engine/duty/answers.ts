// 履职日历: what this room answers.
import { listActsOn } from "#db/acts-on";
import { listDuties } from "#db/duty";
import type { Reads, Writes } from "#engine/handler";
import { countTargets } from "./count-targets.ts";
import { addOwnDuty, giveDutiesBack, reviseDuty, switchDuty, takeDuties } from "./keep-duty.ts";
import { keepProof, stateNotDone } from "./keep-proof.ts";
import { reviseTotal, showTotals, typeTotal, withdrawTotal } from "./keep-total.ts";
import { listDutyRows, readDuty } from "./list-duty-rows.ts";
import { showCalendar, showMonth } from "./show-calendar.ts";

export const dutyReads = {
  "duty.list": (db, { fondsId }) => listDuties(db, fondsId),
  "duty.calendar": showCalendar,
  "duty.month": showMonth,
  "duty.rows": listDutyRows,
  "duty.history": (db, { id }) => listActsOn(db, readDuty(db, id).id),
  "duty.targets": countTargets,
  "typed-total.list": (db, { fondsId, year }) => showTotals(db, fondsId, year),
} satisfies Partial<Reads>;

export const dutyWrites = {
  "duty.take": takeDuties,
  "duty.give-back": giveDutiesBack,
  "duty.add": addOwnDuty,
  "duty.revise": reviseDuty,
  "duty.switch": switchDuty,
  "duty.proof": keepProof,
  "duty.state-not-done": stateNotDone,
  "typed-total.type": typeTotal,
  "typed-total.revise": reviseTotal,
  "typed-total.withdraw": withdrawTotal,
} satisfies Partial<Writes>;

/** Calls of this room that can be a way back. */
export const dutyWaysBack = {
  "duty.give-back": giveDutiesBack,
  "duty.revise": reviseDuty,
  "duty.switch": switchDuty,
  "duty.proof": keepProof,
  "duty.state-not-done": stateNotDone,
  "typed-total.revise": reviseTotal,
  "typed-total.withdraw": withdrawTotal,
};
