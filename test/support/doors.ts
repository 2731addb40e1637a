// The ways into the engine: in this process, and as the child process that Electron starts. Both answer the same questions.
import { fork, type ChildProcess } from "node:child_process";
import type { Asked, Name, Output } from "#contract/contract";
import type { EngineEvent } from "#contract/event";
import type { Seat } from "#contract/procedure";
import { Refusal } from "#contract/refusal";
import { engineNodeFlags, type EngineMessage, type Reply } from "#contract/wire";
import { testEngine } from "./archive.ts";
import { builtProgram } from "./built-program.ts";

export type Door = {
  /** Asks from a seat; the answer as it travels. */
  put(seat: Seat, name: string, input: unknown, id?: string): Promise<Reply>;
  ask<N extends Name>(name: N, input: Asked<N>): Promise<Output<N>>;
  readonly events: EngineEvent[];
  readonly child?: ChildProcess;
  close(): Promise<void>;
};

function typed(put: Door["put"]): Door["ask"] {
  return async (name, input) => {
    const reply = await put("window", name, input);
    if (reply.ok) return reply.value as Output<typeof name>;
    if ("refusal" in reply) throw new Refusal(reply.refusal.code, reply.refusal.details);
    throw new Error(`fault ${reply.fault} in ${name}`);
  };
}

let asked = 0;

/** The engine in this process. */
export function enterInProcess(): Promise<Door> {
  const { engine, events } = testEngine();
  const put: Door["put"] = (seat, name, input, id = `q${++asked}`) => engine.reply({ id, seat, name, input });
  return Promise.resolve({ put, ask: typed(put), events, close: () => engine.close() });
}

/** The engine as a child process over its channel; another program may stand in for the host. */
export async function enterChild(program = "engine/host.ts", words: readonly string[] = []): Promise<Door> {
  const host = await builtProgram(program);
  const child = fork(host, words, {
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [...engineNodeFlags],
  });
  const events: EngineEvent[] = [];
  const waiting = new Map<string, (reply: Reply) => void>();
  const ready = Promise.withResolvers<void>();
  child.on("message", (message: EngineMessage) => {
    if (message.kind === "ready") ready.resolve();
    else if (message.kind === "event") events.push(message.event);
    else {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    }
  });
  child.on("exit", () => {
    for (const answer of waiting.values()) answer({ ok: false, refusal: { code: "engine-restarted", details: {} } });
    waiting.clear();
  });
  await ready.promise;
  const put: Door["put"] = (seat, name, input, id = `q${++asked}`) =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, seat, name, input });
    });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.disconnect();
    await gone;
  };
  return { put, ask: typed(put), events, child, close };
}

export const doors = { "in this process": enterInProcess, "through the child process": () => enterChild() } as const;
