// 登记: an entry is written, revised, taken back. Numbers run without a gap in each register and year.
import type { Input, Output } from "#contract/contract";
import { registerEntryId, registerFields, type RegisterEntry, type RegisterFields } from "#contract/register";
import { Refusal } from "#contract/refusal";
import { getFonds, getMatter } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { addEntry, addStep, lastEntryNumber, removeEntry, setEntry } from "#db/register";
import type { Desk } from "#engine/desk";
import { judgeSecurityMark } from "#engine/scan/judge-security-mark";
import { pickFields } from "#engine/item/pick-fields";
import { refuseClosedFonds } from "#engine/item/refuse-wrong-class";
import type { Written } from "#engine/written";
import { entryForChange, needEntry } from "./read-entry.ts";
import { warnOfEntry } from "./warn-of-entry.ts";

const fieldNames = Object.keys(registerFields.unwrap().shape) as (keyof RegisterFields)[];
const fieldsOf = (entry: RegisterEntry): RegisterFields => pickFields(entry, fieldNames);

const yearOfDay = (day: string): number => Number(day.slice(0, 4));

/** Refuses fonds-not-found, matter-not-found. The sender of a paper received is its 责任者 unless another was named. */
function settle(db: ReadDb, fields: RegisterFields): RegisterFields {
  if (!getFonds(db, fields.fondsId)) throw new Refusal("fonds-not-found");
  if (fields.matterId && getMatter(db, fields.matterId)?.fondsId !== fields.fondsId)
    throw new Refusal("matter-not-found");
  const creator = fields.creator === "" && fields.kind === "incoming" ? fields.correspondent : fields.creator;
  return { ...fields, creator };
}

/** Writes a new entry under the next number of its register. A state secret is refused and nothing of it kept (P15). */
export function addToRegister(db: WriteDb, input: Input<"register.add">, desk: Desk): Written<Output<"register.add">> {
  const securityLevel = judgeSecurityMark(input.securityMark);
  const fields = settle(db, input.fields);
  refuseClosedFonds(db, fields.fondsId);
  const year = yearOfDay(fields.happenedOn);
  const id = registerEntryId.parse(desk.makeId());
  const number = lastEntryNumber(db, fields.fondsId, fields.kind, year) + 1;
  const enteredAt = desk.clock.now();
  addEntry(db, { ...fields, id, year, number, securityLevel, state: "registered", itemId: null, enteredAt });
  const { happenedOn, handler } = fields;
  addStep(db, id, { number: 1, state: "registered", happenedOn, enteredAt, handler, note: "" });
  const entry = needEntry(db, id);
  return {
    output: { entry, warnings: warnOfEntry(db, entry) },
    objectId: id,
    after: entry,
    undo: { name: "register.take-back", input: { id, revision: entry.revision } },
    nouns: ["register"],
  };
}

/** Changes what was written; the register's year stays. Refuses register-year-fixed and what register.add refuses. */
export function reviseEntry(db: WriteDb, input: Input<"register.revise">): Written<Output<"register.revise">> {
  const before = entryForChange(db, input.id, input.revision);
  const securityLevel = judgeSecurityMark(input.securityMark);
  const fields = settle(db, input.fields);
  const isElsewhere = fields.fondsId !== before.fondsId || fields.kind !== before.kind;
  if (isElsewhere || yearOfDay(fields.happenedOn) !== before.year)
    throw new Refusal("register-year-fixed", { year: before.year });
  setEntry(db, input.id, { ...fields, securityLevel });
  const entry = needEntry(db, input.id);
  return {
    output: { entry, warnings: warnOfEntry(db, entry) },
    objectId: entry.id,
    before,
    after: entry,
    undo: {
      name: "register.revise",
      input: {
        id: entry.id,
        revision: entry.revision,
        fields: fieldsOf(before),
        securityMark: before.securityLevel,
      },
    },
    nouns: ["register"],
  };
}

/** Refuses register-entry-not-last, register-entry-filed: a number in the middle is cancelled, not taken away. */
export function takeEntryBack(db: WriteDb, input: Input<"register.take-back">): Written<{ number: number }> {
  const before = entryForChange(db, input.id, input.revision);
  if (before.itemId) throw new Refusal("register-entry-filed");
  if (lastEntryNumber(db, before.fondsId, before.kind, before.year) !== before.number)
    throw new Refusal("register-entry-not-last", { number: before.number });
  removeEntry(db, before.id);
  return { output: { number: before.number }, objectId: before.id, before, nouns: ["register"] };
}
