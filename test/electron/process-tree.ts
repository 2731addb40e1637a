import { readFileSync, readdirSync } from "node:fs";

export type ProcessFacts = { readonly pid: number; readonly command: string };

/** A process and everything below it, by /proc. */
export function processTree(root: number): ProcessFacts[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      const command = read(`/proc/${name}/cmdline`).replaceAll("\0", " ").trim();
      return stat ? [{ pid: Number(name), parent, command }] : [];
    });
  const below = (pid: number): ProcessFacts[] =>
    all.filter((each) => each.parent === pid).flatMap((each) => [each, ...below(each.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** The engine: the child whose program is the engine's bundle. */
export function enginePid(root: number): number {
  const found = processTree(root).find(({ command }) => /dist\/engine\/host\.mjs( |$)/.test(command));
  if (!found) throw new Error("no engine runs below the desk");
  return found.pid;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
