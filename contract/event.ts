// What the engine announces without being asked.
import { z } from "zod";

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
    unit: z.enum(["page", "file", "byte", "row"]),
  }),
  z.object({ kind: z.literal("locked"), reason: z.enum(["asked", "idle", "closed"]) }),
  z.object({ kind: z.literal("engine-restarted") }),
]);
export type EngineEvent = z.infer<typeof engineEvent>;
