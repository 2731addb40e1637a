// What every command shares: one engine for as long as it takes, an archive opened with the passphrase given.
import { resolve } from "node:path";
import { Refusal } from "#contract/refusal";
import { openEngine, type Engine } from "#engine/engine";
import { noteFault } from "#engine/log";
import type { Arguments } from "./read-arguments.ts";

export type Asked = Arguments & { readonly passphrase: () => string };
export type Command = (asked: Asked) => Promise<number>;

/** One line of JSON on standard output. */
export const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** Runs `work` with an engine and closes it. */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = openEngine({ noteFault });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** The archive meant by --archive, or by the first word where that is allowed. Refuses input-invalid. */
export function archiveFolder({ options, rest }: Asked, mayBeFirst = false): string {
  const folder = options.archive ?? (mayBeFirst ? rest[0] : undefined);
  if (folder === undefined) throw new Refusal("input-invalid", { where: "--archive DIR" });
  return resolve(folder);
}

/** Runs `work` on the archive, opened. */
export async function onArchive<T>(asked: Asked, work: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = archiveFolder(asked);
  const passphrase = asked.passphrase();
  return withEngine(async (engine) => {
    await engine.ask("archive.unlock", {
      folder,
      passphrase,
      ...(asked.options.label && { label: asked.options.label }),
    });
    return work(engine);
  });
}
