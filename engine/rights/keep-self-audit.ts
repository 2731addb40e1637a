// 年度自查: one sheet a year, every question answered once.
import { unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { SelfAudit } from "#contract/self-audit";
import { selfAuditQuestionCode } from "#contract/self-audit-question";
import type { ReadDb, WriteDb } from "#db/open";
import { getSelfAudit, putSelfAudit } from "#db/self-audit";
import { refuseFuture } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { refusePersonal } from "./refuse-personal.ts";

/** The sheet of a year with every question there is, also those added after it was kept. */
export function readSelfAudit(db: ReadDb, year: number): SelfAudit {
  const kept = getSelfAudit(db, year);
  const lines = selfAuditQuestionCode.options.map(
    (code) => kept?.lines.find((line) => line.code === code) ?? { code, answer: "" as const, note: "", measure: "" },
  );
  return { ...(kept ?? { year, auditedOn: unknownDate, enteredAt: "", auditorPost: "", revision: 0 }), lines };
}

/** Refuses date-in-future, self-audit-changed, self-audit-measure-missing, self-audit-question-twice, field-refused. */
export function keepSelfAudit(
  db: WriteDb,
  input: Input<"self-audit.keep">,
  { clock }: Desk,
): Written<Output<"self-audit.keep">> {
  const now = clock.now();
  refuseFuture(input.auditedOn, now);
  const before = getSelfAudit(db, input.year);
  if ((before?.revision ?? 0) !== input.revision) throw new Refusal("self-audit-changed");
  if (new Set(input.lines.map(({ code }) => code)).size !== input.lines.length)
    throw new Refusal("self-audit-question-twice");
  if (input.lines.some(({ answer, measure }) => answer === "no" && measure === ""))
    throw new Refusal("self-audit-measure-missing");
  refusePersonal(
    "自查表中，个人的号码或者不得记载的内容",
    input.lines.flatMap(({ note, measure }) => [note, measure]),
  );
  putSelfAudit(db, { ...input, enteredAt: now, revision: input.revision + 1 });
  const output = readSelfAudit(db, input.year);
  return {
    output,
    objectId: `self-audit ${input.year}`,
    ...(before && { before }),
    after: output,
    ...(before
      ? { undo: { name: "self-audit.keep" as const, input: { ...before, revision: output.revision } } }
      : { keepsUndo: true as const }),
    nouns: ["self-audit"],
  };
}
