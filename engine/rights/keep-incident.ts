// 安全事件登记 (PIPL 57).
import type { Input, Output } from "#contract/contract";
import type { Incident } from "#contract/incident";
import { Refusal } from "#contract/refusal";
import { getIncident, nextIncidentNumber, putIncident } from "#db/incident";
import type { ReadDb, WriteDb } from "#db/open";
import { refuseFuture } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { refusePersonal } from "./refuse-personal.ts";

function findOpenIncident(db: ReadDb, id: string, revision: number): Incident {
  const incident = getIncident(db, id);
  if (!incident) throw new Refusal("incident-not-found");
  if (incident.state === "closed") throw new Refusal("incident-closed");
  if (incident.revision !== revision) throw new Refusal("incident-changed");
  return incident;
}

/** Days that fit each other: it happens, it is found, somebody is told. */
function refuseWrongDays({ happenedOn, foundOn, facts }: Input<"incident.register">, now: string): void {
  refuseFuture(foundOn, now);
  for (const { on } of facts.told) {
    refuseFuture(on, now);
    if (on < foundOn) throw new Refusal("incident-days-wrong");
  }
  if (happenedOn > foundOn) throw new Refusal("incident-days-wrong");
}

/** Refuses field-refused: it says what kind of data, of how many, never whose. */
function refuseWords({ facts }: Input<"incident.register">): void {
  const { data, people, course, harm, measures, told, untold } = facts;
  const whom = told.flatMap((each) => [each.whom, each.how]);
  refusePersonal("安全事件登记中，个人的号码或者不得记载的内容", [
    data,
    people,
    course,
    harm,
    measures,
    untold,
    ...whom,
  ]);
}

function written(before: Incident | undefined, after: Incident): Written<Incident> {
  return {
    output: after,
    objectId: after.id,
    ...(before && { before }),
    after,
    keepsUndo: true,
    nouns: ["incident"],
  };
}

/** Refuses date-in-future, incident-days-wrong, field-refused. */
export function registerIncident(
  db: WriteDb,
  input: Input<"incident.register">,
  { clock, makeId }: Desk,
): Written<Output<"incident.register">> {
  const now = clock.now();
  refuseWrongDays(input, now);
  refuseWords(input);
  const year = Number(input.foundOn.slice(0, 4));
  const id = makeId();
  const incident: Incident = {
    ...{ ...input, id, year, number: nextIncidentNumber(db, year), enteredAt: now, state: "open", revision: 1 },
  };
  putIncident(db, incident);
  return written(undefined, incident);
}

/** Refuses incident-not-found, incident-closed, incident-changed, date-in-future, incident-days-wrong, incident-year-fixed, field-refused. */
export function reviseIncident(
  db: WriteDb,
  { id, revision, ...given }: Input<"incident.revise">,
  { clock }: Desk,
): Written<Output<"incident.revise">> {
  const before = findOpenIncident(db, id, revision);
  refuseWrongDays(given, clock.now());
  refuseWords(given);
  // Its number belongs to the year it was found in.
  if (Number(given.foundOn.slice(0, 4)) !== before.year) throw new Refusal("incident-year-fixed");
  const after: Incident = { ...before, ...given, revision: revision + 1 };
  putIncident(db, after);
  return written(before, after);
}

/** Refuses incident-not-found, incident-closed, incident-changed, incident-unfinished. */
export function closeIncident(
  db: WriteDb,
  { id, revision }: Input<"incident.close">,
): Written<Output<"incident.close">> {
  const before = findOpenIncident(db, id, revision);
  const { measures, told, untold } = before.facts;
  if (measures === "" || (told.length === 0 && untold === "")) throw new Refusal("incident-unfinished");
  const after: Incident = { ...before, state: "closed", revision: revision + 1 };
  putIncident(db, after);
  return written(before, after);
}
