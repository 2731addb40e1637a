// Pages as offices print them, drawn with the shipped fonts on our own paper: prose, a wide table, a form with boxes,
// two columns of small print, and our own 归档文件目录. Each says line by line what is printed on it.
import { plainAdjustment } from "#contract/form-adjustment";
import { formOptions } from "#contract/form";
import { itemCatalogue } from "#engine/form/define-item-catalogue";
import { sheetOfCatalogue } from "#engine/form/gather-classes";
import { drawForm } from "#engine/form/write-form-pdf";
import { openPdf } from "#engine/helper/pdfium";
import { openFontShelf } from "#engine/paper/font-shelf";
import { toMillimetres } from "#engine/paper/millimetre";
import { startPaper } from "#engine/paper/start-paper";
import { startTurns } from "#engine/paper/take-turn";
import { textWidth } from "#engine/paper/text-style";
import { application, minutes, notice, register, rules } from "./office-texts.mjs";
import { readPrintedLines } from "./printed-lines.mjs";

/** @typedef {{ kind: string; name: string; truth: string; width: number; height: number; pixels: Buffer }} OfficePage grey, one byte a pixel */

const size = { widthMm: 210, heightMm: 297 };
const left = 25;
const right = 185;

/**
 * A page being drawn, and what was said on it.
 * @param {"serif" | "sans"} face
 */
async function startPage(face) {
  const shelf = await openFontShelf(face);
  const paper = await startPaper(shelf, { title: "", madeOn: "2026-11-22", fingerprint: "" });
  paper.addPage(size);
  /** @type {string[]} */
  const said = [];
  /** @type {(words: string, sizePt: number) => number} */
  const widthOf = (words, sizePt) => textWidth(shelf, { weight: "regular", sizePt }, words);
  /** @type {(x: number, y: number, words: string, sizePt: number, weight?: "regular" | "bold") => void} */
  const say = (x, y, words, sizePt, weight = "regular") => {
    paper.text(x, y, words, { weight, sizePt });
    said.push(words);
  };
  /**
   * Lines of words that fit into `width` millimetres; a closing mark does not begin a line.
   * @param {string} words
   * @param {number} sizePt
   * @param {number} width
   */
  const wrap = (words, sizePt, width) => {
    const lines = [""];
    for (const character of words) {
      const line = lines.at(-1) ?? "";
      if (widthOf(line + character, sizePt) > width && !"，。；：、）》”".includes(character)) lines.push(character);
      else lines[lines.length - 1] = line + character;
    }
    return lines;
  };
  return { paper, said, widthOf, say, wrap };
}

/**
 * @param {readonly string[]} paragraphs the first is the title
 * @param {{ face: "serif" | "sans"; sizePt: number; pitch: number }} look
 */
async function drawProse([title = "", ...paragraphs], { face, sizePt, pitch }) {
  const { paper, said, widthOf, say, wrap } = await startPage(face);
  say((left + right - widthOf(title, sizePt + 5)) / 2, 38, title, sizePt + 5, "bold");
  let y = 52;
  const indent = 2 * toMillimetres(sizePt);
  for (const words of paragraphs) {
    const isSigned = /办事处$|^\d{4}年\d+月\d+日$/u.test(words);
    const lines = wrap(`　　${words}`, sizePt, right - left);
    for (const [at, line] of lines.entries()) {
      const text = line.replace(/^　　/u, "");
      const start = isSigned ? right - widthOf(text, sizePt) - indent : left + (at === 0 ? indent : 0);
      say(start, y, text, sizePt);
      y += pitch;
    }
  }
  return { pdf: await paper.finish(), page: 0, truth: said.join("\n") };
}

/** Small print in two columns. */
async function drawColumns() {
  const { paper, said, say, wrap } = await startPage("serif");
  const width = 76;
  let [column, y] = [0, 40];
  say(70, 28, "社区档案管理实施细则（试行）", 16, "bold");
  for (const words of [...rules, ...rules.toReversed()])
    for (const line of wrap(words, 10.5, width)) {
      if (y > 150) [column, y] = [column + 1, 40];
      say(left + column * (width + 8), y, line, 10.5);
      y += 6;
    }
  return { pdf: await paper.finish(), page: 0, truth: said.join("\n") };
}

async function drawRegister() {
  const { paper, said, widthOf, say, wrap } = await startPage("serif");
  const { title, head, widths, rows } = register;
  say((210 - widthOf(title, 18)) / 2, 26, title, 18, "bold");
  let y = 34;
  const from = 12;
  for (const [number, row] of [head, ...rows].entries()) {
    const cells = row.map((words, column) => wrap(words, 11, (widths[column] ?? 0) - 3));
    const height = 5 * Math.max(...cells.map((lines) => lines.length)) + 6;
    let x = from;
    for (const [column, lines] of cells.entries()) {
      const width = widths[column] ?? 0;
      frame(paper, x, y, width, height);
      for (const [at, line] of lines.entries())
        say(x + 1.5, y + (height - 5 * lines.length) / 2 + 4 + 5 * at, line, 11, number === 0 ? "bold" : "regular");
      x += width;
    }
    y += height;
  }
  return { pdf: await paper.finish(), page: 0, truth: said.join("\n") };
}

async function drawApplication() {
  const { paper, said, widthOf, say, wrap } = await startPage("sans");
  const { title, code, widths, heights, cells } = application;
  say((210 - widthOf(title, 20)) / 2, 24, title, 20, "bold");
  say(150, 33, code, 11);
  const from = { x: 15, y: 37 };
  /** @type {(list: readonly number[], from: number, to: number) => number} */
  const sum = (list, start, end) => list.slice(start, end).reduce((total, each) => total + each, 0);
  for (const { at, over = [1, 1], words, down } of cells) {
    const [column = 0, row = 0] = at;
    const [columns = 1, rows = 1] = over;
    const [x, y] = [from.x + sum(widths, 0, column), from.y + sum(heights, 0, row)];
    const [width, height] = [sum(widths, column, column + columns), sum(heights, row, row + rows)];
    frame(paper, x, y, width, height);
    if (down) {
      const letters = [...words];
      for (const [index, letter] of letters.entries())
        paper.text(x + width / 2 - 2, y + height / 2 + (index - letters.length / 2) * 5 + 4.2, letter, {
          weight: "regular",
          sizePt: 11.5,
        });
      said.push(words);
      continue;
    }
    const lines = words.includes("　　") ? words.split("　　") : wrap(words, 12, width - 4);
    for (const [index, line] of lines.entries())
      say(x + 2, y + (height - 7 * lines.length) / 2 + 5.2 + 7 * index, line, 12);
  }
  return { pdf: await paper.finish(), page: 0, truth: said.join("\n") };
}

/** @type {(paper: import("#engine/paper/start-paper").Paper, x: number, y: number, width: number, height: number) => void} */
function frame(paper, x, y, width, height) {
  for (const [dx, dy, w, h] of /** @type {const} */ ([
    [0, 0, width, 0.25],
    [0, height, width, 0.25],
    [0, 0, 0.25, height],
    [width, 0, 0.25, height],
  ]))
    paper.bar(x + dx, y + dy, w, h);
}

/** Our own 归档文件目录, as the engine of forms prints it. */
async function drawCatalogue() {
  const titles = [...notice.slice(0, 1), "幸福社区2024年度工作总结及2025年工作打算", "关于调整社区网格员分工的决定"];
  const rows = Array.from({ length: 14 }, (_, at) => ({
    serial: at + 1,
    archivalCode: `C001-WS·2024-D30-ZZ-${String(at + 1).padStart(4, "0")}`,
    documentNumber: at % 3 === 1 ? "" : `幸社发〔2024〕${at * 3 + 2}号`,
    creator: at % 2 === 0 ? "幸福社区居民委员会" : "云锦街道办事处",
    title: titles[at % 3] ?? "",
    documentDate: `2024-${String((at % 12) + 1).padStart(2, "0")}-${String(((at * 7) % 27) + 1).padStart(2, "0")}`,
    securityLevel: at === 4 ? "内部" : "",
    pageCount: (at * 5) % 23 || 1,
    remark: at === 6 ? "缺附件二" : "",
  }));
  const sheet = sheetOfCatalogue(
    /** @type {import("#engine/catalogue/catalogue-sheet").CatalogueSheet} */ ({
      fonds: { code: "C001", name: "昆明市五华区幸福社区居民委员会" },
      ...{ year: 2024, retention: { code: "D30", label: "30年" }, matter: { code: "ZZ", name: "综合管理" } },
      ...{ standard: "DA/T 22-2015", printedDate: "2026-11-22", rows },
    }),
  );
  const hand = { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) };
  const turn = startTurns(1, undefined, undefined);
  const { content } = await drawForm(itemCatalogue, [sheet], hand, "2026-11-22", turn);
  return { pdf: content, page: 1, truth: (await readPrintedLines(content, 1)).join("\n") };
}

/**
 * @param {Buffer} pdf
 * @param {number} page counted from 0
 * @param {number} dpi
 */
async function drawPdf(pdf, page, dpi) {
  const opened = await openPdf(pdf);
  if (typeof opened === "string") throw new Error(`our own PDF is ${opened}`);
  const drawn = opened.draw(page, () => dpi);
  opened.close();
  if (!drawn) throw new Error("our own PDF was not drawn");
  const pixels = Buffer.alloc(drawn.width * drawn.height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = drawn.pixels[at * 3 + 1] ?? 0;
  return { width: drawn.width, height: drawn.height, pixels };
}

const makers = {
  prose: /** @type {const} */ ([
    ["minutes", () => drawProse(minutes, { face: "serif", sizePt: 14, pitch: 9 })],
    ["notice", () => drawProse(notice, { face: "sans", sizePt: 15, pitch: 10 })],
    ["two columns of small print", drawColumns],
  ]),
  table: /** @type {const} */ ([
    ["register", drawRegister],
    ["归档文件目录", drawCatalogue],
  ]),
  form: /** @type {const} */ ([["application", drawApplication]]),
};

/**
 * The drawn pages, grey.
 * @param {number} [dpi]
 * @param {readonly string[]} [only] names; all when not given
 * @returns {Promise<OfficePage[]>}
 */
export async function drawOfficePages(dpi = 200, only) {
  const pages = [];
  for (const [kind, list] of Object.entries(makers))
    for (const [name, draw] of list) {
      if (only && !only.includes(name)) continue;
      const { pdf, truth, page } = await draw();
      pages.push({ kind, name, truth, ...(await drawPdf(pdf, page, dpi)) });
    }
  return pages;
}
