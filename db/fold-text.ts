// One folding for what is indexed and what is typed. Code point by code point, so that a piece of a text always folds to a
// piece of the folded text: that is what makes "every substring is found" true (T07). Whoever changes it raises indexVersion.
import traditional from "opencc-js/dict/TSCharacters";

/** "from to|from to to2|…": traditional characters of the OpenCC table, each with its first simplified one. */
const simplified = new Map(
  traditional.split("|").map((pair): [string, string] => {
    const [from = "", to = ""] = pair.split(" ");
    return [from, to];
  }),
);
/** Round signs printed for the Chinese zero; letters of one shape are left apart (near hits, db/near-characters.ts). */
const zeros = new Map([
  ["○", "〇"],
  ["◯", "〇"],
  ["⭕", "〇"],
]);
const notSearched = /[\p{P}\p{Z}\p{S}\p{M}\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Folded code points, worked out when first met: characters of the basic plane by their code, the others by name. */
const foldedCodes: (string | undefined)[] = Array.from({ length: 0x10000 });
const foldedOthers = new Map<string, string>();

function foldOne(character: string): string {
  const zero = zeros.get(character);
  if (zero) return zero;
  let text = character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(notSearched, "");
  // A variant may lead to another one; three steps reach the end of every chain of the table.
  for (let step = 0; step < 3; step++) text = [...text].map((each) => simplified.get(each) ?? each).join("");
  return text;
}

/** How one code point is folded; '' for white space, punctuation, signs and marks. */
export function foldCharacter(character: string): string {
  if (character.length === 1) {
    const code = character.charCodeAt(0);
    return (foldedCodes[code] ??= foldOne(character));
  }
  let known = foldedOthers.get(character);
  if (known === undefined) {
    known = foldOne(character);
    foldedOthers.set(character, known);
  }
  return known;
}

/**
 * Text as it is compared: compatibility forms (ＧＢ, ①, ㎡) and case folded, traditional characters simplified, white space,
 * line ends, punctuation, brackets and signs left out. 「幸社發〔２０２４〕15 号」 → 「幸社发202415号」.
 */
export function foldText(text: string): string {
  let all = "";
  for (const character of text) all += foldCharacter(character);
  return all;
}
