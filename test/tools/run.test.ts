import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "#tools/run";

const node = process.execPath;

describe("a command that is run on this terminal", () => {
  it("gives its exit code back", async () => {
    expect(await run(node, ["-e", "process.exit(7)"])).toBe(7);
  });

  it("gives 128 and the signal back when a signal ended it", async () => {
    expect(await run(node, ["-e", "process.kill(process.pid, 'SIGTERM')"])).toBe(143);
  });

  it("fails when there is no such program", async () => {
    await expect(run("no-such-program-lindang", [])).rejects.toThrow("ENOENT");
  });

  it("hears the signal that was meant for it, and may end in its own way", async () => {
    const child = `process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); console.log("ready");`;
    const program = `import { run } from ${JSON.stringify(path.resolve("tools/run.mjs"))};
      process.exitCode = await run(process.execPath, ["-e", ${JSON.stringify(child)}]);`;
    const parent = spawn(node, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    await once(parent.stdout, "data");
    parent.kill("SIGTERM");
    expect(await once(parent, "exit")).toEqual([5, null]);
  });
});

describe("npm run -s lindang", () => {
  it("puts nothing but the command's own JSON on stdout and gives its exit code back", () => {
    const lindang = (...args: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(node, ["tools/lindang.mjs", ...args], { encoding: "utf8" });
    const known = lindang("procedures");
    expect(known).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(String(known.stdout))).toBeInstanceOf(Array);
    const unknown = lindang("no-such-command");
    expect(unknown.status).toBe(2);
    expect(JSON.parse(String(unknown.stdout))).toMatchObject({ refused: "command-unknown" });
  });
});
