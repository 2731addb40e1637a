// The wire between window, shell and engine: what preload.ts exposes and the child's channel carries.
import type { EngineEvent } from "./event.ts";
import type { Seat } from "./procedure.ts";
import type { RefusalCode, RefusalDetails } from "./refusal.ts";

/**
 * How Node is started for the engine: a heap that is tidied early and stays small. Left to itself it takes twice the
 * memory for the same catalogue, measured, without being faster (target: 400 MB with a page cache of 128 MB).
 */
export const engineNodeFlags = ["--max-semi-space-size=8", "--max-old-space-size=384"] as const;

/** One question on its way; id is unique per asker and names the task when it is a long one. */
export type Question = { readonly id: string; readonly seat: Seat; readonly name: string; readonly input: unknown };

/** One answer: a value, a refusal, or a fault with a short id that the diagnostic log carries too. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: { readonly code: RefusalCode; readonly details: RefusalDetails } }
  | { readonly ok: false; readonly fault: string };

/** Messages from the engine child to whoever started it. */
export type EngineMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "reply"; readonly id: string; readonly reply: Reply }
  | { readonly kind: "event"; readonly event: EngineEvent };

/** window.engineWire: the window's whole world. ask() takes an id so that a task can be named before it ends. */
export type EngineWire = {
  ask(id: string, name: string, input: unknown): Promise<Reply>;
  listen(hear: (event: EngineEvent) => void): () => void;
};
