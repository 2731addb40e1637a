import { createHash } from "node:crypto";
import { open, readFile } from "node:fs/promises";

/**
 * What a careful program without encryption does with a file: reads it, notes its SHA-256, writes a copy and waits until
 * the disk has it.
 * @param {string} from
 * @param {string} to a path that is free
 * @returns {Promise<Buffer>} the bytes
 */
export async function copyPlainly(from, to) {
  const bytes = await readFile(from);
  createHash("sha256").update(bytes).digest("hex");
  const file = await open(to, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}
