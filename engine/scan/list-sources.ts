// From what the clerk dropped to a list of files: folders are walked in the order a person would count, links are not followed.
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { refuseWhenCancelled } from "#engine/job";

const byCount = new Intl.Collator("zh-CN", { numeric: true, sensitivity: "base" });
/** Left by systems, never meant as papers. */
const systemNames = new Set(["Thumbs.db", "desktop.ini", ".DS_Store"]);

/** Files to take in, in order. Links stay in the list, so that each is told as refused. */
export async function listSources(paths: readonly string[], signal: AbortSignal): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    refuseWhenCancelled(signal);
    const facts = await lstat(path).catch(() => undefined);
    if (!facts?.isDirectory()) {
      found.push(path);
      continue;
    }
    const names = (await readdir(path)).filter((name) => !systemNames.has(name)).sort(byCount.compare);
    found.push(
      ...(await listSources(
        names.map((name) => join(path, name)),
        signal,
      )),
    );
  }
  return found;
}
