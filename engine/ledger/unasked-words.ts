// What no row is found by, in whichever column it was written: a people, a religion, and the needs that stand in for them, which may be
// noted in one case only (personal-data P3).
import { isEthnicOrReligious, namesOfPeoples } from "#engine/input/ethnic-or-religious";

const standsForPeople = /清真|籍贯|祖籍|母语|语言翻译|[民藏彝回维蒙苗壮傣]语/;
/** Names that are one sign, as a whole cell. */
const oneSign = /^[汉回藏苗彝壮满侗瑶维蒙哈柯]$/;
/** Next to no cell has one of these, and the long list is held against those alone. */
const mayName = /[族教语籍]|维吾尔|哈萨克|穆斯林|伊斯兰|基督|信徒|信众|清真/;

/** Whether a question asks for a people, a religion, or what stands in for one. */
export function asksForPeople(words: string): boolean {
  const plain = words.normalize("NFKC").replaceAll(/\s/g, "");
  return namesOfPeoples.test(plain) || standsForPeople.test(plain) || (plain.length > 1 && isEthnicOrReligious(plain));
}

/** The same of a whole value: 藏 alone is a people where it is all that stands there. */
export const isPeople = (value: string): boolean =>
  oneSign.test(value.normalize("NFKC").trim()) || asksForPeople(value);

const everyName = new RegExp(`(?:${namesOfPeoples.source})|(?:${standsForPeople.source})`, "g");

/** The words of a cell as its column may be asked for them: without a people, so that a piece of its name finds nothing either. */
export function askedWords(value: string): string {
  if (oneSign.test(value)) return "";
  return mayName.test(value) ? value.replace(everyName, "\u3013") : value;
}
