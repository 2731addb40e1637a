// One item cut into pieces at chosen pages; every page and file lies in exactly one piece, in the order it had.
import type { DigitalFileId } from "#contract/digital-file";
import type { Item, PartKind } from "#contract/item";
import type { PageId } from "#contract/scan";

/** One page or digital file, and the part it belongs to. */
export type Leaf = {
  readonly part: number;
  readonly kind: PartKind;
  readonly title: string;
  readonly pageId?: PageId;
  readonly fileId?: DigitalFileId;
  readonly name: string;
};
type PiecePart = { kind: PartKind; title: string; pageIds: PageId[]; fileIds: DigitalFileId[] };

/** Pages, then files, part after part. */
export const leavesOf = (item: Item): Leaf[] =>
  item.parts.flatMap(({ kind, title, pages, files }, part) => [
    ...pages.map((page) => ({ part, kind, title, pageId: page.id, name: page.sourceName })),
    ...files.map((file) => ({ part, kind, title, fileId: file.id, name: file.sourceName })),
  ]);

/** Where a new part begins: for 「每部分各为一件」. */
export const cutsByParts = (leaves: readonly Leaf[]): Set<number> =>
  new Set(leaves.flatMap((leaf, at) => (at > 0 && leaf.part !== leaves[at - 1]?.part ? [at] : [])));

/** The pieces the cuts make. A piece that begins with an 附件 begins with its own 正文. */
export function piecesOf(leaves: readonly Leaf[], cuts: ReadonlySet<number>): PiecePart[][] {
  const pieces: PiecePart[][] = [];
  leaves.forEach((leaf, at) => {
    const before = leaves[at - 1];
    const isCut = at === 0 || cuts.has(at);
    if (isCut) pieces.push([]);
    const piece = pieces.at(-1) ?? [];
    if (isCut || before?.part !== leaf.part)
      piece.push({
        kind: isCut && at > 0 ? "正文" : leaf.kind,
        title: isCut ? "" : leaf.title,
        pageIds: [],
        fileIds: [],
      });
    if (leaf.pageId) piece.at(-1)?.pageIds.push(leaf.pageId);
    if (leaf.fileId) piece.at(-1)?.fileIds.push(leaf.fileId);
  });
  return pieces;
}
