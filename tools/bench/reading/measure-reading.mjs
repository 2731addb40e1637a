// How much of a page was read (issue 4, point 5): one minus edit distance over the length of the truth. Text is brought
// into NFKC, white space removed, brackets, quotes and dashes folded; each line of the truth is laid at its best place in
// what was read, so the order of table cells does not count. The strict figure folds nothing but full and half width.

/** @param {string} text */
export const foldStrictly = (text) => text.normalize("NFKC").replaceAll(/\s+/gu, "");

/** @param {string} text */
export const foldText = (text) =>
  foldStrictly(text)
    .replaceAll(/[([{〔【「『〈《<]/gu, "(")
    .replaceAll(/[)\]}〕】」』〉》>]/gu, ")")
    .replaceAll(/["'“”‘’`´〝〞]/gu, '"')
    .replaceAll(/[-‐‑‒–—―−─━_~]+/gu, "-");

/**
 * Edits that turn `line` into the piece of `text` that is most like it.
 * @param {string} line
 * @param {string} text
 */
export function distanceAtBestPlace(line, text) {
  const [rows, columns] = [[...line], [...text]];
  let before = new Uint16Array(columns.length + 1);
  for (const [row, wanted] of rows.entries()) {
    const now = new Uint16Array(columns.length + 1);
    now[0] = row + 1;
    for (let at = 1; at <= columns.length; at += 1) {
      const other = (before[at - 1] ?? 0) + (columns[at - 1] === wanted ? 0 : 1);
      now[at] = Math.min((before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, other);
    }
    before = now;
  }
  return before.reduce((least, value) => Math.min(least, value), rows.length);
}

/**
 * @param {string} truth lines as printed
 * @param {string} read
 * @param {(text: string) => string} [fold]
 * @returns {{ edits: number; length: number; missed: string[] }} `missed` are the lines with edits
 */
export function compareReading(truth, read, fold = foldText) {
  const text = fold(read);
  let [edits, length] = [0, 0];
  const missed = [];
  for (const line of truth.split("\n")) {
    const wanted = fold(line);
    if (wanted === "") continue;
    const found = distanceAtBestPlace(wanted, text);
    edits += found;
    length += [...wanted].length;
    if (found > 0) missed.push(line);
  }
  return { edits, length, missed };
}

/**
 * Accuracy in percent over several pages, by characters.
 * @param {readonly { edits: number; length: number }[]} pages
 */
export function accuracyOf(pages) {
  const edits = pages.reduce((sum, page) => sum + page.edits, 0);
  const length = pages.reduce((sum, page) => sum + page.length, 0);
  return length === 0 ? 0 : 100 * (1 - edits / length);
}
