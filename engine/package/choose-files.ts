// Which files stand for an item's pages: a source that lies whole and in order in one part goes as it came, byte for byte;
// single pages taken out of a longer source go as their page images.
import type { PackageDigitalFile, PackagePage } from "#db/package";

export type ChosenFile = {
  readonly fileId: string;
  /** Ending of its name in the package; left out, its media type tells. */
  readonly extension?: string;
  readonly mediaType: string;
  readonly role: string;
  readonly pages: number;
  readonly originalName: string;
  readonly resolution: number | undefined;
};

/** Files of one item in order. */
export function chooseFiles(pages: readonly PackagePage[]): ChosenFile[] {
  const chosen: ChosenFile[] = [];
  for (let at = 0; at < pages.length;) {
    const page = pages[at];
    if (!page) break;
    const run = pages.slice(at, at + page.scanPageCount);
    const isWhole =
      run.length === page.scanPageCount &&
      run.every(
        (each, step) =>
          each.scanId === page.scanId && each.sourcePage === step + 1 && each.partNumber === page.partNumber,
      );
    const original = isWhole ? page.scanFileId : null;
    chosen.push({
      fileId: original ?? page.versionFileId,
      mediaType: original !== null ? page.scanMediaType : page.versionMediaType,
      role: page.partKind,
      pages: original !== null ? run.length : 1,
      originalName: page.sourceName,
      resolution: page.dpi ?? undefined,
    });
    at += original !== null ? run.length : 1;
  }
  return chosen;
}

/** Digital files go as they came, after the pages; they have none themselves. */
export const chooseDigitalFiles = (files: readonly PackageDigitalFile[]): ChosenFile[] =>
  files.flatMap(({ fileId, format, mediaType, partKind, sourceName }) =>
    fileId === null
      ? []
      : [
          {
            fileId,
            extension: format,
            mediaType,
            role: partKind,
            pages: 0,
            originalName: sourceName,
            resolution: undefined,
          },
        ],
  );
