// A procedure says who may call it. One that does not is no procedure: it does not compile.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyTree, plant, runTool } from "./tree.ts";

const declarations = [
  { what: "without roles", text: "read({ input: z.object({}), output: z.object({}) })", isRefused: true },
  { what: "for nobody", text: "write({ roles: [], input: z.object({}), output: z.object({}) })", isRefused: true },
  {
    what: "for a role nobody has",
    text: 'task({ roles: ["mayor"], input: z.object({}), output: z.object({}) })',
    isRefused: true,
  },
  {
    what: "that may give a refusal nobody knows",
    text: 'door({ roles: "anyone", input: z.object({}), output: z.object({}), refusals: ["bad-luck"] })',
    isRefused: true,
  },
  {
    what: "for the clerk",
    text: 'read({ roles: ["clerk"], input: z.object({}), output: z.object({}) })',
    isRefused: false,
  },
  {
    what: "for anyone",
    text: 'door({ roles: "anyone", input: z.object({}), output: z.object({}) })',
    isRefused: false,
  },
];

const fileOf = (at: number): string => `contract/planted-${at}.ts`;
let copy = "";
let output = "";

beforeAll(async () => {
  copy = copyTree(["contract"]);
  for (const [at, { text }] of declarations.entries())
    plant(
      copy,
      fileOf(at),
      `import { z } from "zod";\nimport { door, read, task, write } from "./procedure.ts";\nexport const kinds: unknown = [door, read, task, write];\nexport const planted: unknown = ${text};\n`,
    );
  output = (await runTool(copy, "tsc", ["-b", "contract", "--pretty", "false"])).output;
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a procedure", () => {
  it.each(declarations.map((declaration, at) => ({ ...declaration, at })))(
    "$what is refused: $isRefused",
    ({ at, isRefused }) => {
      expect(output.includes(`${fileOf(at)}(4,`)).toBe(isRefused);
    },
  );
});
