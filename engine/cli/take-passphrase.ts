// The passphrase comes from a file or from the environment, never as an argument: arguments are seen by everybody.
import { readFileSync } from "node:fs";
import { Refusal } from "#contract/refusal";
import type { Options } from "./read-arguments.ts";

/** The passphrase; the final newline of a file is not part of it. Refuses input-invalid when none was given, source-missing. */
export function takePassphrase(options: Options, fromEnvironment: string | undefined): string {
  const path = options["passphrase-file"];
  if (path !== undefined) {
    try {
      return readFileSync(path, "utf8").replace(/\r?\n$/, "");
    } catch {
      throw new Refusal("source-missing", { name: path });
    }
  }
  if (fromEnvironment !== undefined && fromEnvironment !== "") return fromEnvironment;
  throw new Refusal("input-invalid", { where: "--passphrase-file 或 LINDANG_PASSPHRASE" });
}
