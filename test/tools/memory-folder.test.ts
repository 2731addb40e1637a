import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeMemoryFolder } from "#tools/test-run/memory-folder";

const chosen = process.env["TMPDIR"];
beforeEach(() => void delete process.env["TMPDIR"]);
afterEach(() => {
  if (chosen !== undefined) process.env["TMPDIR"] = chosen;
});

describe("the folder in memory for what tests write", () => {
  it("is not made where who runs them has chosen a place", () => {
    process.env["TMPDIR"] = "/var/tmp";
    expect(makeMemoryFolder()).toBeUndefined();
  });

  it("may be passed through and not looked into by others; those of runs that were killed are gone", () => {
    const left = "/dev/shm/lindang-test-999999999";
    if (process.platform === "linux" && existsSync("/dev/shm")) mkdirSync(left, { recursive: true });
    const folder = makeMemoryFolder();
    if (folder === undefined) {
      rmSync(left, { recursive: true, force: true });
      return console.log("skipped: memory folder (1 tests)");
    }
    expect(statSync(folder).mode & 0o777).toBe(0o711);
    expect(existsSync(left)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
