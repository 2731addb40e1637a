import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const lockfiles = ["package-lock.json", "tools/electron-linux/package-lock.json"];

describe.each(lockfiles)("%s", (name) => {
  const { packages } = JSON.parse(readFileSync(name, "utf8")) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
  };
  const installed = Object.entries(packages).filter(([place]) => place !== "");

  it("names no registry host, so that it installs from any mirror", () => {
    expect(installed.length).toBeGreaterThan(0);
    expect(readFileSync(name, "utf8")).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
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
