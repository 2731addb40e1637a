// 个人信息保护影响评估 is kept: of the sensitive columns a ledger has at that moment. It is neither changed nor removed (PIPL 56).
import type { Input } from "#contract/contract";
import { type ImpactAssessment, impactAssessmentId } from "#contract/impact-assessment";
import { Refusal } from "#contract/refusal";
import { addAssessment } from "#db/impact-assessment";
import type { WriteDb } from "#db/open";
import { refuseFuture } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { readLedger } from "./read-ledger.ts";
import { refuseWords } from "./refuse-fields.ts";
import { sensitiveColumns } from "./unassessed-columns.ts";

/** Refuses ledger-not-found, ledger-nothing-sensitive, date-in-future, field-refused. */
export function keepAssessment(
  db: WriteDb,
  input: Input<"impact-assessment.keep">,
  desk: Desk,
): Written<ImpactAssessment> {
  const columns = sensitiveColumns(readLedger(db, input.ledgerId));
  if (Object.keys(columns).length === 0) throw new Refusal("ledger-nothing-sensitive");
  refuseWords("评估岗位", input.assessorPost);
  for (const [at, answer] of Object.values(input.answers).entries())
    refuseWords(`影响评估第 ${at + 1} 问的回答`, answer);
  const enteredAt = desk.clock.now();
  refuseFuture(input.assessedOn, enteredAt);
  const output = { ...input, id: impactAssessmentId.parse(desk.makeId()), enteredAt, columns };
  addAssessment(db, output);
  return { output, objectId: output.id, after: output, keepsUndo: true, nouns: ["ledger", "impact-assessment"] };
}
