// What the helper is asked of a born-digital file, and what it answers.
import type { DigitalFormat, RecordingFacts } from "#contract/digital-file";

/** Formats as the content tells them; WPS and ET are Word and Excel files under a name of their own. */
export type DescribeQuestion = {
  readonly task: "describe";
  readonly format: DigitalFormat;
  /** The whole file, or of a recording the piece that holds its headers. */
  readonly bytes: Uint8Array;
  /** Size of the whole file in bytes. */
  readonly size: number;
};

export type DescribeWarning = "document-macro" | "document-active" | "mail-program" | "recording-cut";

export type DescribedFile = {
  readonly kind: "described";
  readonly formatVersion: string;
  /** The program that wrote it, where the file says so. */
  readonly madeWith: string;
  readonly warnings: readonly DescribeWarning[];
  readonly recording: RecordingFacts | null;
};

/** What the camera says of a photo; the place it was taken is never read. */
export type CameraFacts = { readonly make: string; readonly model: string; readonly takenAt: string };

/** Words of a file from outside as one short line. */
export const shortLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFD]/gu, "")
    .trim()
    .slice(0, 100);

/** Facts of a recording of which nothing is known yet. */
export const silentRecording: RecordingFacts = {
  durationMs: null,
  codec: "",
  sampleRate: null,
  bitDepth: null,
  channelCount: null,
  width: null,
  height: null,
  frameRate: null,
};
