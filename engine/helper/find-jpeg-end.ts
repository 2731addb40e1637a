/**
 * Walks the markers of a JPEG and returns the offset just after its end-of-image marker, or undefined when there is
 * none: a decoder that shrinks while loading does not notice a few missing bytes in the last rows, this does.
 * Thumbnails inside EXIF segments are skipped with their segment (ITU-T T.81, B.1).
 */
export function findJpegEnd(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      // Between segments only stray bytes may stand; in entropy-coded data everything up to the next marker is data.
      at = bytes.indexOf(0xff, at);
      if (at < 0) return undefined;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (at + 3 < bytes.length) at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    else return undefined;
  }
  return undefined;
}
