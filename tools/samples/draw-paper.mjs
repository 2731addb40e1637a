// Sets a paper in type the way offices do (GB/T 9704-2012: A4, 28 characters a line, red head): a PDF, and what each of
// its pages says.
import path from "node:path";
import PDFDocument from "pdfkit";
import { breakText } from "./break-text.mjs";
import { drawStamp } from "./draw-stamp.mjs";
import { drawTable } from "./draw-table.mjs";
import { AREA, MM, SIZE } from "./type-area.mjs";

const PITCH = 28.6;
const RED = "#d0201c";

/**
 * @typedef {object} DrawnPage
 * @property {number} part index of the part it belongs to
 * @property {string[]} lines
 *
 * @typedef {object} Pen where the next line goes, and how to turn the page
 * @property {PDFKit.PDFDocument} doc
 * @property {number} y
 * @property {(lines: string) => void} note adds a line to what the page says
 * @property {() => void} turn
 * @property {(height: number) => void} need turns the page when less height is left
 */

/**
 * @param {string} fonts folder of the shipped fonts
 * @param {import("./paper-form.mjs").Paper} paper
 * @returns {Promise<{ pdf: Buffer; pages: DrawnPage[] }>}
 */
export async function drawPaper(fonts, paper) {
  const made = new Date(`${paper.facts.documentDate}T01:00:00Z`);
  const info = { Title: paper.facts.title, CreationDate: made, ModDate: made, Producer: "Lindang", Creator: "Lindang" };
  const doc = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, info });
  /** @type {Buffer[]} */
  const chunks = [];
  doc.on("data", (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  for (const name of ["serif-sc-regular", "serif-sc-bold", "sans-sc-bold"])
    doc.registerFont(name, path.join(fonts, `noto-${name}.ttf`));

  /** @type {DrawnPage[]} */
  const pages = [];
  for (const [index, part] of paper.parts.entries()) {
    const from = pages.length;
    /** @type {Pen} */
    const pen = {
      doc,
      y: 0,
      note: (line) => pages.at(-1)?.lines.push(line),
      turn: () => {
        doc.addPage();
        pages.push({ part: index, lines: [] });
        pen.y = AREA.top;
        const count = pages.length - from;
        if (count > 1 || !part.text.startsWith("^")) numberPage(doc, count);
      },
      need: (height) => {
        if (pen.y + height > AREA.bottom) pen.turn();
      },
    };
    pen.turn();
    drawHead(pen, part);
    drawBody(pen, part);
    drawClosing(pen, part);
  }
  doc.end();
  await ended;
  return { pdf: Buffer.concat(chunks), pages };
}

/**
 * @param {Pen} pen
 * @param {import("./paper-form.mjs").PaperPart} part
 */
function drawHead(pen, { head, number }) {
  if (!head || !number) return;
  const { doc } = pen;
  const size = Math.min(46, AREA.width / head.length / 1.05);
  line(pen, head, { font: "serif-sc-bold", size, color: RED, align: "center", y: 38 * MM });
  line(pen, number, { align: "center", y: 66 * MM });
  doc.rect(AREA.left, 75 * MM, AREA.width, 1.6).fill(RED);
  pen.y = 86 * MM;
}

/**
 * @param {Pen} pen
 * @param {import("./paper-form.mjs").PaperPart} part
 */
function drawBody(pen, { text, isStamped }) {
  /** @type {string[][]} */
  let table = [];
  const lines = text.trim().split("\n");
  const firstSigned = lines.findIndex((each) => each.startsWith(">> "));
  for (const [at, each] of [...lines, ""].entries()) {
    if (each.startsWith("| ")) {
      table.push(
        each
          .slice(2)
          .split("|")
          .map((cell) => cell.trim()),
      );
      continue;
    }
    if (table.length > 0) drawTable(pen, table);
    table = [];
    if (at === firstSigned) pen.need(3 * PITCH);
    // To the left of the words, which stay readable.
    if (isStamped && at === firstSigned) drawStamp(pen.doc, AREA.left + AREA.width - 235, pen.y + PITCH * 0.8);
    if (each !== "") drawParagraph(pen, each);
  }
}

/**
 * @param {Pen} pen
 * @param {string} each
 */
function drawParagraph(pen, each) {
  const [, mark = "", words = ""] = /^(# |## |> |>> |\^ |===)?(.*)$/u.exec(each) ?? [];
  if (mark === "===") return pen.turn();
  if (mark === "# ") {
    for (const part of wrap(pen, words, { font: "sans-sc-bold", size: 21, width: AREA.width * 0.92 }))
      line(pen, part, { font: "sans-sc-bold", size: 21, align: "center", pitch: 34 });
    pen.y += 8;
  } else if (mark === "^ ") {
    pen.y = Math.max(pen.y, 62 * MM);
    line(pen, words, { font: "sans-sc-bold", size: words.startsWith("（") ? 20 : 34, align: "center", pitch: 60 });
    if (words.startsWith("（")) pen.y += 150;
  } else if (mark === ">> ") {
    line(pen, words, { align: "right", indent: 36 });
  } else {
    // A heading does not stay behind alone.
    if (mark === "## ") pen.need(2 * PITCH);
    const font = mark === "## " ? "sans-sc-bold" : "serif-sc-regular";
    const indent = mark === "> " ? 0 : 2 * SIZE;
    for (const [at, part] of wrap(pen, words, { font, indent }).entries())
      line(pen, part, { font, indent: at === 0 ? indent : 0 });
  }
}

/**
 * @param {Pen} pen
 * @param {import("./paper-form.mjs").PaperPart} part
 */
function drawClosing(pen, { closing }) {
  if (!closing) return;
  const y = AREA.bottom - 26;
  if (pen.y > y) pen.turn();
  pen.doc.rect(AREA.left, y, AREA.width, 0.9).fill("#222");
  line(pen, closing, { size: 13, y: y + 4 });
  pen.doc.rect(AREA.left, y + 26, AREA.width, 0.9).fill("#222");
}

/**
 * @param {PDFKit.PDFDocument} doc
 * @param {number} count of this page within its part
 */
function numberPage(doc, count) {
  doc.font("serif-sc-regular").fontSize(13).fillColor("#222");
  doc.text(`— ${count} —`, AREA.left, 275 * MM, { width: AREA.width, align: "center", lineBreak: false });
}

/**
 * @param {Pen} pen
 * @param {string} words
 * @param {{ font?: string; size?: number; indent?: number; width?: number }} look
 */
function wrap({ doc }, words, { font = "serif-sc-regular", size = SIZE, indent = 0, width = AREA.width }) {
  doc.font(font).fontSize(size);
  return breakText(words, (text) => doc.widthOfString(text), width, indent);
}

/**
 * @typedef {object} Look
 * @property {string} [font]
 * @property {number} [size]
 * @property {string} [color]
 * @property {"left" | "center" | "right"} [align]
 * @property {number} [indent]
 * @property {number} [pitch]
 * @property {number} [y] draws there and leaves the pen where it is
 */

/**
 * @param {Pen} pen
 * @param {string} words
 * @param {Look} look
 */
function line(
  pen,
  words,
  { font = "serif-sc-regular", size = SIZE, color = "#1c1c1c", align = "left", indent = 0, pitch = PITCH, y },
) {
  if (y === undefined) pen.need(pitch);
  const { doc } = pen;
  doc.font(font).fontSize(size).fillColor(color);
  const width = doc.widthOfString(words);
  const free = AREA.width - width;
  const x = AREA.left + (align === "center" ? free / 2 : align === "right" ? free - indent : indent);
  doc.text(words, x, y ?? pen.y, { lineBreak: false });
  pen.note(words.trim());
  if (y === undefined) pen.y += pitch;
}
