// Text as it is put in order: by pinyin. SQLite compares bytes, so each Han character is spelled as its place in the order that Node
// carries; digits come first, then letters, then characters.

const firstHan = 0x4e00;
const lastHan = 0x9fff;
const longest = 60;
let places: readonly string[] | undefined;
/** Most words: nothing to fold but letters. */
const inOneWidth = /^[ -~\u4e00-\u9fff]*$/;

/** Made when first needed: sorting the table takes a tenth of a second. */
function makePlaces(): readonly string[] {
  const all: string[] = [];
  const found: string[] = [];
  for (let code = firstHan; code <= lastHan; code++) all.push(String.fromCharCode(code));
  all.sort(new Intl.Collator("zh-CN-u-co-pinyin").compare);
  all.forEach((character, at) => (found[character.charCodeAt(0) - firstHan] = String.fromCharCode(firstHan + at)));
  return found;
}

/** Same width, small letters, characters by pinyin; the beginning of a long text. Equal for texts that differ in width or case alone. */
export function sortKeyOf(text: string): string {
  const known = (places ??= makePlaces());
  let key = "";
  const folded = (inOneWidth.test(text) ? text : text.normalize("NFKC")).toLowerCase().slice(0, longest);
  for (const character of folded)
    key += (character.length === 1 ? known[character.charCodeAt(0) - firstHan] : undefined) ?? character;
  return key;
}
