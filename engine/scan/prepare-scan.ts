// One file made ready: read once, hashed, decoded by a helper (the decode that makes the thumbnail is the check), sealed page by page.
import { basename } from "node:path";
import { pageId, scanId, type PageId } from "#contract/scan";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { PageVersion } from "#db/scan";
import type { DecodedPage } from "#engine/helper/decoded";
import type { House } from "#engine/house";
import { checkSource, type SourceJudgement } from "#engine/input/check-source";
import { printableName } from "#engine/input/check-name";
import { readSource, type Source } from "#engine/input/read-source";
import { refusalOfIo } from "#engine/refuse-io";
import { forgetFiles, keepFile, type KeptFile } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";

export type PreparedPage = { readonly id: PageId; readonly version: Omit<PageVersion, "pageId" | "number"> };
/** A file ready to be written down, or the refusal it got. */
export type PreparedScan =
  | {
      readonly path: string;
      readonly judgement: SourceJudgement;
      readonly source: Source;
      readonly id: ReturnType<typeof scanId.parse>;
      readonly original: KeptFile;
      readonly files: readonly KeptFile[];
      readonly pages: readonly PreparedPage[];
    }
  | { readonly path: string; readonly refused: { readonly code: string; readonly message: string } };

const mediaTypes: Record<string, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  tiff: "image/tiff",
  pdf: "application/pdf",
};

/** The media type of a format that intake accepts. */
export const mediaTypeOf = (format: string): string => mediaTypes[format] ?? "application/octet-stream";

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Prepares one file; a refusal of the file is an outcome, a cancelled task is thrown. What was sealed for a refused file is removed. */
export async function prepareScan(
  house: House,
  archive: OpenArchive,
  path: string,
  signal: AbortSignal,
): Promise<PreparedScan> {
  const files: KeptFile[] = [];
  const pages: PreparedPage[] = [];
  let own: DecodedPage | undefined;
  try {
    const source = await readSource(path, signal);
    const keep = async (part: { kind: string } | DecodedPage): Promise<void> => {
      if (!("thumbnail" in part)) return;
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
    return { path, judgement, source, id: scanId.parse(house.makeId()), original, files, pages };
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
