// 首页 — what waits today.
import { z } from "zod";
import { everybody, read } from "./procedure.ts";

export const homeProcedures = {
  "home.show": read({
    roles: everybody,
    input: z.object({}),
    output: z.object({
      trayPageCount: z.number().int(),
      draftCount: z.number().int(),
      filedCount: z.number().int(),
      /** Per matter of the filing year: filed and all items. */
      progress: z
        .array(z.object({ name: z.string(), filedCount: z.number().int(), itemCount: z.number().int() }))
        .readonly(),
      filingYear: z.number().int().nullable(),
      lastBackupAt: z.string().nullable(),
      backupFolder: z.string(),
      recent: z
        .array(z.object({ itemId: z.string(), title: z.string(), at: z.string(), state: z.string() }))
        .readonly(),
    }),
  }),
};
