import { lstat, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#contract/refusal";
import { canonicalBagitTxt, ownAlgorithms } from "./canonical-text.ts";

/**
 * Makes the folder `<name>.partial` that a package grows in. One left by an earlier crash is removed first, if it is
 * ours: it holds nothing, or begins with our `bagit.txt` and only files of a package. Anything else is somebody's
 * folder: `target-exists`. Resolves to whether a leftover was removed.
 */
export async function makeUnfinishedFolder(path: string, name: string, tagFiles: readonly string[]): Promise<boolean> {
  const before = await lstat(path).catch(() => null);
  if (before) {
    if (!before.isDirectory() || !(await isOurs(path, tagFiles))) throw new Refusal("target-exists", { name });
    await rm(path, { recursive: true, force: true });
  }
  await mkdir(path);
  return before !== null;
}

async function isOurs(path: string, tagFiles: readonly string[]): Promise<boolean> {
  const inside = await readdir(path);
  if (inside.length === 0) return true;
  const manifests = ownAlgorithms.flatMap((algorithm) => [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]);
  const known = new Set(["data", "bagit.txt", "bag-info.txt", ...manifests, ...tagFiles]);
  if (!inside.every((entry) => known.has(entry))) return false;
  const first = await readFile(join(path, "bagit.txt"), "utf8").catch(() => null);
  return first !== null && canonicalBagitTxt.startsWith(first); // the crash may have cut it short
}
