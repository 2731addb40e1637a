import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { inputDigest } from "#tools/build/inputs";
import { dependenciesAreCurrent, installDependencies } from "#tools/set-up/dependencies";
import { FONTS, missingFonts, placeFonts } from "#tools/set-up/fonts";
import { unlessDone } from "#tools/set-up/one-at-a-time";
import { installSystemPackages, missingPackages } from "#tools/set-up/system-libraries";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "set-up-"));
});

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

/** A checkout whose dependencies somebody installed by hand, Node 24 included. */
function installedByHand(version: string): void {
  write("package-lock.json", JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.0" } } }));
  write("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }));
  write("node_modules/a/package.json", JSON.stringify({ version }));
  write(`node_modules/node-${process.platform}-${process.arch}/bin/node`, "");
}

describe("dependencies", () => {
  it("are taken over when npm installed them whole, and not looked at again", async () => {
    installedByHand("1.0.0");
    expect(dependenciesAreCurrent(root)).toBe(false);
    await installDependencies(root);
    expect(dependenciesAreCurrent(root)).toBe(true);
  });

  it("are out of date as soon as package-lock.json changes", async () => {
    installedByHand("1.0.0");
    await installDependencies(root);
    write("package-lock.json", JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.1" } } }));
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  it("are not taken over when they are older than package-lock.json: npm is called, and its failure stops set-up", async () => {
    installedByHand("0.9.0");
    await expect(installDependencies(root)).rejects.toThrow(/npm ci/);
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  it("name the missing Node 24 when the optional packages were left out", async () => {
    write("package-lock.json", JSON.stringify({ packages: { "": {} } }));
    write("node_modules/.package-lock.json", JSON.stringify({ packages: {} }));
    await expect(installDependencies(root)).rejects.toThrow(/Node 24 .* is missing/);
    expect(dependenciesAreCurrent(root)).toBe(false);
  });
});

describe("fonts", () => {
  beforeEach(() => {
    for (const [name, source] of Object.entries(FONTS)) write(`node_modules/@expo-google-fonts/${source}`, `${name}!`);
  });

  it("are placed under their short names", () => {
    placeFonts(root);
    expect(readdirSync(path.join(root, "resources/fonts")).sort()).toEqual(Object.keys(FONTS).sort());
    expect(missingFonts(root)).toEqual([]);
  });

  it("are placed again after a run that was interrupted half way through one", () => {
    const [name = ""] = Object.keys(FONTS);
    write(`resources/fonts/${name}`, "ha");
    write(`resources/fonts/${name}.half`, "h");
    expect(missingFonts(root)).toContain(name);
    placeFonts(root);
    expect(readFileSync(path.join(root, "resources/fonts", name), "utf8")).toBe(`${name}!`);
    expect(readdirSync(path.join(root, "resources/fonts")).sort()).toEqual(Object.keys(FONTS).sort());
  });
});

describe("two runs of set-up in one folder", () => {
  it("do the work once, one after the other", async () => {
    const done: string[] = [];
    const work = async (who: string): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      done.push(who);
    };
    const isDone = (): boolean => done.length > 0;
    await Promise.all([unlessDone(root, isDone, () => work("first")), unlessDone(root, isDone, () => work("second"))]);
    expect(done).toHaveLength(1);
  });

  it("leave the lock open after a failure", async () => {
    const fail = (): never => {
      throw new Error("no network");
    };
    await expect(unlessDone(root, () => false, fail)).rejects.toThrow("no network");
    expect(existsSync(path.join(root, ".electron/set-up.lock"))).toBe(false);
  });

  it("take over the lock of a run that was killed in the middle of its work", async () => {
    const program = `import { unlessDone } from ${JSON.stringify(path.resolve("tools/set-up/one-at-a-time.mjs"))};
      await unlessDone(${JSON.stringify(root)}, () => false, () => {
        process.send("working");
        return new Promise((done) => setTimeout(done, 60_000));
      });`;
    const killed = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: [0, 1, 2, "ipc"] });
    await once(killed, "message");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(existsSync(path.join(root, ".electron/set-up.lock"))).toBe(true);
    let worked = false;
    await unlessDone(
      root,
      () => worked,
      () => (worked = true),
    );
    expect(worked).toBe(true);
  });
});

const noDpkg = spawnSync("dpkg-query", ["--version"]).error !== undefined;

describe("a program of a set-up that was killed", () => {
  it("keeps the next set-up waiting until it has ended", async () => {
    const worker = `const { existsSync, writeFileSync } = require("node:fs");
      setInterval(() => { if (existsSync("may-end")) { writeFileSync("ended", ""); process.exit(); } }, 20);`;
    const program = `import { runHoldingLock, unlessDone } from ${JSON.stringify(path.resolve("tools/set-up/one-at-a-time.mjs"))};
      const [root, worker] = ${JSON.stringify([root, worker])};
      await unlessDone(root, () => false, () => runHoldingLock(root, process.execPath, ["-e", worker], { cwd: root }));`;
    const killed = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    const lock = path.join(root, ".electron/set-up.lock");
    await expect
      .poll(() => existsSync(lock) && readFileSync(lock, "utf8").split("\n").length, { timeout: 30_000 })
      .toBe(2);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    let hadEnded: boolean | undefined;
    const next = unlessDone(
      root,
      () => hadEnded !== undefined,
      () => (hadEnded = existsSync(path.join(root, "ended"))),
    );
    writeFileSync(path.join(root, "may-end"), "");
    await next;
    expect(hadEnded).toBe(true);
  });
});

describe("system packages", () => {
  it.skipIf(noDpkg)("are told apart by what dpkg has installed", () => {
    const invented = ["no-such-package-lindang"];
    expect(missingPackages([["dpkg"], invented, ["no-such-either", "dpkg"]])).toEqual([invented]);
  });

  it.skipIf(noDpkg)("that may not be installed stop set-up with the command to run", () => {
    const install = (): void =>
      installSystemPackages([["dpkg"], ["no-such-package-lindang"]], { required: true, mayInstall: false });
    expect(install).toThrow("please run: sudo apt-get install -y no-such-package-lindang");
  });

  it.skipIf(noDpkg)("that only one test needs do not stop set-up", () => {
    const install = (): void =>
      installSystemPackages([["no-such-package-lindang"]], { required: false, mayInstall: false });
    expect(install).not.toThrow();
  });
});

describe("the digest of what the build reads", () => {
  it("changes with a source file and with a new one, not with a test", () => {
    write("engine/host.ts", "one");
    const before = inputDigest(root);
    write("test/engine/host.test.ts", "test");
    expect(inputDigest(root)).toBe(before);
    write("engine/host.ts", "two");
    const edited = inputDigest(root);
    expect(edited).not.toBe(before);
    write("engine/cli.ts", "");
    expect(inputDigest(root)).not.toBe(edited);
  });
});
