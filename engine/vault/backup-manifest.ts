// backup.json: what a backup says of itself without a key. Written last, so a folder without one is no finished backup.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { readJson, writeJson } from "./write-json.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const manifest = z.object({
  format: z.literal(1),
  archiveId: z.string(),
  at: z.iso.datetime(),
  files: z.number().int().min(0),
  journalSequence: z.number().int().min(0),
  journalHead: z.string(),
  /** SHA-256 of archive.db and keys.db. */
  database: digest,
  keys: digest,
});
export type BackupManifest = z.infer<typeof manifest>;

/** Where each thing of a backup lies. Content keys and the register of deletions stand apart from the database (P14). */
export const backupPaths = (folder: string) => ({
  manifest: join(folder, "backup.json"),
  database: join(folder, "archive.db"),
  keys: join(folder, "keys.db"),
  slots: join(folder, "slots.json"),
  files: join(folder, "files"),
});

/** Refuses backup-not-found, backup-unfinished (written without an end), backup-from-the-future, backup-damaged. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const { manifest: path, database } = backupPaths(folder);
  const found = await readJson(path);
  if (found === undefined) {
    if (existsSync(path)) throw new Refusal("backup-damaged");
    throw new Refusal(existsSync(database) ? "backup-unfinished" : "backup-not-found");
  }
  const format = (found as { format?: unknown } | null)?.format;
  if (typeof format === "number" && format > 1) throw new Refusal("backup-from-the-future", { version: format });
  const parsed = manifest.safeParse(found);
  if (!parsed.success) throw new Refusal("backup-damaged");
  return parsed.data;
}

/** Marks a backup as finished. */
export const writeManifest = (folder: string, given: BackupManifest): Promise<void> =>
  writeJson(backupPaths(folder).manifest, given);

/** From here until it is written again the backup counts as unfinished. */
export const dropManifest = (folder: string): Promise<void> => rm(backupPaths(folder).manifest, { force: true });
