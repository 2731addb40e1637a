// The same questions from a terminal. JSON on standard output only; exit 0 done, 2 refused, 1 fault.
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { commands, usage } from "#engine/cli/commands";
import { readArguments } from "#engine/cli/read-arguments";
import { takePassphrase } from "#engine/cli/take-passphrase";
import { randomUUID } from "node:crypto";
import { noteFault } from "./log.ts";

async function main(): Promise<number> {
  // Taken before anything else, so that no child ever inherits it.
  const fromEnvironment = process.env["LINDANG_PASSPHRASE"];
  delete process.env["LINDANG_PASSPHRASE"];
  try {
    const given = readArguments(process.argv.slice(2));
    const command = Object.hasOwn(commands, given.command) ? commands[given.command] : undefined;
    if (!command) throw new Refusal("command-unknown", { usage });
    return await command({ ...given, passphrase: () => takePassphrase(given.options, fromEnvironment) });
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, details } = error;
      process.stdout.write(`${JSON.stringify({ refused: code, details, message: sayRefusal(code, details) })}\n`);
      return 2;
    }
    const fault = randomUUID().slice(0, 8);
    noteFault(fault, error);
    process.stdout.write(`${JSON.stringify({ fault })}\n`);
    return 1;
  }
}

process.exitCode = await main();
