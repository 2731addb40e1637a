// What the engine and a helper process say to each other. Bytes go in, pixels, facts or rows come out; nothing else crosses.
import type { RefusalCode, RefusalDetails } from "#contract/refusal";

/** The programs that may run as a helper process; the name is the file's name. */
export type HelperName = "image-helper" | "table-helper";

/** Engine to helper. `more` lets the helper produce one further part, so memory on both sides stays bounded. */
export type ToHelper = { type: "ask"; id: number; question: unknown } | { type: "more"; id: number };

/** Helper to engine. A `fault` carries nothing: whatever it could say may come from the file. */
export type FromHelper =
  | { type: "ready" }
  | { type: "part"; id: number; part: unknown }
  | { type: "done"; id: number }
  | { type: "refused"; id: number; code: RefusalCode; details: RefusalDetails }
  | { type: "fault"; id: number };

/** How many parts a helper may produce before it waits: one being stored, one ahead. */
export const partsAhead = 2;
