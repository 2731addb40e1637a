import { randomBytes } from "node:crypto";
import { lstat, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { Refusal } from "#contract/refusal";

const refusedBy: Readonly<Record<string, "disk-full" | "target-not-writable">> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EACCES: "target-not-writable",
  EPERM: "target-not-writable",
  EROFS: "target-not-writable",
  ENOENT: "target-not-writable",
  ENOTDIR: "target-not-writable",
  EISDIR: "target-not-writable",
  ENAMETOOLONG: "target-not-writable",
};

function asRefusal(error: unknown, name: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const refusal = refusedBy[code];
  return refusal === undefined ? error : new Refusal(refusal, { name });
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Refuses `target-exists` when something stands at the path and may not be replaced. */
export async function refuseExisting(path: string, mayReplace: boolean): Promise<void> {
  if (!mayReplace && (await exists(path))) throw new Refusal("target-exists", { name: basename(path) });
}

/** Makes the renaming itself durable; not every file system lets a folder be synchronised. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

/**
 * Writes a file whole or not at all: beside the target under another name, synchronised, read again and handed to
 * `check`, then renamed. When anything fails, nothing is left behind and what stood there stays.
 * Refuses `target-exists` (unless `mayReplace`), `target-not-writable`, `disk-full`, and whatever `check` refuses.
 */
export async function writeCheckedFile(
  path: string,
  mayReplace: boolean,
  content: Uint8Array,
  check: (written: Buffer) => Promise<void>,
): Promise<void> {
  // Where the engine happens to run is no place anybody chose.
  if (!isAbsolute(path)) throw new Refusal("target-not-writable", { name: basename(path) });
  await refuseExisting(path, mayReplace);
  const draft = join(dirname(path), `.lindang-${randomBytes(6).toString("hex")}.part`);
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await check(await readFile(draft));
    await refuseExisting(path, mayReplace);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw asRefusal(error, basename(path));
  }
  await syncFolder(dirname(path));
}
