import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";

// A manifest of 200,000 entries with long Chinese paths stays below this.
export const mostTagBytes = 128 << 20;

/** Reads one tag file whole, never through a link. Resolves to null when it cannot be read or is beyond 128 MiB. */
export async function readTagBytes(root: string, path: string): Promise<Buffer | null> {
  try {
    const file = await open(
      join(root, path),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const stat = await file.stat();
      return stat.isFile() && stat.size <= mostTagBytes ? await file.readFile() : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** The decoder for a `Tag-File-Character-Encoding`; null for an encoding this program cannot read. */
export function tagTextDecoder(encoding: string): ((bytes: Uint8Array) => string | null) | null {
  const name = encoding.toLowerCase();
  if (name === "iso-8859-1") return (bytes) => Buffer.from(bytes).toString("latin1"); // the web's decoder would make it windows-1252
  if (name === "utf-16")
    return (bytes) => decodeStrictly(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-16be", bytes);
  if (!["utf-8", "us-ascii", "ascii", "utf-16le", "utf-16be", "gb18030", "gbk", "gb2312", "big5"].includes(name))
    return null;
  return (bytes) => decodeStrictly(name.endsWith("ascii") ? "utf-8" : name, bytes);
}

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
