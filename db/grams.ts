// Tokens of the search index: every character, pair and triple of folded text. Code points, so that 𠮷 is one.

/** Longest piece that is one token: words up to here are found without looking into the text. */
export const longestGram = 3;
/** More tokens of one long word narrow nothing any more: the text is looked into anyway. */
const mostTokens = 20;

/** All tokens of a folded text, each once, with a blank between them. */
export function gramsOf(folded: string): string {
  const grams = new Set<string>();
  let before = "";
  let pair = "";
  for (const character of folded) {
    grams.add(character);
    if (before) grams.add(before + character);
    if (pair) grams.add(pair + character);
    pair = before && before + character;
    before = character;
  }
  return [...grams].join(" ");
}

/** The tokens every text with this folded word has; one token where that is the word itself. */
export function gramsOfWord(word: string): string[] {
  const characters = [...word];
  if (characters.length <= longestGram) return [word];
  const last = characters.length - longestGram;
  const step = Math.ceil(last / mostTokens);
  const grams = new Set<string>();
  for (let at = 0; at <= last; at += step) grams.add(characters.slice(at, at + longestGram).join(""));
  return [...grams, characters.slice(last).join("")].filter((gram, at, all) => all.indexOf(gram) === at);
}
