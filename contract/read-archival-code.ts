// A 档号 as somebody else wrote it, read back into its elements; and 档号 compared by elements, never as strings.
import { type CodeElements, readTemplate, type TemplatePlace } from "./code-template.ts";
import { type Retention, retentionRank } from "./retention.ts";

/**
 * One spelling of a typed 档号: full-width letters and digits made narrow, capitals, no blanks, the many dots made "·"
 * (U+00B7) and the many dashes "-" (U+002D).
 */
export function normaliseArchivalCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .toUpperCase()
    .replaceAll(/[•‧・･∙⋅●.。]/g, "·")
    .replaceAll(/[‐‑‒–—―−─_]+/g, "-");
}

const patterns: Record<Exclude<TemplatePlace["element"], "fixed">, string> = {
  fonds: "[A-Z0-9]{1,10}",
  category: "[A-Z]{2}",
  matter: "[A-Z0-9\\p{Script=Han}]{1,10}",
  year: "[12]\\d{3}",
  retention: "Y|D[1-9]\\d?",
  volume: "\\d{1,7}",
  item: "\\d{1,7}",
};
/** What a 档号 may lack: the 全宗号 not yet given, a level the scheme has not, and in that of a volume itself the 件号. */
const mayLack = (places: readonly TemplatePlace[], { element }: TemplatePlace): boolean =>
  element === "fonds" ||
  element === "matter" ||
  (element === "item" && places.some((place) => place.element === "volume"));

function patternOf(places: readonly TemplatePlace[]): RegExp {
  // The joint stands before its place, but behind those that may be missing at the very beginning.
  const firstSure = places.findIndex((place) => !mayLack(places, place));
  const words = places.map((place, at) => {
    const word = place.element === "fixed" ? place.fixed : `(?<${place.element}>${patterns[place.element]})`;
    if (at < firstSure) return `(?:${word}${places[at + 1]?.joint ?? ""})?`;
    const joined = at === firstSure ? word : place.joint + word;
    return mayLack(places, place) ? `(?:${joined})?` : joined;
  });
  return new RegExp(`^${words.join("")}$`, "u");
}

/** The elements of a 档号 written by this template, however its dots and dashes were typed; undefined when it is not by it. */
export function readArchivalCode(typed: string, template: string): CodeElements | undefined {
  const places = readTemplate(template);
  const found = places && patternOf(places).exec(normaliseArchivalCode(typed))?.groups;
  if (!found) return undefined;
  const number = (word: string | undefined): number | undefined => (word === undefined ? undefined : Number(word));
  return {
    fonds: found["fonds"] ?? "",
    category: found["category"] ?? "",
    matter: found["matter"] ?? "",
    year: number(found["year"]) ?? null,
    retention: (found["retention"] ?? "") as Retention | "",
    volumeNumber: number(found["volume"]),
    itemNumber: number(found["item"]),
  };
}

const isRetention = (word: string): word is Retention => /^(?:Y|D[1-9]\d?)$/.test(word);

function compareWords(one: string, other: string): number {
  if (isRetention(one) && isRetention(other)) return retentionRank(one) - retentionRank(other);
  if (/^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) !== Number(other)) return Number(one) - Number(other);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Order of two 档号 by their elements: 永久 before 30年 before 10年, 9999 before 10000; a volume before its items. */
export function compareArchivalCodes(one: string, other: string): number {
  const [these, those] = [one, other].map((code) => normaliseArchivalCode(code).split(/[-·]/)) as [string[], string[]];
  for (let at = 0; at < Math.max(these.length, those.length); at++) {
    const [word, otherWord] = [these[at], those[at]];
    if (word === undefined) return -1;
    if (otherWord === undefined) return 1;
    const order = compareWords(word, otherWord);
    if (order !== 0) return order;
  }
  return 0;
}
