// Eight megabytes kept back, so that a disk that has filled up can still open the archive, finish its log and say why
// (package-and-trust F05, F06; tech: 6, measured). It is given up when the disk is full and laid in again when there is room.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#contract/refusal";

const ballastBytes = 8 * 1024 * 1024;
/** Below this many free bytes a disk counts as full; above the second the ballast is laid in again. */
const fullBelow = 4 * 1024 * 1024;
const roomyAbove = 64 * 1024 * 1024;

const ballastPath = (folder: string): string => join(folder, "reserve.bin");

/** Free bytes on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Before pages are written: refuses disk-full where what is kept back for closing in order would be spent on them (F05). */
export async function refuseFullDisk(folder: string): Promise<void> {
  if ((await freeBytes(folder)) < fullBelow) throw new Refusal("disk-full");
}

/** Lays the ballast in when there is room for it; a disk without room is left as it is. */
export async function layBallast(folder: string): Promise<void> {
  const path = ballastPath(folder);
  if (existsSync(path) || (await freeBytes(folder)) < roomyAbove) return;
  try {
    const file = await open(path, "wx", 0o600);
    // Random bytes, because a disk that compresses would give zeros no room at all.
    await file.writeFile(randomBytes(ballastBytes));
    await file.sync().finally(() => file.close());
  } catch {
    await rm(path, { force: true });
  }
}

/** Gives the ballast up when the disk is full; tells whether it is. */
export async function easeFullDisk(folder: string): Promise<boolean> {
  const isFull = (await freeBytes(folder)) < fullBelow;
  if (isFull) await rm(ballastPath(folder), { force: true });
  return isFull;
}
