// What this room answers.
import { listOpenExports } from "#db/open-export";
import type { Reads, Tasks } from "#engine/handler";
import { planExport } from "./gather-export.ts";
import { writeExport } from "./write-export.ts";

export const openExportReads = {
  "open-export.plan": (db) => planExport(db),
  "open-export.list": (db) => listOpenExports(db),
} satisfies Partial<Reads>;
export const openExportTasks = { "open-export.write": writeExport } satisfies Partial<Tasks>;
