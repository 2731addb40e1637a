import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { describeChoice, readChoice } from "#tools/electron-choice";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "choice-"));
  mkdirSync(path.join(root, ".electron"));
});

function record(text: string): void {
  writeFileSync(path.join(root, ".electron/chosen"), text);
}

describe("the recorded Electron runtime", () => {
  it("is found inside the folder it is read in, so that a copied project runs its own copy", () => {
    record('{"version":"33.2.1","dist":".electron/linux-x64","source":"npm","wanted":"45.4.1"}');
    expect(readChoice(root)).toMatchObject({
      version: "33.2.1",
      dist: path.join(root, ".electron/linux-x64"),
      source: "npm",
    });
  });

  it.each([
    ["nothing", undefined],
    ["half a file", '{"version":"33.2.1","di'],
    ["no folder", '{"version":"33.2.1","source":"npm","wanted":"45.4.1"}'],
    ["an unknown source", '{"version":"33.2.1","dist":"x","source":"web","wanted":"45.4.1"}'],
  ])("is no choice when there is %s", (_what, text) => {
    if (text !== undefined) record(text);
    expect(readChoice(root)).toBeUndefined();
  });

  it("says which version was not run when the npm registry's was taken", () => {
    record('{"version":"33.2.1","dist":"d","source":"npm","wanted":"45.4.1"}');
    const choice = readChoice(root);
    expect(choice && describeChoice(choice)).toBe(
      "Electron runtime: 33.2.1 (from the npm registry; the official 45.4.1 was not run)",
    );
  });
});
