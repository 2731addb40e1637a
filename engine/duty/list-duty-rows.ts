// The rows that prove a duty in a period, and those beside them: number, date and kind, never the words of a person.
import type { Input, Output } from "#contract/contract";
import type { Duty, DutyId } from "#contract/duty";
import { Refusal } from "#contract/refusal";
import { getDuty, listProofRows } from "#db/duty";
import { findLedger } from "#db/ledger";
import type { ReadDb } from "#db/open";
import { boundsOf, periodsOf, type DutyRange } from "./duty-period.ts";
import { proofRuleOf, shownKind } from "./proof-rule.ts";

const most = 500;

/** One duty. Refuses duty-not-found. */
export function readDuty(db: ReadDb, id: DutyId): Duty {
  const duty = getDuty(db, id);
  if (!duty) throw new Refusal("duty-not-found");
  return duty;
}

/** The period of a duty by its name. Refuses duty-period-wrong for one it does not have. */
export function rangeOf(duty: Duty, period: string): DutyRange {
  const range = periodsOf(duty.frequency, Number(period.slice(0, 4))).find((each) => each.period === period);
  if (!range) throw new Refusal("duty-period-wrong");
  return range;
}

/** Refuses duty-not-found, duty-period-wrong. */
export function listDutyRows(db: ReadDb, { id, period }: Input<"duty.rows">): Output<"duty.rows"> {
  const duty = readDuty(db, id);
  const range = rangeOf(duty, period);
  const ledger = findLedger(db, duty.fondsId, duty.ledgerCode);
  if (!ledger) return { rows: [], isCut: false };
  const kind = shownKind(ledger);
  const found = listProofRows(db, proofRuleOf(duty, ledger), kind?.key, boundsOf(range), most + 1);
  // A value typed beside the choices may be anybody's words.
  const said = (value: string): string => (kind?.rules.choices.includes(value) ? value : "");
  const rows = found.slice(0, most).map(({ rowId, seq, occurredOn, isLate, value, said: word, matched }) => ({
    ...{ rowId, seq, occurredOn, isLate, kind: said(value) },
    isSaid: word === null ? null : word === 1,
    isCounted: (word ?? matched) === 1,
  }));
  return { rows, isCut: found.length > most };
}
