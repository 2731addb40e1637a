import { createWriteStream } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import PDFDocument from "pdfkit";

const widths = [28, 136, 96, 96, 207, 57, 34, 31, 42];

/**
 * The plainest PDF of a table that PDFKit can make with a Chinese font: no wrapping, no lines, nothing checked.
 * @param {string} file
 * @param {string} root project folder
 * @param {readonly string[]} headings
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export async function writePlainPdf(file, root, headings, rows) {
  const document = new PDFDocument({ size: "A4", layout: "landscape", margin: 40 });
  const out = createWriteStream(file);
  document.pipe(out);
  document.font(path.join(root, "resources/fonts/noto-serif-sc-regular.ttf")).fontSize(9);
  const perPage = 22;
  for (let at = 0; at < rows.length; at += perPage) {
    if (at > 0) document.addPage();
    for (const [line, cells] of [headings, ...rows.slice(at, at + perPage)].entries()) {
      let x = 40;
      for (const [column, cell] of cells.entries()) {
        const width = widths[column] ?? 40;
        document.text(String(cell), x, 60 + line * 21, { width, lineBreak: false, ellipsis: false });
        x += width;
      }
    }
  }
  document.end();
  await once(out, "finish");
}
