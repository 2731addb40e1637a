// 操作日志 — the hash chain over every write (package-and-trust B1, Audit log). Values never enter it, only keyed digests.
import { z } from "zod";
import { keepersAndInspector, read } from "./procedure.ts";

export const journalEntry = z
  .object({
    sequence: z.number().int(),
    hash: z.string(),
    at: z.iso.datetime(),
    personName: z.string(),
    role: z.string(),
    action: z.string(),
    objectId: z.string(),
    reasonCode: z.string(),
  })
  .readonly();
export type JournalEntry = z.infer<typeof journalEntry>;

export const journalProcedures = {
  "journal.list": read({
    roles: keepersAndInspector,
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ entries: z.array(journalEntry).readonly(), total: z.number().int() }),
  }),
  "journal.verify": read({
    roles: keepersAndInspector,
    input: z.object({}),
    output: z.object({
      isWhole: z.boolean(),
      entryCount: z.number().int(),
      head: z.string(),
      brokenAt: z.number().int().nullable(),
    }),
  }),
};
