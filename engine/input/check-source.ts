// The judgement on one loose file, the same for intake and for the dry run.
import { basename, extname } from "node:path";
import { sayInputWarning, type InputKind, type InputOutcome, type InputWarning } from "#contract/input-check";
import { Refusal, type RefusalCode, type RefusalDetails } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { decodeSource } from "#engine/helper/decode";
import type { DecodedPart, SourceFormat } from "#engine/helper/decoded";
import type { HelperPool } from "#engine/helper/helper-pool";
import { checkName } from "./check-name.ts";
import { formatName, identifyFormat, type InputFormat } from "./identify-format.ts";
import type { Source } from "./read-source.ts";

export type SourceJudgement = {
  readonly kind: InputKind;
  readonly format: InputFormat;
  readonly outcome: InputOutcome;
  /** "ok", the first warning, or the refusal. */
  readonly code: "ok" | InputWarning | RefusalCode;
  /** The Chinese sentence; one for each warning, joined by a space. */
  readonly message: string;
  readonly warnings: readonly InputWarning[];
  readonly pageCount: number;
};

export type SourceToCheck = { readonly path: string; readonly bytes: Source["bytes"] };

export type CheckSourceOptions = {
  /** Gets each part as it is decoded and is awaited, so a page is stored before the next one is made. */
  readonly keep?: (part: DecodedPart) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
};

const sourceFormats: readonly InputFormat[] = ["jpeg", "png", "tiff", "pdf", "jp2", "j2k"] satisfies SourceFormat[];
const extensionsOf: Readonly<Record<SourceFormat, readonly string[]>> = {
  jpeg: [".jpg", ".jpeg", ".jpe", ".jfif"],
  png: [".png"],
  tiff: [".tif", ".tiff"],
  pdf: [".pdf"],
  jp2: [".jp2", ".jpf", ".jpx"],
  j2k: [".j2k", ".j2c", ".jpc"],
};
// Formats whose refusal says "convert it"; under the name of an image they are still only unsupported.
const convertible: readonly InputFormat[] = ["heic", "webp", "gif", "bmp"];

/** The kind under which an input of this format is listed. */
export function kindOf(format: InputFormat): InputKind {
  if (format === "pdf") return "pdf";
  if (["jpeg", "png", "tiff", "jp2", "j2k", "svg", ...convertible].includes(format)) return "image";
  if (["xlsx", "xls", "ods"].includes(format)) return "table";
  return format === "zip" ? "zip" : "other";
}

// Other endings a person trusts; content that does not fit one of them is a mismatch, not merely unsupported.
const otherExtensions: Readonly<Record<string, readonly InputFormat[]>> = {
  ".xlsx": ["xlsx", "office-encrypted"],
  ".xls": ["xls", "et", "office-encrypted"],
  ".ods": ["ods"],
  ".csv": ["text"],
  ".zip": ["zip"],
  ".et": ["et", "xls", "office-encrypted"],
  ".doc": ["doc", "wps", "office-encrypted"],
  ".wps": ["wps", "doc", "office-encrypted"],
  ".docx": ["docx", "office-encrypted"],
  ".ofd": ["ofd"],
  ".html": ["html"],
  ".htm": ["html"],
  ".mhtml": ["mhtml"],
  ".mht": ["mhtml"],
  ".eml": ["eml"],
  ".mp3": ["mp3"],
  ".wav": ["wav"],
  ".m4a": ["m4a", "mp4"],
  ".mp4": ["mp4", "m4a"],
};

/** Whether a person takes files with this ending for one certain format. */
export const isTrustedExtension = (extension: string): boolean =>
  Object.values(extensionsOf).some((all) => all.includes(extension)) || Object.hasOwn(otherExtensions, extension);

/** The refusal for content that is none of the formats we take in, seen against the name it came under. */
export function refuseFormat(format: InputFormat, path: string): Refusal {
  const details: RefusalDetails = { actual: formatName[format] };
  const extension = extname(path).toLowerCase();
  if (format === "empty") return new Refusal("file-empty");
  if (format === "office-encrypted") return new Refusal("document-password");
  if (convertible.includes(format)) return new Refusal("format-unsupported", details);
  const isNamedLikeAScan = Object.values(extensionsOf).some((extensions) => extensions.includes(extension));
  const fitting = otherExtensions[extension];
  const isMismatch = isNamedLikeAScan || (fitting !== undefined && !fitting.includes(format));
  return new Refusal(isMismatch ? "format-mismatch" : "format-unsupported", details);
}

/** A name as a warning or, when unsafe or that of a program, as a Refusal. */
export function judgeName(path: string): InputWarning[] {
  const name = checkName(basename(path));
  if (name.verdict === "bad") throw new Refusal(name.code, name.details);
  return name.verdict === "odd" ? [name.code] : [];
}

async function decodeWhole(
  pool: HelperPool,
  { path, bytes }: SourceToCheck,
  format: InputFormat,
  { keep, signal }: CheckSourceOptions,
): Promise<{ warnings: InputWarning[]; pageCount: number }> {
  const warnings = judgeName(path);
  if (!sourceFormats.includes(format)) throw refuseFormat(format, path);
  const source = format as SourceFormat;
  const extension = extname(path).toLowerCase();
  if (!extensionsOf[source].includes(extension)) warnings.push("extension-odd");
  let pageCount = 0;
  for await (const part of decodeSource(pool, { bytes, format: source }, { signal })) {
    if (part.kind === "page") pageCount += 1;
    if (part.kind === "closed") warnings.push(...part.warnings);
    await keep?.(part);
  }
  return { warnings, pageCount };
}

/**
 * Checks one file by decoding it whole. Never throws a refusal of the file itself: what is wrong with it comes back as
 * outcome "reject" with the code (house 3.5: one of many failed is an outcome, not an error); `task-cancelled` and
 * whatever `keep` throws are passed on. After "reject" pages already handed to `keep` must be dropped.
 */
export async function checkSource(
  pool: HelperPool,
  source: SourceToCheck,
  options: CheckSourceOptions = {},
): Promise<SourceJudgement> {
  const format = identifyFormat(source.bytes);
  const kind = kindOf(format);
  let kept: unknown;
  const keep = async (part: DecodedPart): Promise<void> => {
    try {
      await options.keep?.(part);
    } catch (error) {
      kept = error;
      throw error;
    }
  };
  try {
    const { warnings, pageCount } = await decodeWhole(pool, source, format, { ...options, keep });
    const [first] = warnings;
    const say = (code: InputWarning): string => sayInputWarning(code, { actual: formatName[format] });
    const message = first === undefined ? `可以录入，共 ${pageCount} 页。` : warnings.map(say).join(" ");
    const outcome = first === undefined ? "accept" : "warn";
    return { kind, format, outcome, code: first ?? "ok", message, warnings, pageCount };
  } catch (error) {
    if (!(error instanceof Refusal) || error === kept || error.code === "task-cancelled") throw error;
    const message = sayRefusal(error.code, error.details);
    return { kind, format, outcome: "reject", code: error.code, message, warnings: [], pageCount: 0 };
  }
}
