// 恢复 — an archive out of its backup: looked for, checked before anything is written, then laid beside what is there. Every restore
// first does what was deleted since the backup was made (personal-data P14).
import { z } from "zod";
import { door } from "./procedure.ts";

/** 备份 as it can be seen without a passphrase. */
export const foundBackup = z
  .object({
    folder: z.string(),
    name: z.string(),
    archiveId: z.string(),
    at: z.string(),
    files: z.number().int(),
  })
  .readonly();
export type FoundBackup = z.infer<typeof foundBackup>;

/** What an archive holds, counted; persons are not among it. */
export const restoreCounts = z
  .object({
    items: z.number().int(),
    pages: z.number().int(),
    registerEntries: z.number().int(),
    ledgerRows: z.number().int(),
    files: z.number().int(),
  })
  .readonly();
export type RestoreCounts = z.infer<typeof restoreCounts>;

/** none: nothing lies there; unreadable: something lies there that these secrets or this program cannot open. */
export const presentState = z.enum(["none", "open", "unreadable"]);
export type PresentState = z.infer<typeof presentState>;

/** What lies where the restored archive goes, beside what the backup holds. */
export const presentArchive = z
  .object({
    state: presentState,
    /** Its last act; null when it cannot be read. */
    lastAt: z.string().nullable(),
    counts: restoreCounts.nullable(),
    /** Acts since the backup, which the restored archive will not know; null when the two have gone apart or it cannot be read. */
    changes: z.number().int().nullable(),
  })
  .readonly();
export type PresentArchive = z.infer<typeof presentArchive>;

/** Deletions and removals the backup does not know of yet, from every register that could be read. */
export const dueDeletions = z
  .object({
    count: z.number().int(),
    /** Papers taken away as state secrets since (P15). */
    takenAway: z.number().int(),
    registers: z.array(z.object({ place: z.string(), writtenAt: z.string() })).readonly(),
    /** The present archive itself was read: nothing was deleted that is not known here. */
    isCertain: z.boolean(),
  })
  .readonly();
export type DueDeletions = z.infer<typeof dueDeletions>;

export const restoreCheck = z
  .object({
    backup: foundBackup,
    archiveName: z.string(),
    counts: restoreCounts,
    target: z.string(),
    /** Where what lies at the target now will be kept; null when nothing does. */
    keptAs: z.string().nullable(),
    present: presentArchive,
    deletions: dueDeletions,
    bytesNeeded: z.number(),
    bytesFree: z.number(),
  })
  .readonly();
export type RestoreCheck = z.infer<typeof restoreCheck>;

export const restoreReport = z
  .object({
    folder: z.string(),
    keptAs: z.string().nullable(),
    backupAt: z.string(),
    counts: restoreCounts,
    deletions: z.number().int(),
    takenAway: z.number().int(),
  })
  .readonly();
export type RestoreReport = z.infer<typeof restoreReport>;

/** The passphrase of then or of now, or the eight groups of the recovery sheet. */
const secret = z.union([
  z.object({ passphrase: z.string().min(1).max(1024) }),
  z.object({ groups: z.array(z.string()).length(8) }),
]);
export type RestoreSecret = z.infer<typeof secret>;

const path = z.string().min(1).max(1000);
const asked = z.object({
  backup: path,
  target: path,
  secret,
  /** Further places where a copy of the register of deletions may lie: other backup media. */
  registers: z.array(path).max(20).default([]),
});
const secretRefusals = ["passphrase-wrong", "passphrase-wait", "recovery-wrong", "recovery-group-wrong"] as const;
const backupRefusals = [
  "backup-not-found",
  "backup-unfinished",
  "backup-damaged",
  "backup-incomplete",
  "backup-from-the-future",
  "backup-of-another-archive",
] as const;
const targetRefusals = ["target-exists", "target-not-writable", "archive-in-use", "task-cancelled"] as const;

export const restoreProcedures = {
  /** Backups at a path: a backup's own folder, a file in it, or the place several were made in. Newest first. */
  "restore.find": door({
    roles: "anyone",
    input: z.object({ path }),
    output: z.object({ backups: z.array(foundBackup).readonly() }),
    refusals: ["backup-not-found", "backup-unfinished", "backup-from-the-future"],
  }),
  /** Reads the backup through and says what would come back and what would be lost; writes nothing. */
  "restore.check": door({
    roles: "anyone",
    input: asked,
    output: restoreCheck,
    refusals: [...backupRefusals, ...secretRefusals, ...targetRefusals],
  }),
  /**
   * Restores beside what is there, does the deletions, opens and counts the result, and only then gives it the name; what had
   * the name is kept under another. `acceptsUnknown`: the clerk knows that deletions may be missing where the present archive
   * cannot be read.
   */
  "restore.run": door({
    roles: "anyone",
    input: asked.extend({ acceptsUnknown: z.boolean().default(false) }),
    output: restoreReport,
    refusals: [...backupRefusals, ...secretRefusals, ...targetRefusals, "restore-deletions-unknown", "disk-full"],
  }),
};
