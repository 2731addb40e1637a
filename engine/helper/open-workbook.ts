// A workbook opened with caps: no DTD, no bomb, no formula computed, no macro run.
import * as sheets from "@e965/xlsx";
import * as codepages from "@e965/xlsx/dist/cpexcel";
import { forbidDoctype } from "./find-doctype.ts";
import { inspectZip, usualZipLimits, type ZipLimits } from "./inspect-zip.ts";
import type { TableFormat } from "./recognised.ts";
import { Refused, type Beat } from "./serve-questions.ts";

// Old .xls files hold text in code page 936.
sheets.set_cptable(codepages);

/** Largest CSV that is read. */
export const csvLimit = 100 * 1024 * 1024;
const limits: ZipLimits = { ...usualZipLimits, total: 512 * 1024 * 1024 };

/**
 * Opens a workbook, cells with their number formats. Refuses table-damaged, table-password, table-limit, table-doctype,
 * and what inspect-zip.ts refuses of an XLSX or ODS as a ZIP.
 */
export async function openWorkbook(
  bytes: Buffer,
  format: Exclude<TableFormat, "csv">,
  beat: Beat,
): Promise<{ book: sheets.WorkBook; hasMacro: boolean }> {
  let hasMacro = false;
  if (format !== "xls") {
    const parts = await inspectZip(bytes, { look: forbidDoctype(), beat, limits }).catch((error: unknown) => {
      const isBroken = error instanceof Refused && ["zip-damaged", "zip-empty"].includes(error.code);
      throw isBroken ? new Refused("table-damaged", { where: "整个文件" }) : error;
    });
    hasMacro = parts.some(({ name }) => /vbaproject\.bin$/i.test(name));
  }
  try {
    const options = { type: "buffer", dense: true, cellHTML: false, cellText: false, cellDates: false } as const;
    const book = sheets.read(bytes, { ...options, cellNF: true, bookVBA: true });
    return { book, hasMacro: hasMacro || (format === "xls" && book.vbaraw !== undefined) };
  } catch (error) {
    const words = error instanceof Error ? error.message : "";
    if (/password|encrypt/i.test(words)) throw new Refused("table-password");
    throw new Refused("table-damaged", { where: "整个文件" });
  }
}

/** A column of numbers has one format from top to bottom: each is looked at once, and no file fills the memory with them. */
const known = new Map<string, boolean>();
const mostKnown = 1_000;

/** Whether a number format shows a day. */
export function isDateFormat(format: string): boolean {
  const before = known.get(format);
  if (before !== undefined) return before;
  const isDate: boolean = sheets.SSF.is_date(format);
  if (known.size < mostKnown) known.set(format, isDate);
  return isDate;
}
