// Running text and signatures.
import { breakLines } from "#engine/paper/break-lines";
import { toMillimetres } from "#engine/paper/millimetre";
import { printableText } from "#engine/paper/printable-text";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";
import type { FormBlock } from "./form-definition.ts";
import { drawLines, markCell, markRow } from "./laid-piece.ts";
import type { LaidPiece, Setting } from "./laid-piece.ts";

/** The paragraphs of a text, each a piece of its own, so that a long text may go on over the page. */
export function layParagraphs(words: string, sizePt: number | undefined, { shelf, roomMm }: Setting): LaidPiece[] {
  if (words === "") return [];
  const style: TextStyle = { weight: "regular", sizePt: sizePt ?? 12 };
  const lineMm = toMillimetres(style.sizePt) * 1.7;
  const paragraphs = words.split("\n").map(printableText);
  return paragraphs.flatMap((text) =>
    // Line by line: a page may end between two lines of a paragraph, never inside one.
    breakLines(shelf, style, text === "" ? "" : `　　${text}`, roomMm).map((line): LaidPiece => ({
      heightMm: lineMm,
      rows: line === "" ? [] : [[line]],
      draw(paper, place) {
        if (line === "") return;
        const box = { ...place, widthMm: roomMm, heightMm: lineMm, align: "left" } as const;
        markRow(paper, place, 0, () => markCell(paper, () => drawLines(paper, shelf, [line], style, box, 1.7)));
      },
    })),
  );
}

const signature: TextStyle = { weight: "regular", sizePt: 10.5 };

/** Who signs, with a line to write on; `sealMm` of blank paper for a seal, which is never printed. */
export function laySignatures(block: Extract<FormBlock, { kind: "signatures" }>, setting: Setting): LaidPiece {
  const { shelf, roomMm, fields } = setting;
  const most = Math.max(...block.columns.map((lines) => lines.length));
  const stepMm = 9;
  const heightMm = Math.max(most * stepMm + 4, block.sealMm);
  const columnMm = roomMm / block.columns.length;
  const rows = block.columns.map((lines) =>
    lines.flatMap(({ field }) => (field === undefined ? [] : [printableText(fields[field] ?? "")])),
  );
  return {
    heightMm,
    rows,
    draw(paper, place) {
      for (const [at, lines] of block.columns.entries()) {
        const left = place.xMm + at * columnMm;
        markRow(paper, place, at, () => {
          for (const [index, { label, field }] of lines.entries()) {
            const yMm = place.yMm + 4 + index * stepMm;
            const labelMm = textWidth(shelf, signature, label);
            const line = { yMm, heightMm: stepMm, align: "left" } as const;
            drawLines(paper, shelf, [label], signature, { ...line, xMm: left, widthMm: labelMm });
            const value = field === undefined ? "" : printableText(fields[field] ?? "");
            const room = { ...line, xMm: left + labelMm + 1, widthMm: columnMm - labelMm - 6 };
            if (field !== undefined) markCell(paper, () => drawLines(paper, shelf, [value], signature, room));
            paper.bar(left + labelMm, yMm + stepMm - 1.6, Math.max(10, columnMm - labelMm - 6), 0.15);
          }
        });
      }
    },
  };
}
