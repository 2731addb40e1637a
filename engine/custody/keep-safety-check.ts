// 八防: rounds written down.
import { unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { dropSafetyCheck, getSafetyCheck, putSafetyCheck } from "#db/safety-check";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { refuseFuture } from "./local-day.ts";

type Keep = "safety-check.keep";

/** Refuses date-in-future, safety-problem-unsaid. */
export function keepSafetyCheck(db: WriteDb, input: Input<Keep>, desk: Desk): Written<Output<Keep>> {
  const now = desk.clock.now();
  refuseFuture(input.checkedOn, now);
  for (const line of input.lines) {
    if (!line.isFine && line.problem === "") throw new Refusal("safety-problem-unsaid", { guard: line.guard });
    refuseFuture(line.solvedOn, now);
  }
  const id = input.id ?? desk.makeId();
  const before = getSafetyCheck(db, id);
  // What is fine has no problem to tell of.
  const lines = input.lines.map((line) =>
    line.isFine ? { ...line, problem: "", measure: "", solvedOn: unknownDate } : line,
  );
  putSafetyCheck(db, { ...input, id, lines, enteredAt: now });
  const after = getSafetyCheck(db, id);
  if (!after) throw new Error("a round just written is there");
  return {
    output: after,
    objectId: id,
    before,
    after,
    undo: before ? { name: "safety-check.keep", input: before } : { name: "safety-check.remove", input: { id } },
    nouns: ["safety-check", "custody"],
  };
}

/** Refuses custody-record-missing. */
export function removeSafetyCheck(
  db: WriteDb,
  { id }: Input<"safety-check.remove">,
): Written<Output<"safety-check.remove">> {
  const before = getSafetyCheck(db, id);
  if (!before) throw new Refusal("custody-record-missing");
  dropSafetyCheck(db, id);
  return {
    output: {},
    objectId: id,
    before,
    undo: { name: "safety-check.keep", input: before },
    nouns: ["safety-check", "custody"],
  };
}
