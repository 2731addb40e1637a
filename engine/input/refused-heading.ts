// Columns that may not be kept, whatever anybody signs: belief, thought, watch lists, scores, whereabouts, ethnicity
// (personal-data P2, P3). Their headings are known in characters, pinyin and a little English.
import { namesOfPeoples } from "./ethnic-or-religious.ts";
import { foldTerms } from "./fold-terms.ts";
import { normaliseHeading } from "./normalise-heading.ts";
import {
  englishTerms,
  headingTerms,
  initialTerms,
  mixedTerms,
  pinyinTerms,
  shortenedTerm,
  withoutHarmless,
} from "./refused-terms.ts";

/** 去向 of a thing is no whereabouts of a person. */
const harmless = /^(文件|档案|材料|实物|原件|公文|来文|发文)(去向|流向)$|^(文件|档案|公文|安全生产)?(得分|积分)说明$/;

function isAskedFor(whole: string): boolean {
  // What is written between the characters is no part of a word: 民(min)族, 民1族.
  const characters = whole.replace(/[^\p{Script=Han}]/gu, "");
  const letters = whole.toLowerCase().replace(/[^a-z]/g, "");
  return (
    headingTerms.test(whole) ||
    headingTerms.test(characters) ||
    shortenedTerm.test(characters) ||
    pinyinTerms.test(letters) ||
    mixedTerms.test(whole.toLowerCase()) ||
    initialTerms.test(letters) ||
    englishTerms.test(letters)
  );
}

/** Digits and signs alone, as the rows below a head are full of: the list knows no word without a letter or a character. */
const wordless = /^[ -@[-`{-~]*$/;

/** Whether a heading asks for what is refused. */
export function isRefusedHeading(heading: string): boolean {
  if (wordless.test(heading)) return false;
  // Tone marks go, so that mínzú is minzu.
  const whole = foldTerms(heading.normalize("NFKC").normalize("NFD")).replace(/[\p{P}\p{S}]/gu, "");
  // 族（自愿）: what stands in brackets makes it no other column.
  const bare = normaliseHeading(heading);
  if (harmless.test(whole) || harmless.test(bare)) return false;
  return isAskedFor(whole) || shortenedTerm.test(foldTerms(bare).replace(/[^\p{Script=Han}]/gu, ""));
}

/**
 * The same for a choice, a tag, a hint or a name: 民族团结 and 风险提示 in them are the office's own work, and a people or a
 * religion in them is not.
 */
export function isRefusedPhrase(phrase: string): boolean {
  const whole = withoutHarmless(foldTerms(phrase.normalize("NFKC").normalize("NFD")).replace(/[\p{P}\p{S}]/gu, ""));
  return isAskedFor(whole) || namesOfPeoples.test(whole);
}
