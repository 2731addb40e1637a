/** Most cells: nothing to change. Leaves out white space, marks and everything whose properties would have to be asked. */
const asItIs = /^[!-~·\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;

/**
 * The text that paper, spreadsheet and proof share: white space becomes one blank, control characters and characters
 * that Unicode says are never drawn are dropped, marks join their letter. Nothing that has a shape is changed;
 * Chinese compatibility characters stay as they were written, because they stand in people's names.
 */
export function printableText(raw: string): string {
  if (asItIs.test(raw)) return raw;
  return raw
    .replaceAll(/[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f ]+/g, " ")
    .replaceAll(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replaceAll(/\P{M}\p{M}+/gu, (letter) => letter.normalize("NFC"))
    .replaceAll(/ {2,}/g, " ")
    .trim();
}
