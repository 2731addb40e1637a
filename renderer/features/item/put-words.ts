// Words of a line on the page go into the field the cursor stands in, as if they had been typed there.
import { doubtfulBelow } from "#contract/reading-queue";
import type { ReadLine } from "#contract/reading";

export type PutOutcome = "taken" | "takenDoubtful" | "idNumber" | "noField";

const idNumber = /\d{17}[\dXx]|\d{15}/u;
/** Names, amounts and numbers are never taken over unreviewed (tech: 1.4). */
const mustBeReviewed =
  /(?:姓名|申请人|户主|联系人|经办人|当事人|同志|先生|女士)|\d[\d,，.]*\s*(?:元|万元)|[¥￥]|\d{7,}/u;

/** Characters of a line that were read without confidence, by place. */
export const doubtfulPlaces = ({ confidences }: Pick<ReadLine, "confidences">): number[] =>
  confidences.flatMap((confidence, at) => (confidence < doubtfulBelow ? [at] : []));

function fieldInHand(): HTMLInputElement | HTMLTextAreaElement | undefined {
  const at = document.activeElement;
  const isText = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== "number");
  return isText && at.closest(".item-form") !== null && !at.readOnly && !at.disabled ? at : undefined;
}

/** Puts a line where the cursor stands, in place of what is selected there. */
export function putWords(line: ReadLine): PutOutcome {
  if (idNumber.test(line.text)) return "idNumber";
  const field = fieldInHand();
  if (!field) return "noField";
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  field.setRangeText(line.text, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: line.text }));
  return doubtfulPlaces(line).length > 0 || mustBeReviewed.test(line.text) ? "takenDoubtful" : "taken";
}
