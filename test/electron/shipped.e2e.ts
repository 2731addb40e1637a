// The program as it is shipped: the same bundles beside a runtime that no longer calls itself electron.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { isSandboxed, newHome, projectFolder, removeHome } from "./launch.ts";
import { processTree } from "./process-tree.ts";

const home = newHome();
const program = join(home, "program");
const app = join(program, "resources/app");

test.beforeAll(() => {
  const runtime = process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? "";
  // Hard links where the disk allows: the runtime is large.
  if (spawnSync("cp", ["-al", runtime, program]).status !== 0) cpSync(runtime, program, { recursive: true });
  renameSync(join(program, "electron"), join(program, "lindang"));
  rmSync(join(program, "resources/default_app.asar"), { force: true });
  mkdirSync(app, { recursive: true });
  for (const name of ["dist", "package.json"]) cpSync(join(projectFolder, name), join(app, name), { recursive: true });
  symlinkSync(join(projectFolder, "node_modules"), join(app, "node_modules"));
  mkdirSync(join(program, "resources/node"));
  const { node } = JSON.parse(readFileSync(join(app, "dist/main/engine-digests.json"), "utf8")) as { node: string };
  cpSync(join(projectFolder, node), join(program, "resources/node/node"));
});
test.afterAll(() => removeHome(home));

function start(...switches: string[]): ChildProcess {
  const args = [...(isSandboxed ? [] : ["--no-sandbox"]), "--disable-gpu", ...switches];
  return spawn(join(program, "lindang"), args, {
    stdio: "ignore",
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, "config") },
  });
}

const engines = (started: ChildProcess): string[] =>
  processTree(started.pid ?? 0)
    .map(({ command }) => command)
    .filter((command) => command.includes("host.mjs"));

async function end(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return;
  started.kill("SIGKILL");
  await once(started, "exit");
}

for (const way of ["--remote-debugging-port=0", "--remote-debugging-pipe", "--inspect=0"])
  test(`refuses to start with ${way.replace(/=.*/, "")}`, async () => {
    const started = start(way);
    try {
      const [code] = (await once(started, "exit", { signal: AbortSignal.timeout(20_000) })) as [number | null];
      expect(code).toBe(2);
    } finally {
      await end(started);
    }
  });

test("starts its own Node beside the app", async () => {
  const started = start();
  try {
    await expect.poll(() => engines(started), { timeout: 20_000 }).toHaveLength(1);
    expect(engines(started)[0]).toContain(join(program, "resources/node/node"));
  } finally {
    await end(started);
  }
});

test("an engine that was altered is not started", async () => {
  const bundle = join(app, "dist/engine/host.mjs");
  const before = readFileSync(bundle);
  rmSync(bundle);
  writeFileSync(bundle, Buffer.concat([before, Buffer.from("\n// one line more\n")]));
  const started = start();
  try {
    const log = join(home, "config/lindang/diagnostic.log");
    await expect.poll(() => readFileSync(log, "utf8"), { timeout: 20_000 }).toContain("engine-altered");
    expect(engines(started)).toEqual([]);
  } finally {
    await end(started);
  }
});
