import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import { Refused } from "./serve-questions.ts";

const utf8Flag = 0x800;
const unicodePath = 0x7075;

function strictly(bytes: Buffer, encoding: "utf-8" | "gb18030"): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Info-ZIP's Unicode path field: version 1, checksum of the plain name, then the name in UTF-8 (APPNOTE 4.6.9). */
function namedInExtraField(entry: Entry): string | undefined {
  const field = entry.extraFields.find(({ id }) => id === unicodePath)?.data;
  if (field === undefined || field.length < 6 || field[0] !== 1) return undefined;
  if (field.readUInt32LE(1) !== crc32(entry.fileNameRaw)) return undefined;
  return strictly(field.subarray(5), "utf-8");
}

function isUnsafe(name: string): boolean {
  const isElsewhere = /^\/|^~[^/]*\/|^[A-Za-z]:|\\|%[A-Za-z_]+%/.test(name);
  const parts = name.replace(/\/$/, "").split("/");
  return isElsewhere || /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(name) || parts.some((part) => /^\.{0,2}$/.test(part));
}

/**
 * The name of a ZIP entry as text: bit 11 says UTF-8, else field 0x7075, else strict UTF-8, else GB18030.
 * Refuses zip-path-unsafe: absolute, drive, UNC, backslash, `..`, `~`, control, bidi and zero-width characters, names
 * above 255 bytes a part or 1,024 in all, more than 100 levels, names that are no text.
 */
export function zipEntryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isUtf8 = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  const name = isUtf8
    ? strictly(raw, "utf-8")
    : (namedInExtraField(entry) ?? strictly(raw, "utf-8") ?? strictly(raw, "gb18030"));
  const shown = (name ?? raw.toString("latin1")).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "\uFFFD").slice(0, 120);
  const isTooLong = (name ?? "").split("/").some((part) => Buffer.byteLength(part) > 255) || raw.length > 1_024;
  const isTooDeep = (name ?? "").split("/").length > 100;
  if (name === undefined || isUnsafe(name) || isTooLong || isTooDeep)
    throw new Refused("zip-path-unsafe", { name: shown });
  return name;
}
