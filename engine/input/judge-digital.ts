// A born-digital file judged by content and name: which format it is kept as, and what its name says wrongly.
import { extname } from "node:path";
import { digitalFormat, recordedFormats, type DigitalFormat, type RecordedFormat } from "#contract/digital-file";
import type { InputWarning } from "#contract/input-check";
import { Refusal } from "#contract/refusal";
import { isTrustedExtension } from "./check-source.ts";
import { formatName, type InputFormat } from "./identify-format.ts";

/** Extensions a format goes under. */
const extensionsOf: Readonly<Record<DigitalFormat, readonly string[]>> = {
  docx: [".docx", ".docm"],
  wps: [".wps", ".doc"],
  doc: [".doc"],
  xlsx: [".xlsx", ".xlsm"],
  et: [".et", ".xls"],
  xls: [".xls"],
  ofd: [".ofd"],
  html: [".html", ".htm"],
  mhtml: [".mhtml", ".mht"],
  eml: [".eml"],
  mp3: [".mp3"],
  wav: [".wav"],
  m4a: [".m4a"],
  mp4: [".mp4", ".m4v"],
};
/** The same bytes under two names: there alone the name decides. */
const twins: Partial<Record<DigitalFormat, Readonly<Record<string, DigitalFormat>>>> = {
  doc: { ".wps": "wps" },
  wps: { ".doc": "doc" },
  xls: { ".et": "et" },
  et: { ".xls": "xls" },
  mp4: { ".m4a": "m4a" },
  m4a: { ".mp4": "mp4" },
};

/** Whether a format found by content is taken in as a digital file. */
export const isDigital = (format: InputFormat): format is DigitalFormat => digitalFormat.safeParse(format).success;

/** Whether a file of this format is sealed as it is read, because it may be larger than memory. */
export const isRecording = (format: InputFormat): format is RecordedFormat =>
  recordedFormats.some((each) => each === format);

/** The format to keep it as. Refuses format-mismatch when the name is that of another format; an unknown ending is a warning. */
export function judgeDigital(format: DigitalFormat, path: string): { format: DigitalFormat; warnings: InputWarning[] } {
  const extension = extname(path).toLowerCase();
  const kept = twins[format]?.[extension] ?? format;
  if (extensionsOf[kept].includes(extension)) return { format: kept, warnings: [] };
  const isAnothers =
    isTrustedExtension(extension) || Object.values(extensionsOf).some((all) => all.includes(extension));
  if (isAnothers) throw new Refusal("format-mismatch", { actual: formatName[format] });
  return { format: kept, warnings: ["extension-odd"] };
}
