// What the engine announces without being asked.
import { z } from "zod";
import { readingProgress } from "./reading-queue.ts";
import { refusalCode } from "./refusal.ts";
import { pageId } from "./scan.ts";

/** progress: done ≤ total, in the unit named; a heartbeat comes at least every second. */
export const engineEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("changed"), nouns: z.array(z.string()).readonly() }),
  z.object({
    kind: z.literal("progress"),
    taskId: z.string(),
    procedure: z.string(),
    phase: z.string(),
    done: z.number(),
    total: z.number(),
    unit: z.enum(["page", "file", "byte", "row", "step"]),
  }),
  z.object({ kind: z.literal("locked"), reason: z.enum(["asked", "idle", "closed"]) }),
  z.object({ kind: z.literal("engine-restarted") }),
  /** How far 文字识别 is; pageId is the page that was just done, null when only the figures changed. */
  z.object({ kind: z.literal("reading"), progress: readingProgress, pageId: pageId.nullable() }),
  /** Something that must be read though nobody asked: a refusal of work in the background. */
  z.object({
    kind: z.literal("refused"),
    code: refusalCode,
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type EngineEvent = z.infer<typeof engineEvent>;
