// First letters of the pinyin of words, by the runtime's own order of characters: enough to choose from a list while typing.

/** The first character of each letter in the order of pinyin; no word begins with i, u or v. */
const firsts = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀";
const letters = "abcdefghjklmnopqrstwxyz";
const order = new Intl.Collator("zh-CN-u-co-pinyin");

function initialOf(sign: string): string {
  if (!/\p{Script=Han}/u.test(sign)) return sign;
  for (let at = firsts.length - 1; at >= 0; at--)
    if (order.compare(sign, firsts.charAt(at)) >= 0) return letters.charAt(at);
  return sign;
}

const known = new Map<string, string>();
/** 就业援助 → jyyz; other characters as they are, in small letters. */
function soundInitials(words: string): string {
  let initials = known.get(words);
  if (initials === undefined) {
    initials = [...words].map(initialOf).join("").toLowerCase();
    known.set(words, initials);
  }
  return initials;
}

/** Those of a list that hold what was typed, as it is or by first letters; what begins with it comes first. */
export function soundingLike(list: readonly string[], typed: string): readonly string[] {
  const said = typed.normalize("NFKC").trim().toLowerCase();
  if (said === "") return list;
  const rank = (words: string): number => {
    const [plain, initials] = [words.toLowerCase(), soundInitials(words)];
    if (plain.startsWith(said) || initials.startsWith(said)) return 0;
    return plain.includes(said) || initials.includes(said) ? 1 : 2;
  };
  return [0, 1].flatMap((wanted) => list.filter((words) => rank(words) === wanted));
}
