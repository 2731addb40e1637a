// The manners of the house, file by file: small, named by what is in it, and speaking of itself alone.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles, projectFolder, rooms } from "./tree.ts";

const folders = [...rooms, "test", "tools"];
const code = listFiles(projectFolder, folders, [".ts", ".tsx", ".mjs"]);
const papers = ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md"];
const all = [
  ...code,
  ...listFiles(projectFolder, folders, [".json", ".sql", ".css", ".html", ".txt"]),
  ...papers,
  "package.json",
  "package-lock.json",
  ".npmrc",
  ".ci/run",
].filter((file) => file !== "test/house/sizes.test.ts");
const textOf = (file: string): string => readFileSync(join(projectFolder, file), "utf8");
const containing = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) => {
    const found = pattern.exec(textOf(file));
    return found ? [`${file}: ${found[0]}`] : [];
  });
/** Lines that say something: no blank ones, no comments. */
const sizeOf = (file: string): number =>
  textOf(file)
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\/?\*|$)/.test(line)).length;

describe("a file of the house", () => {
  it("is small: none above 300 lines, half of them below 60", () => {
    const shipped = code.filter((file) => !file.startsWith("test/fixtures/"));
    const sizes = shipped.map((file) => ({ file, lines: sizeOf(file) })).sort((one, other) => one.lines - other.lines);
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
    const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
    console.log(
      `files: ${sizes.length}, median ${median} lines, largest ${sizes.at(-1)?.file} (${sizes.at(-1)?.lines})`,
    );
    expect(median).toBeGreaterThan(0);
    expect(median).toBeLessThanOrEqual(60);
  });

  it("is written in kebab-case, like its folders", () => {
    expect(
      code.filter(
        (file) =>
          !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|e2e|d))?\.(?:ts|tsx|mjs)$/.test(file),
      ),
    ).toEqual([]);
  });

  it("is named by what is in it: no index, utils, helpers, common, misc, manager, service", () => {
    const vague = /^(?:index|utils?|helpers?|common|misc|shared|lib|manager|service|types|constants)$/;
    const names = code.flatMap((file) => [basename(file).split(".")[0] ?? "", ...dirname(file).split("/").slice(1)]);
    // engine/helper is a noun of ours: the process that decodes (GLOSSARY.md).
    expect([...new Set(names.filter((name) => vague.test(name) && name !== "helper"))]).toEqual([]);
  });

  it("has no default export, and is no barrel", () => {
    const shipped = code.filter((file) => !file.startsWith("test/house/"));
    expect(containing(shipped, /^export default\b.*/m)).toEqual([]);
    expect(containing(shipped, /^export (?:\*|\{[^}]*\}|type \{[^}]*\}) (?:as \w+ )?from .*/m)).toEqual([]);
  });

  it("leaves nothing to be done without an issue that says so, and nothing commented out", () => {
    expect(
      containing(
        code.filter((file) => !file.startsWith("test/house/")),
        /\b(?:TODO|FIXME|XXX|HACK)\b(?! ?\(?#\d+)/,
      ),
    ).toEqual([]);
    expect(containing(code, /^\s*\/\/ *(?:const|let|if \(|return|await|import \{|export) .*[;{]$/m)).toEqual([]);
  });

  it("names no machine: no path of a home or a workshop, no host of a registry, no address of a network", () => {
    const house = all.filter((file) => !file.startsWith("test/house/"));
    expect(containing(house, /(?<![\w.#-])\/(?:root|work)\/\w+|[A-Z]:\\Users\\/)).toEqual([]);
    const shipped = house.filter((file) => !file.startsWith("test/"));
    expect(containing(shipped, /(?<![\w.#-])\/(?:home|Users)\/\w+/)).toEqual([]);
    expect(
      containing(
        house,
        /\b(?:[a-z0-9-]+\.)*(?:npmjs\.(?:org|com)|npmmirror\.com|yarnpkg\.com|jfrog\.io|artifactory|nexus)\b|\/\/registry\./i,
      ),
    ).toEqual([]);
    expect(
      containing(
        house,
        /\b(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})\b/,
      ),
    ).toEqual([]);
  });

  it("opens no database by a key in plain words: only db/open.ts hands a key over, and nothing is attached", () => {
    const keepers = code.filter((file) => /^(?:db|engine|electron|contract)\//.test(file) && file !== "db/open.ts");
    expect(
      containing(
        keepers,
        /\bATTACH (?:DATABASE|:|\?|\x27)|\bpragma\(\s*[`"'](?:hex)?(?:re)?key\b|PRAGMA (?:hex)?(?:re)?key/i,
      ),
    ).toEqual([]);
    expect(textOf("db/open.ts").match(/\bkey=/g)).toHaveLength(1);
  });

  it("has a first line that says what it is for, wherever it ships", () => {
    const shipped = code.filter((file) => /^(?:contract|db|engine|electron|vault-format)\//.test(file));
    const silent = shipped.filter((file) => !/^(?:\/\/|\/\*\*)|\n\/\*\*/.test(textOf(file)));
    expect(silent).toEqual([]);
  });
});

describe("the four papers of the house", () => {
  it.each([...papers, "LICENSE"])("%s is there and says something", (file) => {
    expect(textOf(file).length).toBeGreaterThan(500);
  });
});
