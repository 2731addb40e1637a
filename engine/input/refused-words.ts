// Running text in which something stands that may not be kept of a person (personal-data P2): the same list as for headings,
// narrower, so that 民族团结 in the title of an activity or 风险提示 in a notice says nothing.
import { peopleOfSomebody } from "./ethnic-or-religious.ts";
import { foldKnown, foldTerms } from "./fold-terms.ts";
import { textTerms, withoutHarmless } from "./refused-terms.ts";

/** Where something refused stands, as offsets of the text given; what stands there is not repeated. */
export type RefusedWords = { readonly start: number; readonly end: number };

const listed = [textTerms, peopleOfSomebody];
const signs = /[\p{P}\p{S}]/u;
const allSigns = /[\p{P}\p{S}]/gu;

/** For each unit of the folded text the place in the original that it came of. */
function placesOf(text: string, isLeftOut: (folded: string) => boolean): RefusedWords[] {
  const places: RefusedWords[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const each of foldKnown(character))
      if (!isLeftOut(each)) for (let unit = 0; unit < each.length; unit++) places.push({ start: at, end });
    at = end;
  }
  return places;
}

/** 不登记民族、宗教信仰: a clause that says it is not kept. */
const denied = /不(?:得|再|予|会|应)?(?:收集|登记|采集|涉及|记录|包含|填写|统计|询问|保存)[^。；;，,!！?？]*/g;
const blanked = (text: string): string =>
  withoutHarmless(text.replace(denied, (clause) => "\u3013".repeat(clause.length)));

/** Where a folded reading of a text holds any. */
function look(text: string, folded: string, isLeftOut: (folded: string) => boolean): RefusedWords[] {
  const read = blanked(folded);
  // Next to no text holds any, and to see that costs a twentieth of going through all places.
  const patterns = listed.filter((pattern) => read.search(pattern) >= 0);
  if (patterns.length === 0) return [];
  const places = placesOf(text, isLeftOut);
  return patterns.flatMap((pattern) =>
    [...read.matchAll(pattern)].flatMap(({ index, 0: word }) => {
      const [first, last] = [places[index], places[index + word.length - 1]];
      return first && last ? [{ start: first.start, end: last.end }] : [];
    }),
  );
}

/** Every place of a text that holds refused words, in order, without overlaps. Empty for a text that may stay as it is. */
export function findRefusedWords(text: string): RefusedWords[] {
  const withSigns = foldTerms(text);
  // Once with the signs, which end a clause; once without, so that 宗-教-信-仰 is read too.
  const found = look(text, withSigns, () => false);
  if (signs.test(withSigns)) found.push(...look(text, withSigns.replace(allSigns, ""), (each) => signs.test(each)));
  if (found.length === 0) return found;
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((each, at) => found.slice(0, at).every((earlier) => earlier.end <= each.start));
}
