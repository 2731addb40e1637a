// 恢复单 — the sheet that opens an archive when nobody knows a passphrase any more. It exists on paper only.
import type { FontShelf } from "#engine/paper/font-shelf";
import { openFontShelf } from "#engine/paper/font-shelf";
import { breakLines } from "#engine/paper/break-lines";
import { a4Portrait, toMillimetres } from "#engine/paper/millimetre";
import { printableText } from "#engine/paper/printable-text";
import { startPaper } from "#engine/paper/start-paper";
import type { Paper } from "#engine/paper/start-paper";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";

/** `date` is YYYY-MM-DD; `groups` are eight groups of six digits, the sixth being the check digit of its group. */
export type RecoverySheet = {
  readonly archiveName: string;
  readonly unit: string;
  readonly date: string;
  readonly groups: readonly string[];
};

const leftMm = 25;
const widthMm = a4Portrait.widthMm - 2 * leftMm;
const title: TextStyle = { weight: "bold", sizePt: 26, tracking: 0.5 };
const body: TextStyle = { weight: "regular", sizePt: 10.5 };
const strong: TextStyle = { weight: "bold", sizePt: 10.5 };
const groupLabel: TextStyle = { weight: "regular", sizePt: 10 };
const digits: TextStyle = { weight: "bold", sizePt: 24 };
/** All digits take the same room: the font's 1 is narrower than its other digits. */
const digitPitchMm = 5.6;

const advice: readonly (readonly [string, string])[] = [
  [
    "用途",
    "口令忘记或保管人变动、无人能够打开档案库时，凭本单上的 48 位数字可以打开。输入时按组进行，每组最后一位是校验位，输错时程序会指出是第几组。",
  ],
  [
    "保管",
    "打印后装入信封，封口处由保管人签名并加盖单位印章，存入保险柜或上级单位的密码柜。不要放在电脑旁，不要拍照，不要存入任何电脑、手机或网盘。",
  ],
  [
    "注意",
    "得到本单的人不需要口令就能打开整个档案库。怀疑外泄、启封使用或人员交接之后，应立即重新生成恢复单，本单随即作废并当众销毁。",
  ],
  ["检查", "每年启封核对一次：在程序中照单输入一遍，确认有效后换新信封封存，并在下面登记。"],
];

function drawCentred(paper: Paper, shelf: FontShelf, baseline: number, text: string, style: TextStyle): void {
  const tail = (style.tracking ?? 0) * toMillimetres(style.sizePt);
  paper.text((a4Portrait.widthMm - textWidth(shelf, style, text) + tail) / 2, baseline, text, style);
}

/** The eight groups in two columns, read downwards, each group as three and three digits. */
function drawGroups(paper: Paper, shelf: FontShelf, groups: readonly string[], topMm: number): void {
  const cellWidth = widthMm / 2;
  const cellHeight = 14;
  const rows = groups.length / 2;
  for (let line = 0; line <= rows; line++) {
    const thickness = line === 0 || line === rows ? 0.35 : 0.12;
    paper.bar(leftMm, topMm + line * cellHeight - thickness / 2, widthMm, thickness);
  }
  for (const x of [leftMm, leftMm + cellWidth, leftMm + widthMm]) {
    const thickness = x === leftMm + cellWidth ? 0.12 : 0.35;
    paper.bar(x - thickness / 2, topMm, thickness, rows * cellHeight);
  }
  for (const [index, group] of groups.entries()) {
    const x = leftMm + Math.floor(index / rows) * cellWidth;
    const baseline = topMm + (index % rows) * cellHeight + 10;
    paper.text(x + 5, baseline - 0.8, `第 ${index + 1} 组`, groupLabel);
    for (const [place, digit] of Array.from(group).entries()) {
      const free = (digitPitchMm - textWidth(shelf, digits, digit)) / 2;
      paper.text(x + 27 + place * digitPitchMm + (place < 3 ? 0 : 3) + free, baseline, digit, digits);
    }
  }
}

/** The same digits as a QR code, error correction M, with the four modules of silence around it that the symbol needs. */
async function drawQr(paper: Paper, text: string, xMm: number, yMm: number, sizeMm: number): Promise<void> {
  const { create } = await import("qrcode");
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const module = sizeMm / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size;) {
      let length = 0;
      while (column + length < modules.size && modules.get(row, column + length)) length += 1;
      if (length > 0) paper.bar(xMm + column * module, yMm + row * module, length * module, module);
      column += Math.max(1, length);
    }
  }
}

function drawAdvice(paper: Paper, shelf: FontShelf, topMm: number): void {
  const indent = 14;
  const lineMm = 6.2;
  let y = topMm;
  for (const [name, text] of advice) {
    paper.text(leftMm, y, name, strong);
    for (const line of breakLines(shelf, body, text, widthMm - indent)) {
      paper.text(leftMm + indent, y, line, body);
      y += lineMm;
    }
    y += 1.6;
  }
}

function drawSignatures(paper: Paper, shelf: FontShelf, topMm: number): void {
  const half = widthMm / 2;
  const places = [
    ["保管人（签名）", 0, 0],
    ["封存日期", half, 0],
    ["监封人（签名）", 0, 1],
    ["存放地点", half, 1],
    ["年度核对（日期、签名）", 0, 2],
  ] as const;
  for (const [name, offset, row] of places) {
    const baseline = topMm + row * 11;
    const from = leftMm + offset + textWidth(shelf, body, name) + 3;
    const until = row === 2 ? leftMm + widthMm : leftMm + offset + half - (offset === 0 ? 6 : 0);
    paper.text(leftMm + offset, baseline, name, body);
    paper.bar(from, baseline + 1.2, until - from, 0.15);
  }
}

/**
 * The recovery sheet on one A4 page: whose archive, the digits large, the same as QR code, what for, how to keep it,
 * where to sign. The bytes hold the secret: they are handed to the printer or the chosen file and kept nowhere.
 */
export async function recoverySheetPdf(sheet: RecoverySheet): Promise<Buffer> {
  if (sheet.groups.length !== 8 || !sheet.groups.every((group) => /^\d{6}$/.test(group))) {
    throw new Error("a recovery sheet has eight groups of six digits");
  }
  const shelf = await openFontShelf();
  // The fingerprint of other papers is a hash of what they say; here that would be a hash of the secret.
  const paper = await startPaper(shelf, { title: "档案库恢复单", madeOn: sheet.date, fingerprint: "" });
  const [year, month, day] = sheet.date.split("-").map(Number);
  paper.addPage(a4Portrait);
  drawCentred(paper, shelf, 38, "档案库恢复单", title);
  const facts = [
    ["单位", sheet.unit],
    ["档案库", sheet.archiveName],
    ["生成日期", `${year} 年 ${month} 月 ${day} 日`],
  ] as const;
  let y = 55;
  for (const [name, value] of facts) {
    paper.text(leftMm, y, name, strong);
    for (const line of breakLines(shelf, body, printableText(value), 95)) {
      paper.text(leftMm + 22, y, line, body);
      y += 6;
    }
    y += 2;
  }
  await drawQr(paper, sheet.groups.join(""), leftMm + widthMm - 32, 50, 32);
  drawGroups(paper, shelf, sheet.groups, 92);
  drawAdvice(paper, shelf, 162);
  drawSignatures(paper, shelf, 246);
  return paper.finish();
}
