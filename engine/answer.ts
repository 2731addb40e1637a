// One question answered: parse, check seat and role, open the right kind of connection, run, check the answer.
import { contract, type Name, type NameOf } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { Question } from "#contract/wire";
import type { ReadDb, WriteDb } from "#db/open";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { Desk } from "./desk.ts";
import { doors, reads, tasks, writes } from "./handlers.ts";
import type { House } from "./house.ts";
import { reportTo, type Job } from "./job.ts";
import { refuseHidden } from "./refuse-hidden.ts";
import { writeStep } from "./write-step.ts";
import type { Written } from "./written.ts";

// The maps are checked name by name where they are written; here a name is only known at run time.
type AnyRead = (db: ReadDb, input: unknown, desk: Desk) => unknown;
type AnyWrite = (db: WriteDb, input: unknown, desk: Desk) => Written<unknown>;
type AnyTask = (house: House, archive: OpenArchive, input: unknown, job: Job) => Promise<unknown>;
type AnyDoor = (house: House, input: unknown, job: Job) => Promise<unknown>;

function procedureOf(name: string): Name {
  if (!Object.hasOwn(contract, name)) throw new Refusal("procedure-unknown", { name: name.slice(0, 60) });
  return name as Name;
}

/** Answers one question. Throws Refusal, or a fault that the door gives a short id. */
export async function answer(house: House, question: Question): Promise<unknown> {
  const name = procedureOf(question.name);
  const procedure = contract[name];
  if (procedure.seat === "shell" && question.seat !== "shell") throw new Refusal("role-missing");
  // Who may not ask is told so before the question is even read.
  refuseRole(house, name);
  const parsed = procedure.input.safeParse(question.input ?? {});
  if (!parsed.success) {
    // Only the places that are wrong are named, never what stands there.
    const where = parsed.error.issues.map((issue) => issue.path.join(".") || "?").join("、");
    throw new Refusal("input-invalid", { where: where.slice(0, 200) });
  }
  return procedure.output.parse(await run(house, question.id, name, parsed.data));
}

/** Refuses archive-locked and role-missing; a door is answered before anything is unlocked. */
function refuseRole({ archive }: House, name: Name): void {
  const { kind, roles } = contract[name];
  if (kind === "door") return;
  if (!archive) throw new Refusal("archive-locked");
  if (roles !== "anyone" && !archive.person.roles.some((role) => roles.includes(role)))
    throw new Refusal("role-missing");
}

async function run(house: House, id: string, name: Name, input: unknown): Promise<unknown> {
  const { kind } = contract[name];
  if (kind === "door")
    return runLong(house, id, name, (job) => (doors[name as NameOf<"door">] as AnyDoor)(house, input, job));
  const { archive } = house;
  if (!archive) throw new Refusal("archive-locked");
  const { clock, makeId, sayReadings } = house;
  const desk: Desk = { archive, clock, makeId, sayReadings };
  switch (kind) {
    case "read":
      return (reads[name as NameOf<"read">] as AnyRead)(archive.connection.read, input, desk);
    case "write":
      refuseHidden(archive, input);
      return writeStep(house, archive, name, (db) => (writes[name as NameOf<"write">] as AnyWrite)(db, input, desk));
    case "task":
      refuseHidden(archive, input);
      return runOnArchive(house, archive, id, name, input);
  }
}

/** A task on the open archive: closing it waits until the task has ended. */
async function runOnArchive(
  house: House,
  archive: OpenArchive,
  id: string,
  name: Name,
  input: unknown,
): Promise<unknown> {
  const work = runLong(house, id, name, (job) =>
    (tasks[name as NameOf<"task">] as AnyTask)(house, archive, input, job),
  );
  house.settling.add(work);
  try {
    return await work;
  } finally {
    house.settling.delete(work);
  }
}

async function runLong(house: House, id: string, name: Name, work: (job: Job) => Promise<unknown>): Promise<unknown> {
  const controller = new AbortController();
  const { progress, stop } = reportTo(house.announce, id, name);
  house.running.set(id, controller);
  try {
    return await work({ id, signal: controller.signal, progress });
  } finally {
    stop();
    house.running.delete(id);
  }
}
