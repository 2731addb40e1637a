import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readChoice } from "#tools/electron-choice";
import { findNode24 } from "#tools/node24";
import { electronIsChosen, provideElectron } from "#tools/set-up/electron-runtime";

let root: string;

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

/** The electron package of some version, with an installer that unpacks a runtime as the real one does. */
function electronPackage(version: string, installer: string): void {
  write("node_modules/electron/package.json", JSON.stringify({ version }));
  write(
    "node_modules/electron/install.js",
    `const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
    appendFileSync(__dirname + "/../../tries", "x");
    ${installer}`,
  );
}

const unpacks = (version: string): string => `mkdirSync(__dirname + "/dist");
  writeFileSync(__dirname + "/dist/electron", "");
  writeFileSync(__dirname + "/dist/version", "${version}");`;

const tries = (): number => readFileSync(path.join(root, "tries"), "utf8").length;

describe.runIf(process.platform === "linux")("the Electron runtime", () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "runtime-"));
    const node = path.relative(process.cwd(), String(findNode24(process.cwd())));
    mkdirSync(path.dirname(path.join(root, node)), { recursive: true });
    symlinkSync(process.execPath, path.join(root, node));
  });

  it("is the official one when it can be fetched, and lies where `npm ci` does not delete it", async () => {
    electronPackage("45.4.1", unpacks("45.4.1"));
    expect(electronIsChosen(root)).toBe(false);
    await provideElectron(root);
    expect(electronIsChosen(root)).toBe(true);
    rmSync(path.join(root, "node_modules/electron/dist"), { recursive: true, force: true });
    expect(readChoice(root)).toMatchObject({ version: "45.4.1", source: "official" });
    expect(existsSync(String(readChoice(root)?.executable))).toBe(true);
  });

  it("is chosen anew when package.json asks for another version", async () => {
    electronPackage("45.4.1", unpacks("45.4.1"));
    await provideElectron(root);
    electronPackage("45.4.2", unpacks("45.4.2"));
    expect(electronIsChosen(root)).toBe(false);
    await provideElectron(root);
    expect(readChoice(root)?.version).toBe("45.4.2");
    expect(tries()).toBe(2);
  });

  it("is not recorded by a set-up that could bring none", async () => {
    electronPackage("45.4.1", "process.exit(1);");
    // Without the lockfile of the other runtime there is nothing to fall back on.
    await expect(provideElectron(root)).rejects.toThrow();
    expect(electronIsChosen(root)).toBe(false);
    expect(readChoice(root)).toBeUndefined();
  });

  it("half unpacked by an installer that was cut off is thrown away", async () => {
    electronPackage("45.4.1", 'mkdirSync(__dirname + "/dist"); process.exit(1);');
    await expect(provideElectron(root)).rejects.toThrow();
    expect(existsSync(path.join(root, "node_modules/electron/dist"))).toBe(false);
  });

  it("that the npm registry gave is not looked for elsewhere when only its folder was lost", async () => {
    electronPackage("45.4.1", unpacks("45.4.1"));
    write(".electron/chosen", '{"version":"33.2.1","dist":".electron/linux-x64","source":"npm","wanted":"45.4.1"}');
    expect(electronIsChosen(root)).toBe(false);
    await expect(provideElectron(root)).rejects.toThrow();
    expect(existsSync(path.join(root, "tries"))).toBe(false);
  });
});
