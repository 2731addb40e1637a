import { Refused } from "./serve-questions.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

function strictly(bytes: Buffer, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of each line, without its line feed. */
function* linesOf(bytes: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(0x0a, at);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}

/** The first row (from 1) whose bytes are not text in the given encoding. */
function firstBadRow(bytes: Buffer, encoding: "utf-8" | "gb18030"): number {
  let row = 1;
  for (const line of linesOf(bytes)) {
    if (strictly(line, encoding) === undefined) return row;
    row += 1;
  }
  return row;
}

/**
 * The first row that changes the encoding, in bytes that all decode as GB18030 but not as UTF-8. A row is UTF-8 when it
 * decodes as such into at least one Chinese character: three bytes that fit by chance are next to impossible, while two
 * (the well-known 联通) are not.
 */
function firstForeignRow(bytes: Buffer): number | undefined {
  let row = 0;
  let seen: TextEncoding | undefined;
  for (const line of linesOf(bytes)) {
    row += 1;
    if (!line.some((byte) => byte > 0x7f)) continue;
    const text = strictly(line, "utf-8");
    if (text !== undefined && !/[\u3000-\u9fff]/.test(text)) continue;
    const encoding = text === undefined ? "gb18030" : "utf-8";
    seen ??= encoding;
    if (seen !== encoding) return row;
  }
  return undefined;
}

function markedEncoding(bytes: Buffer): TextEncoding | undefined {
  const mark = bytes.toString("hex", 0, 3);
  if (mark === "efbbbf") return "utf-8";
  if (mark.startsWith("fffe")) return "utf-16le";
  return mark.startsWith("feff") ? "utf-16be" : undefined;
}

/**
 * Text of bytes from a stranger: byte order mark, then strict UTF-8, then strict GB18030 (package-and-trust B3).
 * Refuses `text-encoding` with the row where a cut or mixed encoding shows, and for a NUL.
 */
export function decodeText(bytes: Buffer): { readonly text: string; readonly encoding: TextEncoding } {
  const marked = markedEncoding(bytes);
  for (const encoding of marked === undefined ? (["utf-8", "gb18030"] as const) : [marked]) {
    const text = strictly(bytes, encoding);
    if (text === undefined) continue;
    const foreign = encoding === "gb18030" ? firstForeignRow(bytes) : undefined;
    if (foreign !== undefined) throw new Refused("text-encoding", { row: foreign });
    const nul = text.indexOf("\0");
    if (nul >= 0) throw new Refused("text-encoding", { row: text.slice(0, nul).split("\n").length });
    return { text, encoding };
  }
  if (marked?.startsWith("utf-16")) throw new Refused("text-encoding", { row: 1 });
  // The encoding that gets further is the one the file was meant to have; where it stops, the other begins.
  throw new Refused("text-encoding", { row: Math.max(firstBadRow(bytes, "utf-8"), firstBadRow(bytes, "gb18030")) });
}
