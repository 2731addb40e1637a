import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";

export type BagListing = {
  /** Every regular file: path with `/` relative to the folder → size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  readonly folders: ReadonlySet<string>;
  readonly problems: readonly PackageProblem[];
  readonly isWhole: boolean;
};

// package-and-trust B4, "Limits to start with".
const mostEntries = 200_000;
const deepest = 100;
const systemFile = /^(thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\._.*)$/i;

/** Walks a folder without ever following a link; links, devices and unreadable names are findings. */
export async function listBag(root: string, signal?: AbortSignal): Promise<BagListing> {
  const files = new Map<string, number>();
  const folders = new Set<string>();
  const problems: PackageProblem[] = [];
  let entries = 0;
  let isWhole = true;

  const walk = async (folder: string, depth: number): Promise<void> => {
    signal?.throwIfAborted();
    const inside = await readdir(join(root, folder), { withFileTypes: true, encoding: "buffer" });
    if (inside.length === 0 && folder !== "") problems.push(packageFinding("folder-empty", folder));
    for (const entry of inside) {
      const name = entry.name.toString("utf8");
      const path = folder === "" ? name : `${folder}/${name}`;
      if (++entries > mostEntries || depth > deepest) {
        if (isWhole)
          problems.push(packageFinding("bag-too-large", "", depth > deepest ? `${deepest} 层` : `${mostEntries} 个`));
        isWhole = false;
        return;
      }
      if (!Buffer.from(name, "utf8").equals(entry.name)) problems.push(packageFinding("name-unreadable", path));
      else if (entry.isSymbolicLink()) problems.push(packageFinding("link-inside", path));
      else if (entry.isDirectory()) {
        folders.add(path);
        await walk(path, depth + 1);
      } else if (entry.isFile()) {
        files.set(path, (await lstat(join(root, path))).size);
        if (systemFile.test(name)) problems.push(packageFinding("system-file", path));
      } else problems.push(packageFinding("not-a-file", path));
    }
  };
  await walk("", 1);

  const seen = new Map<string, string>();
  for (const path of [...files.keys()].sort()) {
    const folded = path.normalize("NFC").toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) problems.push(packageFinding("names-collide", path, other));
    else seen.set(folded, path);
  }
  return { files, folders, problems, isWhole };
}
