import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { digestsFile, nodeFile, unpackedFile } from "./app-folders.ts";
import { engineDigests } from "./engine-digests.ts";

/** The two files of a child that has been compared with the list. */
export type EngineProgram = { readonly node: string; readonly entry: string };

/** Thrown when a file is not the one that was built: a person must install again, nothing may run. */
export class EngineAltered extends Error {
  constructor(file: string) {
    super(file);
    this.name = "EngineAltered";
  }
}

/**
 * Compares node, engine and addons with the list that came with the shell, before the first start. Throws EngineAltered
 * with the relative name of the first file that differs. Streams, so that main is never busy for long.
 */
export async function verifyEngine(isPackaged: boolean): Promise<EngineProgram> {
  const digests = engineDigests.parse(JSON.parse(await readFile(digestsFile, "utf8")));
  const place = (file: string): string => (file === digests.node ? nodeFile(file, isPackaged) : unpackedFile(file));
  await Promise.all(
    Object.entries(digests.files).map(async ([file, expected]) => {
      const found = await digestOf(place(file)).catch(() => "");
      if (found !== expected) throw new EngineAltered(file);
    }),
  );
  return { node: place(digests.node), entry: place(digests.entry) };
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) digest.update(bytes as Buffer);
  return digest.digest("hex");
}
