// A guard that can pass by seeing nothing must be shown something: one violation per forbidden arrow, in a copy.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrows } from "./arrows.ts";
import { copyTree, listFiles, plant, projectFolder, rooms, runTool } from "./tree.ts";

type Finding = { readonly file: string; readonly rule: string; readonly says: string };

const rules: readonly { what: string; file: string; text: string; rule: string }[] = [
  {
    what: "a default export",
    file: "engine/planted-default.ts",
    text: "export default 1;\n",
    rule: "no-default-export",
  },
  { what: "a barrel", file: "engine/planted-barrel.ts", text: 'export * from "./clock.ts";\n', rule: "no-barrel-file" },
  {
    what: "a circle",
    file: "engine/planted-circle.ts",
    text: 'import type { B } from "#engine/scan/planted-back";\nexport type A = { b: B };\n',
    rule: "no-cycle",
  },
  {
    what: "any",
    file: "contract/planted-any.ts",
    text: "export const free = (x: any): unknown => x;\n",
    rule: "no-explicit-any",
  },
  {
    what: "a promise nobody waits for",
    file: "engine/planted-promise.ts",
    text: "export function forget(): void {\n  Promise.resolve(1);\n}\n",
    rule: "no-floating-promises",
  },
  {
    what: "a file above 300 lines",
    file: "db/planted-long.ts",
    text: Array.from({ length: 302 }, (_, at) => `export const line${at} = ${at};\n`).join(""),
    rule: "max-lines",
  },
  { what: "a name in capitals", file: "engine/plantedName.ts", text: "export const x = 1;\n", rule: "filename-case" },
  {
    what: "a path worked out at run time",
    file: "contract/planted-path.ts",
    text: "export const load = (name: string): Promise<unknown> => import(name);\n",
    rule: "no-dynamic-require",
  },
  {
    what: "a dynamic import round the wall",
    file: "engine/scan/planted-late.ts",
    text: 'export const load = (): Promise<unknown> => import("sharp");\n',
    rule: "no-restricted-imports",
  },
  {
    what: "an import inside a type",
    file: "contract/planted-type.ts",
    text: 'export type Pretty = import("electron").BrowserWindow;\n',
    rule: "consistent-type-imports",
  },
  {
    what: "a suppression without a reason",
    file: "db/planted-quiet.ts",
    text: "// @ts-expect-error\nexport const x: number = 'a';\n",
    rule: "ban-ts-comment",
  },
  {
    what: "a question to the network",
    file: "electron/planted-fetch.ts",
    text: 'export const look = (): Promise<Response> => fetch("x");\n',
    rule: "no-restricted-globals",
  },
  {
    what: "a record in the browser's own store",
    file: "renderer/bridge/planted-store.ts",
    text: 'export const keep = (title: string): void => window.localStorage.setItem("title", title);\n',
    rule: "no-restricted-properties",
  },
  {
    what: "a title taken for markup",
    file: "renderer/ui/planted-markup.tsx",
    text: "export const Title = ({ text }: { text: string }): unknown => <p dangerouslySetInnerHTML={{ __html: text }} />;\n",
    rule: "no-danger",
  },
  {
    what: "a hook called now and then",
    file: "renderer/ui/planted-hook.ts",
    text: 'import { useState } from "react";\nexport function useNow(isOn: boolean): unknown {\n  if (isOn) return useState(1);\n  return undefined;\n}\n',
    rule: "rules-of-hooks",
  },
  { what: "a word on the console", file: "engine/planted-word.ts", text: 'console.log("x");\n', rule: "no-console" },
  {
    what: "a thrown thing that is no error",
    file: "engine/planted-throw.ts",
    text: 'export function stop(): never {\n  throw { code: "x" };\n}\n',
    rule: "only-throw-error",
  },
];

const fileOf = (at: number, from: string): string => `${from}/planted-arrow-${at}.ts`;
let copy = "";
let findings: Finding[] = [];
let ownFiles: string[] = [];
let filesSeen = 0;

beforeAll(async () => {
  copy = copyTree([...rooms, "test", "tools"]);
  ownFiles = listFiles(copy, [...rooms, "test", "tools"], [".ts", ".tsx", ".mjs"]);
  arrows.forEach(({ from, to }, at) =>
    plant(copy, fileOf(at, from), `import * as seen from "${to}";\nexport const used: unknown = seen;\n`),
  );
  for (const { file, text } of rules) plant(copy, file, text);
  plant(
    copy,
    "engine/scan/planted-back.ts",
    'import type { A } from "#engine/planted-circle";\nexport type B = { a: A };\n',
  );
  // Rules that need types are tried on what was planted alone: that the house itself keeps them is `npm run lint`, in the whole run.
  plant(copy, "untyped.json", readFileSync(join(copy, ".oxlintrc.json"), "utf8").replace(typed, ""));
  const whole = await lint(["--config", "untyped.json"]);
  const planted = await lint(["--type-aware", ...rules.map(({ file }) => file)]);
  filesSeen = whole.filesSeen;
  findings = [...whole.findings, ...planted.findings];
}, 600_000);

/** With it every file's types are worked out, and what is said to be quiet about a typed rule is held against that rule. */
const typed = '"typeAware": true, "reportUnusedDisableDirectives": "error"';

async function lint(args: readonly string[]): Promise<{ filesSeen: number; findings: Finding[] }> {
  const { output } = await runTool(copy, "oxlint", ["--format=json", ...args]);
  const report = JSON.parse(output) as {
    number_of_files: number;
    diagnostics: { filename: string; code?: string; message: string; help?: string }[];
  };
  const findings = report.diagnostics.map(({ filename, code = "", message, help = "" }) => ({
    file: filename,
    rule: code,
    says: `${message} ${help}`,
  }));
  return { filesSeen: report.number_of_files, findings };
}

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("the linter", () => {
  it("sees every file of the house", () => {
    expect(ownFiles.length).toBeGreaterThan(300);
    expect(filesSeen).toBeGreaterThanOrEqual(ownFiles.length + arrows.length + rules.length);
  });

  it("names each of the forbidden arrows, with the sentence of its wall", () => {
    const missed = arrows.filter(
      ({ from, says }, at) =>
        !findings.some(
          (finding) =>
            finding.file === fileOf(at, from) &&
            finding.rule.includes("no-restricted-imports") &&
            finding.says.includes(says),
        ),
    );
    expect(missed).toEqual([]);
  });

  it.each(rules)("names $what", ({ file, rule }) => {
    expect(findings.filter((finding) => finding.file === file).map((finding) => finding.rule)).toContainEqual(
      expect.stringContaining(rule),
    );
  });

  it("works out types in the house's own run", () => {
    expect(readFileSync(join(projectFolder, ".oxlintrc.json"), "utf8")).toContain(typed);
  });

  it("finds nothing where nothing was planted", () => {
    expect(findings.filter(({ file }) => !file.includes("planted"))).toEqual([]);
  });

  it("gives a reason for every wall", () => {
    const text = readFileSync(join(projectFolder, ".oxlintrc.json"), "utf8");
    const walls = text.match(/"(group|regex)":/g) ?? [];
    const reasoned = text.match(/"(?:group|regex)": (?:\[[^\]]*\]|"[^"]*"),\s*"message": "[^"]{20,}\."/g) ?? [];
    expect(walls.length).toBeGreaterThan(20);
    expect(reasoned).toHaveLength(walls.length);
  });
});
