// 分件 in the window: wherever one cuts, every page and file lies in exactly one piece, in the order it had.
import { describe, expect, it } from "vitest";
import type { Item, PartKind } from "#contract/item";
import { cutsByParts, leavesOf, piecesOf } from "#features/item/split-pieces";

const part = (kind: PartKind, pages: readonly string[], files: readonly string[] = []) => ({
  kind,
  title: `${kind}名`,
  pages: pages.map((id) => ({ id, sourceName: `${id}.jpg` })),
  files: files.map((id) => ({ id, sourceName: `${id}.docx` })),
});
const item = {
  parts: [part("正文", ["a", "b"], ["f"]), part("附件", ["c"]), part("附件", ["d", "e"])],
} as unknown as Item;
const leaves = leavesOf(item);

describe("the pieces of an item", () => {
  it("hold every page and file once, wherever the cuts are", () => {
    expect(leaves.map((leaf) => leaf.pageId ?? leaf.fileId)).toEqual(["a", "b", "f", "c", "d", "e"]);
    for (let cuts = 0; cuts < 1 << leaves.length; cuts++) {
      const at = new Set(leaves.map((_, index) => index).filter((index) => cuts & (1 << index)));
      const pieces = piecesOf(leaves, at);
      const held = pieces.flat().flatMap((each) => [...each.pageIds, ...each.fileIds]);
      expect(held.toSorted()).toEqual(["a", "b", "c", "d", "e", "f"]);
      expect(pieces).toHaveLength(1 + [...at].filter((index) => index > 0).length);
      expect(pieces.every((piece) => piece.length > 0)).toBe(true);
    }
  });

  it("keep their parts where nothing is cut, and begin with a 正文 of their own where something is", () => {
    expect(piecesOf(leaves, new Set())[0]!.map((each) => [each.kind, each.pageIds])).toEqual([
      ["正文", ["a", "b"]],
      ["附件", ["c"]],
      ["附件", ["d", "e"]],
    ]);
    const byParts = piecesOf(leaves, cutsByParts(leaves));
    expect(byParts.map((piece) => piece.map((each) => each.kind))).toEqual([["正文"], ["正文"], ["正文"]]);
    const inside = piecesOf(leaves, new Set([5]));
    expect(inside.at(-1)).toEqual([{ kind: "正文", title: "", pageIds: ["e"], fileIds: [] }]);
    expect(inside[0]!.at(-1)!.pageIds).toEqual(["d"]);
  });
});
