// 履职事项: taken from what is shipped, added, revised, switched off.
import type { Input, Output } from "#contract/contract";
import type { Duty, DutyId, DutyTerms } from "#contract/duty";
import type { FondsId } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { addDuty, dropDuty, hasTraces, setDuty } from "#db/duty";
import { getFonds } from "#db/fonds";
import { findLedger } from "#db/ledger";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { findRefusedWords } from "#engine/input/refused-words";
import type { Written } from "#engine/written";
import { readDuty } from "./list-duty-rows.ts";
import { decidingColumn } from "./proof-rule.ts";
import { offeredDuties } from "./show-calendar.ts";
import { shippedDuties } from "./shipped-duties.ts";

const nouns = ["duty"];
const hasNoPeriod = (frequency: DutyTerms["frequency"]): boolean => frequency === "regular" || frequency === "on-event";

/** Refuses field-refused for words that name what may not be kept (personal-data P2). */
export function refuseWords(where: string, words: string): void {
  if (findRefusedWords(words).length > 0) throw new Refusal("field-refused", { where });
}

/** Terms as they are kept. Refuses duty-times-missing, duty-column-unfit, field-refused. */
function settle(db: ReadDb, fondsId: FondsId, terms: DutyTerms): DutyTerms {
  const isTimeless = hasNoPeriod(terms.frequency);
  if (!isTimeless && terms.times === null) throw new Refusal("duty-times-missing");
  refuseWords("「事项」", terms.name);
  refuseWords("「计入的类别」", terms.kindValue);
  refuseWords("「责任单位」", terms.owner);
  const ledger = findLedger(db, fondsId, terms.ledgerCode);
  if (ledger && terms.kindValue !== "" && !decidingColumn(ledger, terms))
    throw new Refusal("duty-column-unfit", { ledger: ledger.name });
  return { ...terms, times: isTimeless ? null : terms.times };
}

const termsOf = ({ name, frequency, times, ledgerCode, countsBy, kindValue, owner, beginsOn }: Duty): DutyTerms => ({
  ...{ name, frequency, times, ledgerCode, countsBy, kindValue, owner, beginsOn },
});

/** Refuses fonds-not-found, duty-nothing-offered. */
export function takeDuties(
  db: WriteDb,
  { fondsId, beginsOn }: Input<"duty.take">,
  { makeId }: Desk,
): Written<Output<"duty.take">> {
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  const offered = offeredDuties(db, fondsId);
  if (offered.length === 0) throw new Refusal("duty-nothing-offered");
  const { source } = shippedDuties();
  const ids = offered.map((terms) => {
    const id = makeId() as DutyId;
    addDuty(db, { ...terms, id, fondsId, beginsOn, source, isActive: true, revision: 1 });
    return id;
  });
  const output = { taken: ids.length };
  const undo = { name: "duty.give-back" as const, input: { fondsId, ids } };
  return { output, objectId: fondsId, after: output, undo, nouns };
}

/** Whether a duty is as it was taken: what was revised or switched off is the office's own by now. */
function isAsShipped(duty: Duty): boolean {
  const shipped = shippedDuties().duties.find(({ code }) => code === duty.code);
  const own: Readonly<Record<string, unknown>> = { ...duty };
  return duty.isActive && !!shipped && Object.entries(shipped).every(([key, value]) => own[key] === value);
}

/** Refuses duty-not-found, also for one of another 全宗, and duty-in-use; nothing is given back then. */
export function giveDutiesBack(
  db: WriteDb,
  { fondsId, ids }: Input<"duty.give-back">,
): Written<Output<"duty.give-back">> {
  const before = [...new Set(ids)].map((id) => readDuty(db, id));
  for (const duty of before) {
    if (duty.fondsId !== fondsId) throw new Refusal("duty-not-found");
    if (!isAsShipped(duty) || hasTraces(db, duty.id)) throw new Refusal("duty-in-use", { name: duty.name });
  }
  for (const { id } of before) dropDuty(db, id);
  return { output: { given: before.length }, objectId: fondsId, before, keepsUndo: true, nouns };
}

/** Refuses fonds-not-found and what `settle` refuses. */
export function addOwnDuty(
  db: WriteDb,
  { fondsId, terms }: Input<"duty.add">,
  { makeId }: Desk,
): Written<Output<"duty.add">> {
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  const id = makeId() as DutyId;
  const code = `own-${id.slice(0, 12)}`;
  addDuty(db, { ...settle(db, fondsId, terms), id, fondsId, code, source: "", isActive: true, revision: 1 });
  const output = readDuty(db, id);
  const undo = { name: "duty.switch" as const, input: { id, revision: output.revision, isActive: false } };
  return { output, objectId: id, after: output, undo, nouns };
}

/** The duty as the window saw it. Refuses duty-not-found, duty-changed. */
function dutyForChange(db: ReadDb, id: DutyId, revision: number): Duty {
  const before = readDuty(db, id);
  if (before.revision !== revision) throw new Refusal("duty-changed");
  return before;
}

/** Refuses duty-not-found, duty-changed and what `settle` refuses. */
export function reviseDuty(db: WriteDb, { id, revision, terms }: Input<"duty.revise">): Written<Output<"duty.revise">> {
  const before = dutyForChange(db, id, revision);
  setDuty(db, id, settle(db, before.fondsId, terms));
  const output = readDuty(db, id);
  const undo = { name: "duty.revise" as const, input: { id, revision: output.revision, terms: termsOf(before) } };
  return { output, objectId: id, before, after: output, undo, nouns };
}

/** Refuses duty-not-found, duty-changed. */
export function switchDuty(
  db: WriteDb,
  { id, revision, isActive }: Input<"duty.switch">,
): Written<Output<"duty.switch">> {
  const before = dutyForChange(db, id, revision);
  setDuty(db, id, { isActive });
  const output = readDuty(db, id);
  const undo = { name: "duty.switch" as const, input: { id, revision: output.revision, isActive: before.isActive } };
  return { output, objectId: id, before, after: output, reasonCode: isActive ? "on" : "off", undo, nouns };
}
