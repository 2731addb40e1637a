// Registers of the office's own conduct hold no value of a person and none of the refused words (personal-data P2, P16).
import { Refusal } from "#contract/refusal";
import { findRefusedWords } from "#engine/input/refused-words";
import { hasPersonalWords } from "#engine/item/find-personal-words";

/** Refuses field-refused for words that hold a number of a person or a refused subject; `where` names the place. */
export function refusePersonal(where: string, words: readonly string[]): void {
  if (words.some((each) => hasPersonalWords(each) || findRefusedWords(each).length > 0))
    throw new Refusal("field-refused", { where });
}
