// What the engine and a helper process say to each other. Bytes go in, pixels, facts or rows come out; nothing else crosses.
import type { RefusalCode, RefusalDetails } from "#contract/refusal";

/** The programs that may run as a helper process; the name is the file's name. */
export type HelperName = "image-helper" | "table-helper" | "reading-helper" | "package-helper";

/** What a helper is asked: always about the bytes of one file. */
export type Question = Readonly<Record<string, unknown>> & { readonly bytes: Uint8Array };

/**
 * Engine to helper. The bytes of a question follow in pieces, so neither side holds a large file twice; `more` lets the
 * helper produce one further part, so pages do not pile up either.
 */
export type ToHelper =
  | { type: "ask"; id: number; question: Readonly<Record<string, unknown>>; size: number }
  | { type: "bytes"; id: number; piece: Uint8Array }
  | { type: "more"; id: number };

/** Bytes in one piece. */
export const pieceSize = 1024 * 1024;

/** Helper to engine. `alive` is sent for work really done between two parts. A `fault` carries nothing: whatever it could say may come from the file. */
export type FromHelper =
  | { type: "ready" }
  | { type: "alive"; id: number }
  | { type: "part"; id: number; part: unknown }
  | { type: "done"; id: number }
  | { type: "refused"; id: number; code: RefusalCode; details: RefusalDetails }
  | { type: "fault"; id: number };

/** How many parts a helper may produce before it waits: one being stored, one ahead. */
export const partsAhead = 2;
