// Which files below a folder hold one of these words, in whatever a clerk or a program would read of them: bytes, ZIP entries (XLSX,
// OFD, packages), and the text layer of a PDF.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { inflateRawSync } from "node:zlib";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";

/** Bytes of every entry of a ZIP, by its central directory. */
function* entriesOf(zip: Buffer): Generator<Buffer> {
  let at = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  if (at < 0) return;
  let count = zip.readUInt16LE(at + 10);
  for (at = zip.readUInt32LE(at + 16); count > 0; count--) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, note, local] = [28, 30, 32]
      .map((offset) => zip.readUInt16LE(at + offset))
      .concat(zip.readUInt32LE(at + 42)) as [number, number, number, number];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    yield zip.subarray(at + 46, at + 46 + name);
    yield method === 0 ? bytes : inflateRawSync(bytes);
    at += 46 + name + extra + note;
  }
}

async function texts(path: string): Promise<Buffer[]> {
  const bytes = await readFile(path);
  if (bytes.subarray(0, 2).toString() === "PK") return [bytes, ...entriesOf(bytes)];
  if (bytes.subarray(0, 5).toString() !== "%PDF-") return [bytes];
  const pages = await readWithPdfjs(bytes);
  return [bytes, Buffer.from(withoutBlanks(pages.map(({ text }) => text).join("")))];
}

/** Paths, relative to the folder, with the word that was found; the archive itself is left out: it is encrypted. */
export async function filesHolding(folder: string, archive: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath, name.name);
    if (!name.isFile() || path.startsWith(archive + sep)) continue;
    const all = await texts(path);
    for (const word of words)
      if (relative(folder, path).includes(word) || all.some((each) => holds(each, word)))
        found.push(`${relative(folder, path)}: ${word}`);
  }
  return found;
}

const holds = (bytes: Buffer, word: string): boolean =>
  bytes.includes(word) || bytes.includes(Buffer.from(word, "utf16le"));
