// What the objects of a PDF claim and want, read as text; nothing is run and no pixel is looked at.
import { inflateSync } from "node:zlib";
import { pixelLimit } from "./decode-limits.ts";

export type PdfScan = {
  /** Names an action or carries a file: scripts, programs to start, forms to send. */
  isActive: boolean;
  /** Claims what no honest writer writes: a page count in the millions, arrays nested a hundred deep. */
  isOdd: boolean;
  /** Has an image beyond our pixel limit; PDFium leaves such an image out of the drawn page without an error. */
  hasHugeImage: boolean;
  /** Holds an image in a packing of scanners; PDFium leaves one it cannot unpack out without an error. */
  hasScan: boolean;
};

const activeName = /\/(JavaScript|JS|Launch|EmbeddedFiles?|SubmitForm|ImportData|RichMedia|XFA)(?![A-Za-z0-9])/;
// A FontMatrix holding a string is how a script was once smuggled into a viewer (CVE-2024-4367).
const fontScript = /\/FontMatrix\s*\[[^\]]{0,400}\(/;
const millionsOfPages = /\/Count\s+\d{7,}/;
const deepNesting = /(\[\s*){100}|(<<\s*\/\w+\s*){100}/;
const objectStreamLimit = 16 * 1024 * 1024;

function lookAt(text: string, found: PdfScan): void {
  // A name may be written with hexadecimal escapes: /J#61vaScript (ISO 32000-1, 7.3.5).
  const plain = text.includes("#")
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
  found.isActive ||= activeName.test(plain) || fontScript.test(plain);
  found.isOdd ||= millionsOfPages.test(plain) || deepNesting.test(plain);
}

function lookAtDictionary(dictionary: string, found: PdfScan): void {
  const width = Number(/\/Width\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const height = Number(/\/Height\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  found.hasHugeImage ||= width * height > pixelLimit;
  found.hasScan ||= /\/(JBIG2|JPX|CCITTFax)Decode\b/.test(dictionary);
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: objectStreamLimit }).toString("latin1");
  } catch {
    return "";
  }
}

/**
 * Scans the objects of a PDF. Content of streams is skipped, so pixels cannot raise a false alarm; object streams are
 * looked into, up to 16 MB each.
 */
export function scanPdfObjects(bytes: Buffer): PdfScan {
  const found: PdfScan = { isActive: false, isOdd: false, hasHugeImage: false, hasScan: false };
  let at = 0;
  while (at < bytes.length) {
    const begin = bytes.indexOf("stream", at, "latin1");
    const objects = bytes.toString("latin1", at, begin < 0 ? bytes.length : begin);
    lookAt(objects, found);
    if (begin < 0) return found;
    const end = bytes.indexOf("endstream", begin, "latin1");
    const dictionary = objects.slice(Math.max(0, objects.lastIndexOf(" obj"), objects.length - 4_000));
    lookAtDictionary(dictionary, found);
    if (dictionary.includes("/ObjStm")) {
      const data = begin + (bytes[begin + 6] === 0x0d ? 8 : 7);
      lookAt(inflated(bytes.subarray(data, end < 0 ? bytes.length : end)), found);
    }
    at = end < 0 ? begin + 6 : end + 9;
  }
  return found;
}
