// The project's own files as the house tests look at them, and copies of them in which a violation may be planted.
import { spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative, resolve } from "node:path";

/** The folder of package.json. */
export const projectFolder = resolve(import.meta.dirname, "../..");

export const rooms = ["contract", "db", "engine", "vault-format", "electron", "renderer"] as const;
const sources = [".ts", ".tsx", ".mjs", ".json", ".sql", ".css", ".html"];
const rootFiles = ["package.json", "tsconfig.json", "tsconfig.base.json", ".oxlintrc.json"];

/** Files below some folders of `root` whose names end so, as paths from there, in order. */
export function listFiles(root: string, folders: readonly string[], endings: readonly string[]): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== "node_modules") walk(path);
      else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
        files.push(relative(root, path));
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return files.sort();
}

/** A copy of some rooms in a temporary folder, with the same node_modules; the caller removes it. */
export function copyTree(folders: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), "lindang-house-"));
  const isWanted = (path: string): boolean => statSync(path).isDirectory() || sources.includes(extname(path));
  for (const folder of folders)
    cpSync(join(projectFolder, folder), join(copy, folder), { recursive: true, filter: isWanted });
  for (const file of rootFiles) copyFileSync(join(projectFolder, file), join(copy, file));
  symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

/** Writes one file into a copy. */
export function plant(copy: string, file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

/** Runs a tool of node_modules in a folder: what it printed and how it ended. */
export async function runTool(
  folder: string,
  tool: "oxlint" | "tsc",
  args: readonly string[],
): Promise<{ output: string; exitCode: number | null }> {
  const script = tool === "tsc" ? "typescript/bin/tsc" : "oxlint/bin/oxlint";
  // One thread and rare clean-ups: threads work out the same types each for itself, and the other core has tests to run.
  const env = { ...process.env, GOMAXPROCS: "1", GOGC: "300" };
  const own = tool === "tsc" ? ["--singleThreaded"] : [];
  const command = [join(projectFolder, "node_modules", script), ...args, ...own];
  const child = spawn(process.execPath, command, { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((done, failed) => {
    child.on("error", failed).on("close", (exitCode) => done({ output, exitCode }));
  });
}
