// Text as it is put in order: by pinyin. SQLite compares bytes, so each Han character is spelled as its place in the order that Node
// carries; digits come first, then letters, then characters.

const firstHan = 0x4e00;
const lastHan = 0x9fff;
const longest = 60;
let places: Map<string, string> | undefined;

/** Made when first needed: sorting the table takes a tenth of a second. */
function makePlaces(): Map<string, string> {
  const all: string[] = [];
  for (let code = firstHan; code <= lastHan; code++) all.push(String.fromCharCode(code));
  all.sort(new Intl.Collator("zh-CN-u-co-pinyin").compare);
  return new Map(all.map((character, at) => [character, String.fromCharCode(firstHan + at)]));
}

/** Same width, small letters, characters by pinyin; the beginning of a long text. Equal for texts that differ in width or case alone. */
export function sortKeyOf(text: string): string {
  const known = (places ??= makePlaces());
  let key = "";
  for (const character of text.normalize("NFKC").toLowerCase().slice(0, longest))
    key += known.get(character) ?? character;
  return key;
}
