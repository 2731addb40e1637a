// Stopping a long job, and what the engine announces of it.
import { z } from "zod";
import { door } from "./procedure.ts";

export const taskProcedures = {
  "task.cancel": door({ roles: "anyone", input: z.object({ taskId: z.string().min(1) }), output: z.object({}) }),
};
