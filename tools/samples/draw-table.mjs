import { breakText } from "./break-text.mjs";
import { AREA } from "./type-area.mjs";

const SIZE = 12.5;
const LINE = 18;

/**
 * Draws a ruled table as wide as the type area; columns get room by their longest cell.
 * @param {import("./draw-paper.mjs").Pen} pen
 * @param {string[][]} rows the first is the head
 */
export function drawTable(pen, rows) {
  const { doc } = pen;
  const widths = columnWidths(rows);
  // The head does not stay behind alone.
  pen.need(4 + 3 * (LINE + 8));
  pen.y += 4;
  for (const [at, row] of rows.entries()) {
    doc.font(at === 0 ? "sans-sc-bold" : "serif-sc-regular").fontSize(SIZE);
    const cells = widths.map((width, column) =>
      breakText(row[column] ?? "", (text) => doc.widthOfString(text), width - 10),
    );
    const height = Math.max(1, ...cells.map((cell) => cell.length)) * LINE + 8;
    pen.need(height);
    doc.fillColor("#1c1c1c");
    let x = AREA.left;
    for (const [column, width] of widths.entries()) {
      doc.rect(x, pen.y, width, height).lineWidth(0.7).stroke("#333");
      const lines = cells[column] ?? [];
      for (const [number, words] of lines.entries()) {
        const free = width - doc.widthOfString(words);
        const isLong = width > 0.3 * AREA.width && at > 0;
        const y = pen.y + (height - lines.length * LINE) / 2 + number * LINE;
        doc.text(words, x + (isLong ? 6 : free / 2), y, { lineBreak: false });
      }
      x += width;
    }
    pen.note(row.filter((cell) => cell !== "").join("  "));
    pen.y += height;
  }
  pen.y += 12;
}

/**
 * @param {string[][]} rows
 * @returns {number[]} points that add up to the type area
 */
function columnWidths(rows) {
  const count = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: count }, (_, column) =>
    Math.max(3.4, ...rows.map((row) => weight(row[column] ?? ""))),
  );
  const sum = wanted.reduce((total, each) => total + each, 0);
  return wanted.map((each) => (each / sum) * AREA.width);
}

/** @param {string} text whose width is counted in Chinese characters */
const weight = (text) =>
  Math.min(
    16,
    [...text].reduce((sum, char) => sum + (char < "\u2000" ? 0.55 : 1), 1),
  );
