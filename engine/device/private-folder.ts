// A folder for a page on its way: in memory where the system has such a place, readable by this user alone, and emptied.
import { constants, accessSync, readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

export type PrivateFolder = {
  readonly path: string;
  /** False when only a disk was there: the clerk is told. */
  readonly isMemory: boolean;
  remove(): Promise<void>;
};

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Memory-backed places of a Linux system; none elsewhere. */
function memoryPlaces(): string[] {
  if (process.platform !== "linux") return [];
  return [process.env["XDG_RUNTIME_DIR"] ?? "", "/dev/shm"].filter((place) => place !== "" && mayWrite(place));
}

const beginning = (): string => `lindang-scan-${process.platform === "win32" ? "user" : userInfo().uid}-`;

/** Makes one; its name says which process it belongs to. */
export async function makePrivateFolder(): Promise<PrivateFolder> {
  const [memory] = memoryPlaces();
  const path = await mkdtemp(join(memory ?? tmpdir(), `${beginning()}${process.pid}-`));
  return {
    path,
    isMemory: memory !== undefined,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** A place that cannot be read holds nothing of ours. */
const namesIn = (place: string): string[] => {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
};

/** Removes what a process that died in the middle of a scan left behind; answers how many folders. */
export function sweepPrivateFolders(): number {
  let swept = 0;
  for (const place of [...memoryPlaces(), tmpdir()]) {
    for (const name of namesIn(place).filter((each) => each.startsWith(beginning()))) {
      const pid = Number.parseInt(name.slice(beginning().length), 10);
      if (!Number.isInteger(pid) || isAlive(pid)) continue;
      rmSync(join(place, name), { recursive: true, force: true });
      swept++;
    }
  }
  return swept;
}
