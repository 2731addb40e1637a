// The first letters of pinyin, so that 「街道办」 is found by "jdb" (product J2). No table of our own: the collation that
// Node carries sorts characters by pinyin, and the first character of each letter is known. A character with several
// readings is found by its usual one only.

const letters = "abcdefghjklmnopqrstwxyz";
const firstOfLetter = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
const order = new Intl.Collator("zh-CN-u-co-pinyin");

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  let found = "";
  for (let at = 0; at < letters.length; at++) {
    if (order.compare(firstOfLetter[at] ?? "", character) <= 0) found = letters[at] ?? "";
  }
  return found;
}

/** "街道办" → "jdb"; letters and digits pass through in small letters. */
export const pinyinInitials = (text: string): string => [...text.normalize("NFKC")].map(initialOf).join("");
