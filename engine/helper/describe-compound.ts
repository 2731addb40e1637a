// Old Word and Excel files, and WPS and ET, which are written the same way: who wrote it, whether it is locked, whether it has macros.
import { type DescribedFile, shortLine } from "./described.ts";
import { readCompound, type CompoundFile } from "./read-compound.ts";
import { Refused } from "./serve-questions.ts";

const headSize = 8_192;
const filePass = 0x2f;
const appName = 0x12;

function decode(bytes: Buffer, codePage: number): string {
  const encoding = { 65001: "utf-8", 936: "gb18030", 54936: "gb18030", 1200: "utf-16le" }[codePage] ?? "latin1";
  return new TextDecoder(encoding).decode(bytes).replace(/\0.*$/s, "");
}

/** 程序名 of the summary ([MS-OLEPS], PIDSI_APPNAME); blank when it is not there or not as it should be. */
function programOf(file: CompoundFile): string {
  const summary = file.read("\u0005SummaryInformation", 65_536);
  if (!summary || summary.length < 48) return "";
  const begin = summary.readUInt32LE(44);
  if (begin + 8 > summary.length) return "";
  const found = new Map<number, number>();
  const count = Math.min(summary.readUInt32LE(begin + 4), 200);
  for (let at = begin + 8; at + 8 <= summary.length && found.size < count; at += 8)
    found.set(summary.readUInt32LE(at), begin + summary.readUInt32LE(at + 4));
  const pageAt = found.get(1);
  const codePage = pageAt !== undefined && pageAt + 6 <= summary.length ? summary.readUInt16LE(pageAt + 4) : 0;
  const nameAt = found.get(appName);
  if (nameAt === undefined || nameAt + 8 > summary.length || summary.readUInt32LE(nameAt) !== 0x1e) return "";
  const length = Math.min(summary.readUInt32LE(nameAt + 4), 400);
  return shortLine(decode(summary.subarray(nameAt + 8, nameAt + 8 + length), codePage));
}

/** Records of a workbook up to the first that says more than how it begins ([MS-XLS], FilePass). */
function isLockedWorkbook(book: Buffer): boolean {
  for (let at = 0; at + 4 <= book.length; at += 4 + book.readUInt16LE(at + 2))
    if (book.readUInt16LE(at) === filePass) return true;
  return false;
}

function describeBook(book: Buffer): string {
  if (book.length < 8) throw new Refused("document-damaged");
  if (isLockedWorkbook(book)) throw new Refused("document-password");
  return book.readUInt16LE(4) >= 0x600 ? "Excel 97-2003" : "Excel 5.0/95";
}

function describeDocument(head: Buffer): string {
  // FibBase: wIdent A5EC, nFib, and fEncrypted as bit 8 of the flags ([MS-DOC], 2.5.2).
  if (head.length < 32 || head.readUInt16LE(0) !== 0xa5ec) throw new Refused("document-damaged");
  if ((head.readUInt16LE(10) & 0x100) !== 0) throw new Refused("document-password");
  return head.readUInt16LE(2) >= 0xc0 ? "Word 97-2003" : "Word 6.0/95";
}

/** Refuses document-damaged, document-password. */
export function describeCompound(bytes: Buffer, isTable: boolean): DescribedFile {
  const file = readCompound(bytes);
  if (!file) throw new Refused("document-damaged");
  const names = new Set(file.entries.map((entry) => entry.name));
  if (names.has("EncryptedPackage")) throw new Refused("document-password");
  const main = isTable
    ? (file.read("Workbook", headSize) ?? file.read("Book", headSize))
    : file.read("WordDocument", headSize);
  if (!main) throw new Refused("document-damaged");
  const formatVersion = isTable ? describeBook(main) : describeDocument(main);
  const hasMacro = ["Macros", "_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT"].some((name) => names.has(name));
  return {
    kind: "described",
    formatVersion,
    madeWith: programOf(file),
    warnings: hasMacro ? ["document-macro"] : [],
    recording: null,
  };
}
