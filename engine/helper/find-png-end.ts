/**
 * Walks the chunks of a PNG and returns the offset just after IEND, or undefined when the file ends before it.
 * Nothing is expanded (PNG specification, 5.3).
 */
export function findPngEnd(bytes: Buffer): number | undefined {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const next = at + 12 + length;
    if (next > bytes.length) return undefined;
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return next;
    at = next;
  }
  return undefined;
}
