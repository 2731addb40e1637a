// One engine at a time on one archive. The note names process and machine; a note of a dead process is taken over (F18, F19).
import { open, readFile, rm, type FileHandle } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { archivePaths } from "./archive-folder.ts";

const note = z.object({ pid: z.number().int(), startedAt: z.string(), machine: z.string() });
type Note = z.infer<typeof note>;

/** Start time of a process as the kernel states it; tells a reused process number from the one that wrote the note. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isAlive(found: Note): boolean {
  if (found.machine !== hostname()) return true;
  try {
    process.kill(found.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return startTimeOf(found.pid) === found.startedAt;
}

/** Writes the note if there is none; false when there is one already. A note that could not be written whole goes again. */
async function writeNote(path: string, mine: Note): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    await file.writeFile(JSON.stringify(mine));
    return true;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Takes the archive for this process; returns how to give it back. Refuses archive-in-use while another living process,
 * or one on another machine, holds it.
 */
export async function holdArchive(folder: string): Promise<() => Promise<void>> {
  const path = archivePaths(folder).lock;
  const mine: Note = { pid: process.pid, startedAt: startTimeOf(process.pid), machine: hostname() };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await writeNote(path, mine)) return () => rm(path, { force: true });
    const text = await readFile(path, "utf8").catch(() => "");
    const found = note.safeParse(parse(text));
    // A note without content was being written by a process that died in between, or is being written now.
    if (!found.success) await new Promise((resolve) => setTimeout(resolve, 50));
    else if (isAlive(found.data)) throw new Refusal("archive-in-use");
    await rm(path, { force: true });
  }
  throw new Refusal("archive-in-use");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
