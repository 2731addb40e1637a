// Command, options and paths. Options are named here once; an unknown one is refused rather than passed over.
import { parseArgs } from "node:util";
import { Refusal } from "#contract/refusal";

const options = {
  archive: { type: "string" },
  name: { type: "string" },
  label: { type: "string" },
  "person-name": { type: "string" },
  "fonds-code": { type: "string" },
  "fonds-name": { type: "string" },
  unit: { type: "string" },
  "passphrase-file": { type: "string" },
  "recovery-out": { type: "string" },
  to: { type: "string" },
  "security-mark": { type: "string" },
  "bagging-date": { type: "string" },
  anchor: { type: "string" },
  as: { type: "string" },
  terms: { type: "string" },
  words: { type: "string" },
  sheet: { type: "string" },
  year: { type: "string" },
  category: { type: "string" },
  "head-row": { type: "string" },
  out: { type: "string" },
  commit: { type: "boolean" },
  register: { type: "string" },
  "accept-unknown": { type: "boolean" },
} as const;
/** A switch is true when given, everything else is a word. */
export type Options = {
  readonly [K in keyof typeof options]?: (typeof options)[K]["type"] extends "boolean" ? boolean : string;
};

export type Arguments = { readonly command: string; readonly rest: readonly string[]; readonly options: Options };

/** Refuses input-invalid for an unknown option or one without its value. `package verify` is one command of two words. */
export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const [first = "", second = "", ...rest] = positionals;
    if (first === "package") return { command: `package ${second}`, rest, options: values };
    return { command: first, rest: positionals.slice(1), options: values };
  } catch (error) {
    throw new Refusal("input-invalid", {
      where: error instanceof Error ? (error.message.split("\n")[0]?.slice(0, 120) ?? "") : "",
    });
  }
}
