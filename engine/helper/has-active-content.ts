// Marks of PDF content that wants to act: scripts, programs to start, files inside. We only say so; nothing runs.
import { inflateSync } from "node:zlib";

const activeName = /\/(JavaScript|JS|Launch|EmbeddedFiles?|SubmitForm|ImportData|RichMedia|XFA)(?![A-Za-z0-9])/;
// A FontMatrix holding a string is how a script was once smuggled into a viewer (CVE-2024-4367).
const fontScript = /\/FontMatrix\s*\[[^\]]{0,400}\(/;
const objectStreamLimit = 16 * 1024 * 1024;

function isActive(text: string): boolean {
  const plain = text.includes("#")
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
  return activeName.test(plain) || fontScript.test(plain);
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: objectStreamLimit }).toString("latin1");
  } catch {
    return "";
  }
}

/**
 * True when the objects of a PDF name an action or an embedded file. Content of streams is skipped, so pixels cannot
 * raise a false alarm; object streams are looked into, up to 16 MB each.
 */
export function hasActiveContent(bytes: Buffer): boolean {
  let at = 0;
  while (at < bytes.length) {
    const begin = bytes.indexOf("stream", at, "latin1");
    const objects = bytes.toString("latin1", at, begin < 0 ? bytes.length : begin);
    if (isActive(objects)) return true;
    if (begin < 0) return false;
    const end = bytes.indexOf("endstream", begin, "latin1");
    if (/\/ObjStm/.test(objects.slice(-1_000))) {
      const data = begin + (bytes[begin + 6] === 0x0d ? 8 : 7);
      if (isActive(inflated(bytes.subarray(data, end < 0 ? bytes.length : end)))) return true;
    }
    at = end < 0 ? begin + 6 : end + 9;
  }
  return false;
}
