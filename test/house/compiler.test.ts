// The first wall: each room's tsconfig, and types that count. Every mistake is planted in one copy, compiled once, and must
// be refused; so must a procedure that does not say who may call it.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyTree, plant, rooms, runTool } from "./tree.ts";

type Mistake = { readonly what: string; readonly file: string; readonly text: string; readonly code: string };

const mistakes: readonly Mistake[] = [
  {
    what: "Node in the contract",
    file: "contract/planted-buffer.ts",
    text: 'export const bytes: unknown = Buffer.from("x");\n',
    code: "TS2591",
  },
  {
    what: "Node in the page",
    file: "renderer/planted-process.ts",
    text: "export const home: unknown = process.env;\n",
    code: "TS2591",
  },
  {
    what: "the page in the engine",
    file: "engine/planted-document.ts",
    text: "export const title: unknown = document.title;\n",
    code: "TS2584",
  },
  {
    what: "the page in the shell",
    file: "electron/planted-document.ts",
    text: "export const title: unknown = document.title;\n",
    code: "TS2584",
  },
  {
    what: "the engine in the page",
    file: "renderer/planted-engine.ts",
    text: 'import { systemClock } from "#engine/clock";\nexport const now: unknown = systemClock;\n',
    code: "TS6307",
  },
  {
    what: "the database in the shell",
    file: "electron/planted-db.ts",
    text: 'import { dateShapes } from "#db/date-shapes";\nexport const cut: unknown = dateShapes;\n',
    code: "TS6307",
  },
  {
    what: "the engine in the database",
    file: "db/planted-engine.ts",
    text: 'import { systemClock } from "#engine/clock";\nexport const now: unknown = systemClock;\n',
    code: "TS6307",
  },
  {
    what: "a read that writes",
    file: "engine/planted-read.ts",
    text: 'import type { ReadHandler } from "./handler.ts";\nexport const bad: ReadHandler<"person.list"> = (db) => db.insert();\n',
    code: "TS2339",
  },
  {
    what: "a read that calls what writes",
    file: "engine/planted-call.ts",
    text:
      'import { removeItem } from "#db/item";\nimport type { ReadDb } from "#db/open";\nimport type { ItemId } from "#contract/item";\n' +
      "export const bad = (db: ReadDb, id: ItemId): void => removeItem(db, id);\n",
    code: "TS2345",
  },
  {
    what: "plain text for an id",
    file: "engine/planted-id.ts",
    text: 'import type { ItemId } from "#contract/item";\nexport const id: ItemId = "1";\n',
    code: "TS2322",
  },
  {
    what: "an enum, which Node cannot strip",
    file: "db/planted-enum.ts",
    text: "export enum Colour {\n  Red,\n}\n",
    code: "TS1294",
  },
];

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
].map((declaration, at) => ({ ...declaration, file: `contract/planted-procedure-${at}.ts` }));

let copy = "";
let output = "";

/** Changes one text of a file of the copy; the text has to be there. */
function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(copy, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} no longer says: ${from}`);
  writeFileSync(join(copy, file), text.replace(from, to));
}

beforeAll(async () => {
  copy = copyTree(rooms);
  const references = rooms.map((room) => ({ path: room }));
  plant(copy, "tsconfig.json", JSON.stringify({ files: [], references }));
  for (const { file, text } of mistakes) plant(copy, file, text);
  for (const { file, text } of declarations)
    plant(
      copy,
      file,
      `import { z } from "zod";\nimport { door, read, task, write } from "./procedure.ts";\nexport const kinds: unknown = [door, read, task, write];\nexport const planted: unknown = ${text};\n`,
    );
  change(
    "contract/task.ts",
    '"task.cancel":',
    '"task.planted": door({ roles: "anyone", input: z.object({}), output: z.object({}) }),\n  "task.cancel":',
  );
  change("contract/refusal.ts", '"archive-damaged",', '"archive-damaged",\n  "planted-refusal",');
  output = (await runTool(copy, "tsc", ["-b", "--pretty", "false"])).output;
}, 600_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const complaintsOf = (file: string): string[] => output.split("\n").filter((line) => line.startsWith(`${file}(`));

describe("the compiler", () => {
  it.each(mistakes)("refuses $what", ({ file, code }) => {
    expect(complaintsOf(file)).toContainEqual(expect.stringContaining(code));
  });

  it("refuses a procedure without a handler", () => {
    expect(complaintsOf("engine/handlers.ts")).toContainEqual(expect.stringMatching(/TS2741.*task\.planted/));
  });

  it("refuses a refusal without a sentence", () => {
    expect(complaintsOf("contract/refusal-text.ts")).toContainEqual(expect.stringMatching(/TS2741.*planted-refusal/));
  });

  it("refuses nothing where nothing was planted", () => {
    const changed = ["engine/handlers.ts", "contract/refusal-text.ts"];
    const others = output
      .split("\n")
      .filter(
        (line) => /error TS/.test(line) && !line.includes("planted") && !changed.some((file) => line.startsWith(file)),
      );
    expect(others).toEqual([]);
  });
});

describe("a procedure", () => {
  it.each(declarations)("$what is refused: $isRefused", ({ file, isRefused }) => {
    expect(output.includes(`${file}(4,`)).toBe(isRefused);
  });
});
