// Marks that may not begin a line, and marks that may not end one (GB/T 15834-2011, 5.1).
const CLOSING = "，。、；：？！）》”’〕】％%…—·";
const OPENING = "（《“‘〔【";

/**
 * Breaks Chinese text into lines: between any two characters, but numbers and Latin words stay whole and no line begins
 * with a closing mark or ends with an opening one.
 * @param {string} text
 * @param {(text: string) => number} widthOf
 * @param {number} width of a line, in the same unit
 * @param {number} [indent] of the first line
 * @returns {string[]}
 */
export function breakText(text, widthOf, width, indent = 0) {
  const pieces = text.match(/[0-9A-Za-z,.·/:%-]+|./gu) ?? [];
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const piece of pieces) {
    const room = width - (lines.length === 0 ? indent : 0);
    if (line === "" || widthOf(line + piece) <= room) {
      line += piece;
      continue;
    }
    let kept = line;
    if (CLOSING.includes(piece)) kept = withoutLast(kept);
    while (kept.length > 1 && OPENING.includes(kept.slice(-1))) kept = withoutLast(kept);
    lines.push(kept);
    line = line.slice(kept.length) + piece;
  }
  return line === "" ? lines : [...lines, line];
}

/** @param {string} text at least one character or number, which goes */
const withoutLast = (text) => text.replace(/([0-9A-Za-z,.·/:%-]+|.)$/u, "");
