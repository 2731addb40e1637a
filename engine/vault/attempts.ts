// A wrong secret slows down: after five tries a wait that doubles. Kept in the folder, so a restart does not shorten it;
// never more than a wait (package-and-trust B1: "never wipe").
import { z } from "zod";
import { rm } from "node:fs/promises";
import { Refusal } from "#contract/refusal";
import type { Clock } from "#engine/clock";
import { archivePaths } from "./archive-folder.ts";
import { readJson, writeJson } from "./write-json.ts";

const freeTries = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;
const attempts = z.object({ count: z.number().int().min(0), lastAt: z.iso.datetime() });

async function read(folder: string): Promise<z.infer<typeof attempts> | undefined> {
  return attempts.safeParse(await readJson(archivePaths(folder).attempts)).data;
}

/** Seconds still to wait, 0 when a try is free. A clock set back does not lengthen the wait beyond its full length. */
export async function waitSeconds(folder: string, clock: Clock): Promise<number> {
  const found = await read(folder);
  if (!found || found.count < freeTries) return 0;
  const full = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (found.count - freeTries));
  const gone = (Date.parse(clock.now()) - Date.parse(found.lastAt)) / 1000;
  return Math.ceil(Math.max(0, Math.min(full, full - gone)));
}

/** Refuses passphrase-wait while the wait lasts. */
export async function refuseDuringWait(folder: string, clock: Clock): Promise<void> {
  const seconds = await waitSeconds(folder, clock);
  if (seconds > 0) throw new Refusal("passphrase-wait", { seconds });
}

/** Notes one wrong try. */
export async function noteWrongTry(folder: string, clock: Clock): Promise<void> {
  const count = (await read(folder))?.count ?? 0;
  await writeJson(archivePaths(folder).attempts, { count: count + 1, lastAt: clock.now() });
}

/** Forgets wrong tries after a right one; returns how many there were. */
export async function clearTries(folder: string): Promise<number> {
  const count = (await read(folder))?.count ?? 0;
  if (count > 0) await rm(archivePaths(folder).attempts, { force: true });
  return count;
}
