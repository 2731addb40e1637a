// 办理: what became of a paper, step by step; each step keeps the day it happened and the moment it was written down.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { addStep, listSteps, removeStep, setEntry } from "#db/register";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { entryForChange, readEntry } from "./read-entry.ts";

/** Adds a step. Cancelling needs a reason and is refused once an item was made of the entry. */
export function handleEntry(
  db: WriteDb,
  input: Input<"register.handle">,
  desk: Desk,
): Written<Output<"register.handle">> {
  const before = entryForChange(db, input.id, input.revision);
  if (input.state === "cancelled") {
    if (input.note === "") throw new Refusal("register-reason-missing");
    if (before.itemId) throw new Refusal("register-entry-filed");
  }
  const { state, happenedOn, handler, note } = input;
  const number = (listSteps(db, before.id).at(-1)?.number ?? 0) + 1;
  addStep(db, before.id, { number, state, happenedOn, enteredAt: desk.clock.now(), handler, note });
  setEntry(db, before.id, { state, ...(handler !== "" && { handler }) });
  const output = readEntry(db, before.id);
  return {
    output,
    objectId: before.id,
    before: { state: before.state },
    after: { state, happenedOn, handler },
    undo: { name: "register.unhandle", input: { id: before.id, revision: output.entry.revision } },
    nouns: ["register"],
  };
}

/** Takes the last step back; the first, 已登记, stays. */
export function unhandleEntry(db: WriteDb, input: Input<"register.unhandle">): Written<Output<"register.unhandle">> {
  const before = entryForChange(db, input.id, input.revision);
  const steps = listSteps(db, before.id);
  const last = steps.at(-1);
  const earlier = steps.at(-2);
  if (!last || !earlier) throw new Refusal("register-entry-changed");
  removeStep(db, before.id, last.number);
  setEntry(db, before.id, { state: earlier.state, handler: earlier.handler || before.handler });
  return {
    output: readEntry(db, before.id),
    objectId: before.id,
    before: { state: before.state },
    after: { state: earlier.state },
    nouns: ["register"],
  };
}
