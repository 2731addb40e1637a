// The typed call over the wire: what was a Refusal inside the engine is a Refusal again on the page.
import type { Asked, Name, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { ShellInput, ShellName, ShellOutput } from "#contract/shell";
import type { Reply } from "#contract/wire";

/** Something nobody can mend now; faultId also stands in the diagnostic log. */
export class Fault extends Error {
  readonly faultId: string;
  constructor(faultId: string) {
    super(`fault ${faultId}`);
    this.name = "Fault";
    this.faultId = faultId;
  }
}

/** A fresh id for a question; it names the task when the question is a long one. */
export const newQuestionId = (): string => crypto.randomUUID();

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.value;
  if ("refusal" in reply) throw new Refusal(reply.refusal.code, reply.refusal.details);
  throw new Fault(reply.fault);
}

/** Asks the engine; throws Refusal for an expected no, Fault for anything else. */
export async function ask<N extends Name>(name: N, input: Asked<N>, id = newQuestionId()): Promise<Output<N>> {
  return unwrap(await window.engineWire.ask(id, name, input)) as Output<N>;
}

/** Asks the shell for what only it can do: dialogs, printing, remembering the desk. */
export async function askShell<N extends ShellName>(name: N, input: ShellInput<N>): Promise<ShellOutput<N>> {
  return unwrap(await window.shellWire.ask(name, input)) as ShellOutput<N>;
}
