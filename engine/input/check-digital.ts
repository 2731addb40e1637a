// The judgement on one born-digital file, the same for intake and for the dry run.
import type { DigitalFormat, RecordingFacts } from "#contract/digital-file";
import { sayInputWarning, type InputWarning } from "#contract/input-check";
import { Refusal } from "#contract/refusal";
import { describeSource } from "#engine/helper/describe";
import type { HelperPool } from "#engine/helper/helper-pool";
import { judgeName, refuseFormat } from "./check-source.ts";
import { formatName, identifyFormat } from "./identify-format.ts";
import { isRecording, judgeDigital } from "./judge-digital.ts";
import { readPiece, type OpenedSource } from "./read-source.ts";
import { readHeaders } from "./stream-source.ts";

export type DigitalJudgement = {
  readonly format: DigitalFormat;
  readonly formatVersion: string;
  readonly madeWith: string;
  readonly hasMacro: boolean;
  readonly recording: RecordingFacts | null;
  readonly warnings: readonly InputWarning[];
  /** One sentence for each warning; blank when there is nothing to know. */
  readonly message: string;
};

/**
 * Judges a file by its name and its bytes (of a recording the piece that holds its headers). Refuses name-unsafe,
 * program-refused, format-mismatch, document-damaged, document-password, table-doctype, and what a ZIP is refused for.
 */
export async function checkDigital(
  pool: HelperPool,
  path: string,
  found: DigitalFormat,
  piece: { readonly bytes: Buffer; readonly size: number },
  signal?: AbortSignal,
): Promise<DigitalJudgement> {
  const nameWarnings = judgeName(path);
  const { format, warnings: ofName } = judgeDigital(found, path);
  const {
    formatVersion,
    madeWith,
    recording,
    warnings: inside,
  } = await describeSource(pool, { format, bytes: piece.bytes, size: piece.size }, signal);
  // A film under the name of a sound is a film.
  if (format === "m4a" && recording?.width) throw new Refusal("format-mismatch", { actual: formatName.mp4 });
  const warnings: InputWarning[] = [...nameWarnings, ...ofName, ...inside];
  const message = warnings.map((code) => sayInputWarning(code, { actual: formatName[found] })).join(" ");
  return { format, formatVersion, madeWith, recording, warnings, message, hasMacro: inside.includes("document-macro") };
}

/** Judges a recording by its headers alone, whatever its size. Refuses what checkDigital refuses, and what is no recording. */
export async function checkRecording(
  pool: HelperPool,
  path: string,
  opened: OpenedSource,
  signal?: AbortSignal,
): Promise<DigitalJudgement> {
  const format = identifyFormat(await readPiece(opened, 0, 65_536));
  if (!isRecording(format)) throw refuseFormat(format, path);
  return checkDigital(pool, path, format, await readHeaders(opened, format), signal);
}
