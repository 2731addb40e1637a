// One file of a watched folder: whether it counts, what it is known by, and where it goes afterwards. None is ever deleted.
import { createHash } from "node:crypto";
import { lstat, mkdir, rename } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { takenFolderName } from "#contract/watched-folder";

const temporary = /\.(part|partial|tmp|temp|crdownload|download|filepart|lock|swp|bak)$/i;
const ofTheSystem = /^(\.|~\$|thumbs\.db$|desktop\.ini$|ehthumbs)/i;

/** False for names that software gives to what it is still writing, and for the system's own files. */
export const isFinishedName = (name: string): boolean => !temporary.test(name) && !ofTheSystem.test(name);

/** A file is known again by name, size and time of change; what is kept of it is a digest. Undefined for what is no file. */
export async function knownBy(path: string): Promise<string | undefined> {
  const facts = await lstat(path).catch(() => undefined);
  if (!facts?.isFile()) return undefined;
  const words = `${basename(path)}\n${facts.size}\n${facts.mtimeMs}`;
  return createHash("sha256").update(words).digest("hex").slice(0, 24);
}

/**
 * Moves a file into the subfolder 已录入 beside it, under a free name; one that changed since it was read stays. Answers
 * whether it was moved. Throws what the disk says.
 */
export async function moveAside(path: string, mark: string | undefined): Promise<boolean> {
  if (mark === undefined || (await knownBy(path)) !== mark) return false;
  const folder = join(dirname(path), takenFolderName);
  await mkdir(folder, { recursive: true });
  const name = basename(path);
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number++) {
    const target = join(folder, number === 1 ? name : `${stem} (${number})${ending}`);
    // Two programs never write here at once: the folder is ours, and names are tried one by one.
    if (await lstat(target).catch(() => undefined)) continue;
    await rename(path, target);
    return true;
  }
}
