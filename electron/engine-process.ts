// THE ENGINE'S SEAT IN THE SHELL: verify, start, watch, restart, relay. Messages pass unread and are never logged:
// a passphrase goes through here once.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { EngineEvent } from "#contract/event";
import { engineNodeFlags, type EngineMessage, type Question, type Reply } from "#contract/wire";
import type { DiagnosticLog } from "./diagnostic-log.ts";
import { engineEnvironment } from "./engine-environment.ts";
import type { EngineProgram } from "./verify-engine.ts";

export type Engine = {
  /** Puts one question. Questions wait for the first start; after a death they are refused until the next one is ready. */
  ask(question: Question): Promise<Reply>;
  /** A question of the shell's own. */
  askFor(name: string, input: unknown, id?: string): Promise<Reply>;
  listen(hear: (event: EngineEvent) => void): () => void;
  /** Ends the child: asks it to go by closing the channel, and after three seconds ends it. */
  stop(): Promise<void>;
};

type Pending = { readonly question: Question; readonly settle: (reply: Reply) => void };

const restarted: Reply = { ok: false, refusal: { code: "engine-restarted", details: {} } };
const graceMs = 3000;
/** Waits before a restart, by the number of deaths in a row; a child that lived a minute starts the row anew. */
const backOffMs = [0, 500, 2000, 5000, 15_000, 30_000];
const steadyMs = 60_000;

/** Starts the engine as soon as its files are verified and keeps it running until `stop`. */
export function startEngine(program: Promise<EngineProgram>, log: DiagnosticLog): Engine {
  const pending = new Map<string, Pending>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let child: ChildProcess | undefined;
  let state: "waiting" | "ready" | "down" | "stopped" = "waiting";
  let deaths = 0;

  const announce = (event: EngineEvent): void => listeners.forEach((hear) => hear(event));
  const settle = (id: string, reply: Reply): void => {
    pending.get(id)?.settle(reply);
    pending.delete(id);
  };
  const send = (question: Question): void => {
    child?.send(question, (error) => {
      if (error) settle(question.id, restarted);
    });
  };

  function hear(message: EngineMessage): void {
    if (message.kind === "reply") return settle(message.id, message.reply);
    if (message.kind === "event") return announce(message.event);
    const isRestart = state === "down";
    state = "ready";
    log.note("engine-ready", { deaths });
    for (const { question } of pending.values()) send(question);
    if (isRestart) announce({ kind: "engine-restarted" });
  }

  async function start(): Promise<void> {
    const { node, entry } = await program;
    if (state === "stopped") return;
    const startedAt = performance.now();
    const started = spawn(node, [...engineNodeFlags, entry], {
      env: engineEnvironment(process.env),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      serialization: "advanced",
      windowsHide: true,
    });
    child = started;
    started.stdout?.on("data", (bytes: Buffer) => log.relay("engine", bytes));
    started.stderr?.on("data", (bytes: Buffer) => log.relay("engine", bytes));
    started.on("message", (message) => hear(message as EngineMessage));
    started.on("error", () => log.note("engine-start-failed"));
    started.once("exit", (code, signal) => {
      if (child === started) child = undefined;
      log.note("engine-ended", { code: code ?? -1, signal: signal ?? "none" });
      for (const id of [...pending.keys()]) settle(id, restarted);
      if (state === "stopped") return;
      deaths = performance.now() - startedAt > steadyMs ? 1 : deaths + 1;
      state = "down";
      setTimeout(() => void start(), backOffMs[Math.min(deaths - 1, backOffMs.length - 1)]);
    });
  }
  void start().catch(() => undefined);

  const ask = (question: Question): Promise<Reply> => {
    if (state === "down" || state === "stopped") return Promise.resolve(restarted);
    if (pending.has(question.id))
      return Promise.resolve({ ok: false, refusal: { code: "input-invalid", details: { where: "id" } } });
    return new Promise((settleThis) => {
      pending.set(question.id, { question, settle: settleThis });
      if (state === "ready") send(question);
    });
  };

  return {
    ask,
    askFor: (name, input, id = `shell-${randomUUID()}`) => ask({ id, seat: "shell", name, input }),
    listen(hearEvent) {
      listeners.add(hearEvent);
      return () => void listeners.delete(hearEvent);
    },
    stop() {
      state = "stopped";
      const going = child;
      if (!going) return Promise.resolve();
      return new Promise((gone) => {
        const timer = setTimeout(() => going.kill("SIGKILL"), graceMs);
        going.once("exit", () => {
          clearTimeout(timer);
          gone();
        });
        if (going.connected) going.disconnect();
        else going.kill();
      });
    },
  };
}
