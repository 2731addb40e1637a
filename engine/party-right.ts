// 党务 right of a person: given and withdrawn by a supervisor who has it herself.
import type { Person } from "#contract/archive";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { getPerson, giveRight, takeRight } from "#db/person";
import type { Desk } from "./desk.ts";
import type { Written } from "./written.ts";

function readPerson(db: WriteDb, id: Person["id"], desk: Desk): Person {
  if (!desk.archive.person.rights.includes("party")) throw new Refusal("party-right-missing");
  const person = getPerson(db, id);
  if (!person) throw new Refusal("person-not-found");
  return person;
}

function changed(db: WriteDb, before: Person): Written<Person> {
  const output = getPerson(db, before.id) ?? before;
  return { output, objectId: before.id, before: before.rights, after: output.rights, nouns: ["archive", "person"] };
}

/** Refuses person-not-found, party-right-missing. */
export function grantPartyRight(db: WriteDb, { id }: Input<"person.grant-party-right">, desk: Desk): Written<Person> {
  const before = readPerson(db, id, desk);
  giveRight(db, { personId: id, name: "party", grantedAt: desk.clock.now(), grantedBy: desk.archive.person.id });
  return changed(db, before);
}

/** Refuses person-not-found, party-right-missing, and party-right-own: so somebody always keeps it. */
export function withdrawPartyRight(
  db: WriteDb,
  { id }: Input<"person.withdraw-party-right">,
  desk: Desk,
): Written<Person> {
  const before = readPerson(db, id, desk);
  if (id === desk.archive.person.id) throw new Refusal("party-right-own");
  takeRight(db, id, "party");
  return changed(db, before);
}
