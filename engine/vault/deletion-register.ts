// 清除登记 outside the archive: a copy beside the slots and on every backup medium, so that it outlives the archive it speaks of
// (personal-data P14). Ids, days and reasons, no name; sealed and authenticated under the archive's key, so that nobody takes an
// entry out of a copy unnoticed.
import { hkdfSync } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { archivalDate } from "#contract/archival-date";
import { erasureMediumState } from "#contract/erasure";
import { rightsAskedBy, rightsReason, rightsRequestId } from "#contract/rights-request";
import { listBackupPlaces } from "#db/backup-place";
import { listErasureEntries } from "#db/erasure";
import { listTakenAway } from "#db/taken-away";
import type { ReadDb } from "#db/open";
import type { Clock } from "#engine/clock";
import type { OpenArchive } from "./open-archive.ts";
import { openRecord, sealRecord } from "./seal-record.ts";
import { readJson, writeJson } from "./write-json.ts";

const deletion = z.object({
  requestId: rightsRequestId,
  at: z.string(),
  /** Ids of rows, records of residents and requests whose values went. */
  droppedKeys: z.array(z.string()),
  request: z.object({
    year: z.number().int(),
    number: z.number().int(),
    askedBy: rightsAskedBy,
    receivedOn: archivalDate,
    enteredAt: z.string(),
    dueOn: archivalDate,
    reasonCode: z.union([rightsReason, z.literal("")]),
    endedAt: z.string(),
  }),
  media: z.array(z.object({ place: z.string(), state: erasureMediumState, at: z.string() })),
});
export type RegisteredDeletion = z.infer<typeof deletion>;

/**
 * Everything an older copy must not bring back: granted deletions, and ids of papers that were state secrets (P15); and where copies
 * lie that an older copy knows nothing of.
 */
const register = z.object({
  deletions: z.array(deletion),
  takenAway: z.array(z.string()),
  places: z.array(z.string()),
});
export type DeletionRegister = z.infer<typeof register>;

const registerFile = z.object({
  format: z.literal(1),
  archiveId: z.string(),
  writtenAt: z.string(),
  count: z.number().int(),
  sealed: z.base64(),
});

/** The name of a copy, beside slots.json of an archive or keys.db of a backup. */
export const registerPath = (folder: string): string => join(folder, "deletions.json");

const registerKey = (archiveKey: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", archiveKey, "", "lindang deletion register 1", 32));
const purposeOf = (archiveId: string, writtenAt: string): string => `deletion register ${archiveId} ${writtenAt}`;

/** The register as an open archive knows it. */
export const registerOf = (db: ReadDb): DeletionRegister => ({
  deletions: register.shape.deletions.parse(listErasureEntries(db)),
  takenAway: listTakenAway(db),
  places: listBackupPlaces(db),
});

/** How many entries a register has. */
export const registerSize = ({ deletions, takenAway }: DeletionRegister): number => deletions.length + takenAway.length;

/** Writes a copy into a folder, whole or not at all. */
export async function writeRegister(archive: OpenArchive, clock: Clock, folder: string): Promise<void> {
  const known = registerOf(archive.connection.read);
  const writtenAt = clock.now();
  const key = registerKey(archive.archiveKey);
  await writeJson(registerPath(folder), {
    format: 1,
    archiveId: archive.id,
    writtenAt,
    count: registerSize(known),
    sealed: sealRecord(key, purposeOf(archive.id, writtenAt), known).toString("base64"),
  });
}

/** What a copy says of itself without a key; undefined when there is none that can be read. */
export async function peekRegister(
  folder: string,
): Promise<{ archiveId: string; writtenAt: string; count: number } | undefined> {
  const found = registerFile.safeParse(await readJson(registerPath(folder)).catch(() => undefined));
  return found.data;
}

/** A copy opened; undefined when there is none, or it is not of this archive, or somebody changed it. */
export async function readRegister(
  folder: string,
  archiveId: string,
  archiveKey: Buffer,
): Promise<{ writtenAt: string; register: DeletionRegister } | undefined> {
  const found = registerFile.safeParse(await readJson(registerPath(folder)).catch(() => undefined));
  if (!found.success || found.data.archiveId !== archiveId) return undefined;
  const { writtenAt, sealed } = found.data;
  try {
    const opened = openRecord(registerKey(archiveKey), purposeOf(archiveId, writtenAt), Buffer.from(sealed, "base64"));
    return { writtenAt, register: register.parse(opened) };
  } catch {
    return undefined;
  }
}

/** Brings the copy beside the slots up to what the archive knows, when it is not; a full disk leaves it for the next time. */
export async function keepRegister(archive: OpenArchive, clock: Clock): Promise<void> {
  const known = registerSize(registerOf(archive.connection.read));
  const there = await peekRegister(archive.folder);
  if (known === (there?.count ?? 0)) return;
  await writeRegister(archive, clock, archive.folder).catch(() => undefined);
}
