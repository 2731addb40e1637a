// One language: every noun of the contract stands in GLOSSARY.md, and every code name there stands in the code.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contract } from "#contract/contract";
import { partKind } from "#contract/item";
import { roleNames } from "#contract/procedure";
import { documentRetentions, retentionLabel } from "#contract/retention";
import { listFiles, projectFolder, rooms } from "./tree.ts";

type Row = {
  readonly codes: readonly string[];
  readonly chinese: string;
  readonly source: string;
  readonly not: string;
};

const read = (file: string): string => readFileSync(join(projectFolder, file), "utf8");
const rowsOf = (text: string): Row[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (?:Code|---)/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, codes = "", chinese = "", source = "", not = ""]) => ({
      codes: codes.split(" · "),
      chinese,
      source,
      not,
    }));

const [text = "", waitingText = ""] = read("GLOSSARY.md").split("## Words that wait for their code");
const rows = rowsOf(text);
const waiting = rowsOf(waitingText);
const known = new Set(rows.flatMap((row) => row.codes));
const inCamelCase = (words: string): string => words.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
const withSmallLetter = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

const contractText = listFiles(projectFolder, ["contract"], [".ts"]).map(read).join("\n");
/** Exported types and classes; an id is named by its noun. */
const types = [...contractText.matchAll(/^export (?:type|class) (\w+)/gm)].map(([, name = ""]) =>
  withSmallLetter(name).replace(/Id$/, ""),
);

describe("the glossary", () => {
  it("has a row for every type of the contract", () => {
    expect(types.length).toBeGreaterThan(60);
    expect(types.filter((name) => !known.has(name))).toEqual([]);
  });

  it("has a row for the noun of every procedure", () => {
    const nouns = Object.keys(contract).map((name) => inCamelCase(name.split(".")[0] ?? ""));
    // "filing" and "input" stand for the filing unit and the check of an input.
    const spelled = nouns.map((noun) => ({ filing: "filingUnit", input: "inputKind" })[noun] ?? noun);
    expect([...new Set(spelled)].filter((noun) => !known.has(noun))).toEqual([]);
  });

  it("has a row for every table of the store", () => {
    const tables = [...read("db/schema.sql").matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gm)].map(
      ([, name = ""]) => name,
    );
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.map(inCamelCase).filter((name) => !known.has(name))).toEqual([]);
  });

  it("has a row for every role, and says every code of the lists in its words", () => {
    expect(roleNames.filter((role) => !known.has(role))).toEqual([]);
    const chineseOf = (code: string): string =>
      rows
        .filter((row) => row.codes.includes(code))
        .map((row) => `${row.chinese} ${row.source}`)
        .join(" ");
    for (const code of documentRetentions) expect(chineseOf("retention")).toContain(`${code} ${retentionLabel(code)}`);
    for (const kind of partKind.options) expect(chineseOf("partKind")).toContain(kind);
    const classes = read("db/migrations/0002-filing-by-the-measures.sql").matchAll(/^ {2}\('([A-Z]{2})', '(.+?)',/gm);
    for (const [, code, name] of classes) expect(chineseOf("category")).toContain(`${code} ${name}`);
  });

  it("names only what the code knows", () => {
    const code = listFiles(projectFolder, [...rooms], [".ts", ".tsx", ".sql"])
      .map(read)
      .join("\n")
      .replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
    const stands = (name: string): boolean => {
      const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
      const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return new RegExp(String.raw`\b(?:${name}|${capital}|${snake})(?:Id|Table)?\b`).test(code);
    };
    expect([...known].filter((name) => !stands(name))).toEqual([]);
  });

  it("keeps the waiting words free of code", () => {
    expect(waiting.length).toBeGreaterThan(5);
    expect(waiting.flatMap((row) => row.codes).filter((name) => known.has(name) || types.includes(name))).toEqual([]);
  });

  it("says each word once, in Chinese, with its source and what it is not called", () => {
    const codes = [...rows, ...waiting].flatMap((row) => row.codes);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    expect(
      [...rows, ...waiting].filter((row) => !/\p{Script=Han}/u.test(row.chinese) || !row.source || !row.not),
    ).toEqual([]);
  });
});
