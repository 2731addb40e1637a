// One file made ready: read once, hashed, decoded by a helper (the decode that makes the thumbnail is the check), sealed page by page.
import { basename } from "node:path";
import { pageId, scanId, type PageId } from "#contract/scan";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { Capture } from "#contract/capture";
import type { FirstVersion } from "#db/scan";
import type { DecodedPage, DecodedPart } from "#engine/helper/decoded";
import type { CameraFacts } from "#engine/helper/described";
import type { House } from "#engine/house";
import { checkSource, type SourceJudgement } from "#engine/input/check-source";
import { printableName } from "#engine/input/check-name";
import { identifyFormat } from "#engine/input/identify-format";
import { isDigital, isRecording } from "#engine/input/judge-digital";
import { peekSource, readSource, sourceOf } from "#engine/input/read-source";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { forgetFiles, keepFile, type KeptFile } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { keepDocument, keepRecording, type KeptDigital, type PreparedDigital } from "./prepare-digital-file.ts";

export type PreparedPage = { readonly id: PageId; readonly version: FirstVersion };
/** A file ready to be written down, or the refusal it got. */
export type PreparedScan =
  | {
      readonly path: string;
      readonly judgement: Pick<SourceJudgement, "outcome" | "code" | "message" | "warnings" | "format">;
      readonly modifiedAt: string;
      readonly id: ReturnType<typeof scanId.parse>;
      readonly original: KeptFile;
      readonly files: readonly KeptFile[];
      /** None for a digital file: it is kept and not shown. */
      readonly pages: readonly PreparedPage[];
      readonly digital: PreparedDigital | null;
      readonly camera: CameraFacts | null;
      /** Null for a file somebody chose. */
      readonly capture: Capture | null;
    }
  | { readonly path: string; readonly refused: { readonly code: string; readonly message: string } };

const mediaTypes: Record<string, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  tiff: "image/tiff",
  jp2: "image/jp2",
  j2k: "image/j2c",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  wps: "application/vnd.ms-works",
  doc: "application/msword",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  et: "application/vnd.ms-excel",
  xls: "application/vnd.ms-excel",
  ofd: "application/ofd",
  html: "text/html",
  mhtml: "multipart/related",
  eml: "message/rfc822",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  m4a: "audio/mp4",
  mp4: "video/mp4",
};

/** The media type of a format that intake accepts. */
export const mediaTypeOf = (format: string): string => mediaTypes[format] ?? "application/octet-stream";

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where bytes come from: a file, a device that handed them over, or the program itself, which made them at that instant. */
export type ScanOrigin =
  | { readonly path: string }
  | { readonly path: string; readonly bytes: Buffer; readonly capture: Capture }
  | { readonly path: string; readonly bytes: Buffer; readonly madeAt: string };

/** Prepares one file; a refusal of the file is an outcome, a cancelled task is thrown. What was sealed for a refused file is removed. */
export async function prepareScan(
  house: House,
  archive: OpenArchive,
  origin: ScanOrigin,
  job: Job,
): Promise<PreparedScan> {
  const { path } = origin;
  const capture = "capture" in origin ? origin.capture : null;
  const files: KeptFile[] = [];
  const pages: PreparedPage[] = [];
  const { signal } = job;
  let own: DecodedPage | undefined;
  let camera: CameraFacts | null = null;
  try {
    if (!("bytes" in origin) && isRecording(identifyFormat(await peekSource(path))))
      return digitalScan(house, path, await keepRecording(house, archive, path, job));
    const source =
      "bytes" in origin
        ? sourceOf(origin.bytes, "madeAt" in origin ? origin.madeAt : origin.capture.capturedAt)
        : await readSource(path, signal);
    const format = identifyFormat(source.bytes);
    if (isDigital(format) && capture === null)
      return digitalScan(house, path, await keepDocument(house, archive, path, format, source, signal));
    const keep = async (part: DecodedPart): Promise<void> => {
      if (part.kind === "closed") camera = part.camera;
      if (part.kind !== "page") return;
      if (part.rendition === null) own = part;
      else pages.push(await keepRendition(house, archive, part, files));
    };
    const judgement = await checkSource(house.helpers, { path, bytes: source.bytes }, { keep, signal });
    if (judgement.outcome === "reject") return await refuse(archive, path, files, judgement.code, judgement.message);
    const thumbnail = own ? toBuffer(own.thumbnail) : Buffer.alloc(0);
    const original = await keepFile(archive, house.makeId, source.bytes, thumbnail, source);
    house.reach("file-kept");
    files.push(original);
    if (own) pages.push(pageOf(house, own, original.id, mediaTypeOf(judgement.format), "original"));
    const id = scanId.parse(house.makeId());
    return {
      path,
      judgement,
      modifiedAt: source.modifiedAt,
      id,
      original,
      files,
      pages,
      digital: null,
      camera,
      capture,
    };
  } catch (error) {
    const known = refusalOfIo(error);
    if (!(known instanceof Refusal) || known.code === "task-cancelled") {
      await forgetFiles(archive, files);
      throw known;
    }
    return refuse(
      archive,
      path,
      files,
      known.code,
      sayRefusal(known.code, { name: printableName(basename(path)), ...known.details }),
    );
  }
}

function digitalScan(house: House, path: string, kept: KeptDigital): PreparedScan {
  house.reach("file-kept");
  const { original, digital, warnings, message, modifiedAt } = kept;
  const [code = "ok" as const] = warnings;
  const outcome = warnings.length > 0 ? ("warn" as const) : ("accept" as const);
  return {
    ...{ path, modifiedAt, original, digital, camera: null, capture: null },
    id: scanId.parse(house.makeId()),
    judgement: { outcome, code, message, warnings, format: digital.format },
    files: [original],
    pages: [],
  };
}

async function refuse(
  archive: OpenArchive,
  path: string,
  files: readonly KeptFile[],
  code: string,
  message: string,
): Promise<PreparedScan> {
  await forgetFiles(archive, files);
  return { path, refused: { code, message } };
}

async function keepRendition(
  house: House,
  archive: OpenArchive,
  part: DecodedPage,
  files: KeptFile[],
): Promise<PreparedPage> {
  if (!part.rendition) throw new Error("a page without rendition is the original itself");
  const file = await keepFile(archive, house.makeId, toBuffer(part.rendition.bytes), toBuffer(part.thumbnail));
  house.reach("file-kept");
  files.push(file);
  return pageOf(house, part, file.id, mediaTypeOf(part.rendition.format), "rendition");
}

function pageOf(
  house: House,
  part: DecodedPage,
  fileId: string,
  mediaType: string,
  kind: "original" | "rendition",
): PreparedPage {
  const { width, height, dpi, colourMode } = part;
  const madeBy = kind === "original" ? "" : `lindang ${house.programVersion}`;
  return {
    id: pageId.parse(house.makeId()),
    version: { kind, madeBy, fileId, mediaType, width, height, dpi, colourMode },
  };
}
