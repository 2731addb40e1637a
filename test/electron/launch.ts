// Starts the built app on the chosen runtime, in a home of its own, and drives it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ElectronApplication, type Page, _electron } from "@playwright/test";
import type { Asked, Name, Output } from "#contract/contract";
import type { RefusalCode } from "#contract/refusal";
import type { ShellInput, ShellWire } from "#contract/shell";
import type { EngineWire, Reply } from "#contract/wire";

export const projectFolder = resolve(import.meta.dirname, "../..");
/** Set by the test runner: whether renderers can be sandboxed on this machine. */
export const isSandboxed = process.env["LINDANG_SANDBOX"] === "1";

declare const window: { engineWire: EngineWire; shellWire: ShellWire };

export type Desk = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The folder that is HOME and holds the profile; archives of a test go below it. */
  readonly home: string;
  readonly profile: string;
  /** Milliseconds from the start of the process to the first contentful paint, by the wall clock. */
  readonly startMs: number;
  /** Asks the engine through the page's wire, as the page does. */
  reply(name: string, input: unknown, id?: string): Promise<Reply>;
  ask<N extends Name>(name: N, input: Asked<N>): Promise<Output<N>>;
  /** The code of the refusal that a question must meet. */
  refusal(name: string, input: unknown): Promise<RefusalCode | "none" | "fault">;
  /** What the desk remembers, set as the page sets it. */
  remember(change: ShellInput<"shell.remember">): Promise<void>;
  close(): Promise<void>;
};

let asked = 0;

/** A home that is gone after the test run's own clean-up; short, because socket paths are. */
export const newHome = (): string => mkdtempSync(join(tmpdir(), "ld-"));
export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });

/** Opens the desk; `args` are switches of the runtime. */
export async function openDesk(home: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Desk> {
  const startedAt = Date.now();
  const app = await _electron.launch({
    args: [...args, "."],
    cwd: projectFolder,
    chromiumSandbox: isSandboxed,
    env: surroundings(home, env),
  });
  app.process().stderr?.on("data", keepForFailures);
  const page = await app.firstWindow();
  await page.waitForLoadState("load");
  const paintedAt = await page.evaluate(firstPaint);
  const reply = (name: string, input: unknown, id = `test-${asked++}`): Promise<Reply> =>
    page.evaluate(([i, n, given]) => window.engineWire.ask(i, n, given), [id, name, input] as const);
  return {
    app,
    page,
    home,
    profile: join(home, "config", "lindang"),
    startMs: paintedAt - startedAt,
    reply,
    async ask(name, input) {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value as Output<typeof name>;
    },
    async refusal(name, input) {
      const answer = await reply(name, input);
      if (answer.ok) return "none";
      return "refusal" in answer ? answer.refusal.code : "fault";
    },
    remember: (change) =>
      page.evaluate(async (given) => void (await window.shellWire.ask("shell.remember", given)), change),
    close: () => app.close(),
  };
}

/** The wall clock at the first contentful paint; waits for it. */
async function firstPaint(): Promise<number> {
  for (;;) {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    if (paint) return performance.timeOrigin + paint.startTime;
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** A desk's environment: its own home and profile, the screen, nothing of the person who runs the tests. */
function surroundings(home: string, more: NodeJS.ProcessEnv): Record<string, string> {
  const kept = ["PATH", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "TMPDIR", "XDG_RUNTIME_DIR", "LANG"];
  const own = { HOME: home, XDG_CONFIG_HOME: join(home, "config"), XDG_CACHE_HOME: join(home, "cache") };
  const all = { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), ...own, ...more };
  const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  return Object.fromEntries(
    Object.entries({ ...all, ELECTRON_OVERRIDE_DIST_PATH: override }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** Lines of the runtime that are not the noise of a machine without a bus or a graphics card. */
function keepForFailures(bytes: Buffer): void {
  const noise =
    /d-?bus|bus\.cc|gpu|viz|shared_image|raster|gl_|interface_endpoint|atom_cache|colord|Debugger|inspector|^\s*$/i;
  for (const line of bytes.toString().split("\n")) if (!noise.test(line)) process.stderr.write(`  desk: ${line}\n`);
}
