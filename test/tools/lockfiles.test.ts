import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const lockfiles = [
  "package-lock.json",
  "tools/electron-linux/package-lock.json",
  "tools/bench/rivals/package-lock.json",
];

describe.each(lockfiles)("%s", (name) => {
  const { packages } = JSON.parse(readFileSync(name, "utf8")) as {
    packages: Record<string, { integrity?: string; optionalDependencies?: Record<string, string> }>;
  };
  const installed = Object.entries(packages).filter(([place]) => place !== "");

  it("names no registry host, so that it installs from any mirror", () => {
    expect(installed.length).toBeGreaterThan(0);
    expect(readFileSync(name, "utf8")).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });

  it("holds the packages of every platform, without which npm 11 refuses to install from it", () => {
    const names = new Set(installed.map(([place]) => place.split("node_modules/").at(-1)));
    const wanted = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.filter((wantedName) => !names.has(wantedName))).toEqual([]);
  });

  it("fixes every package by its digest", () => {
    expect(installed.filter(([, entry]) => !entry.integrity).map(([place]) => place)).toEqual([]);
  });
});

it("dependencies are pinned exactly", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
  const wanted = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(wanted.filter(([, range]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});
