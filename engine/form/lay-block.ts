import type { PageId } from "#contract/scan";
import type { FormBlock, FormSheet } from "./form-definition.ts";
import type { FormPicture } from "./form-hand.ts";
import { fillLines } from "./fill-words.ts";
import { layBlanks } from "./lay-blanks.ts";
import { layGrid } from "./lay-grid.ts";
import { layParagraphs, laySignatures } from "./lay-passage.ts";
import { layLine, layTitle } from "./lay-words.ts";
import type { LaidPiece, Setting } from "./laid-piece.ts";

const gap = (heightMm: number): LaidPiece => ({ heightMm, rows: [], draw: () => undefined });

const rule = (lines: 1 | 2, roomMm: number): LaidPiece => ({
  heightMm: 4,
  rows: [],
  draw(paper, { xMm, yMm }) {
    for (let line = 0; line < lines; line++) paper.bar(xMm, yMm + line * 1.2, roomMm, 0.4);
  },
});

function layPicture(
  { at, heightMm }: Extract<FormBlock, { kind: "picture" }>,
  { roomMm }: Setting,
  sheet: FormSheet,
  pictures: ReadonlyMap<PageId, FormPicture>,
): LaidPiece {
  const pageId = sheet.pageIds?.[at];
  const picture = pageId && pictures.get(pageId);
  if (!picture) return gap(heightMm);
  const scale = Math.min(roomMm / picture.width, heightMm / picture.height);
  const [widthMm, tallMm] = [picture.width * scale, picture.height * scale];
  return {
    heightMm,
    rows: [],
    draw: (paper, { xMm, yMm }) =>
      paper.picture(picture.bytes, xMm + (roomMm - widthMm) / 2, yMm + (heightMm - tallMm) / 2, widthMm, tallMm),
  };
}

/** The pieces of one block; a table is laid by the document itself. */
export function layBlock(
  block: FormBlock,
  setting: Setting,
  sheet: FormSheet,
  pictures: ReadonlyMap<PageId, FormPicture>,
): LaidPiece[] {
  switch (block.kind) {
    case "title":
      return [layTitle(block, setting)];
    case "line":
      return [layLine(block, setting)];
    case "grid":
      return [layGrid(block, setting)];
    case "blanks":
      return [layBlanks(block, setting)];
    case "paragraph":
      return layParagraphs(setting.fields[block.field] ?? "", block.sizePt, setting);
    case "passage":
      return layParagraphs(fillLines(setting.words(block.text), setting.fields), block.sizePt, setting);
    case "signatures":
      return [laySignatures(block, setting)];
    case "gap":
      return [gap(block.mm)];
    case "rule":
      return [rule(block.lines, setting.roomMm)];
    case "picture":
      return [layPicture(block, setting, sheet, pictures)];
    case "table":
      return [];
  }
}
