// 档号模板 — which elements a 档号 has, in which order and joined by what (DA/T 22-2015, 5.4; DA/T 13-2022). The archive
// that takes the transfer decides, so it is data: one template per 门类, blank follows the standard chosen for the fonds.
import type { ArchivalCodeStandard, Category } from "./fonds.ts";
import type { Retention } from "./retention.ts";

/** The parts of a 档号, kept apart; an empty or absent one drops with its separator. */
export type CodeElements = {
  readonly fonds: string;
  readonly category: string;
  /** Code of 机构(问题), or of the second level of a 门类 (KJ·JJ); "" when the scheme has no such level. */
  readonly matter: string;
  readonly year: number | null;
  readonly retention: Retention | "";
  /** 案卷号 or 组号. */
  readonly volumeNumber?: number | undefined;
  /** 件号; absent in the 档号 of a volume or group itself. */
  readonly itemNumber?: number | undefined;
};

export type CodeElement = "fonds" | "category" | "matter" | "year" | "retention" | "volume" | "item";
/** One place of a template: an element with its least digits, or a fixed word, and what joins it to the place before. */
export type TemplatePlace = {
  readonly joint: "" | "-" | "·";
  readonly element: CodeElement | "fixed";
  readonly fixed: string;
  readonly width: number;
};

const placeShape =
  /\{(fonds|category|matter|year|retention|volume|item)(?::([1-9]))?\}|([A-Z0-9\p{Script=Han}]{1,10})/u;
const templateShape = new RegExp(`^(?:${placeShape.source})(?:[-·](?:${placeShape.source}))*$`, "u");

/** The places of a template, or null when it is not one: places joined by "-" between levels and "·" within one. */
export function readTemplate(template: string): readonly TemplatePlace[] | null {
  if (!templateShape.test(template)) return null;
  const places = [...template.matchAll(new RegExp(`([-·]?)(?:${placeShape.source})`, "gu"))].map(
    ([, joint, element, width, fixed]): TemplatePlace => ({
      joint: joint as TemplatePlace["joint"],
      element: (element ?? "fixed") as TemplatePlace["element"],
      fixed: fixed ?? "",
      width: Number(width ?? 0),
    }),
  );
  const named = places.map((place) => place.element).filter((element) => element !== "fixed");
  return new Set(named).size === named.length ? places : null;
}

/**
 * Whether a template can number a 门类 of this unit: every element that keeps two lowest classes apart is in it, so that
 * no 档号 comes twice. 案卷 and 组 may leave year and term out where their numbers run across them.
 */
export function isTemplateFor(template: string, unit: Category["unit"]): boolean {
  const elements = readTemplate(template)?.map((place) => place.element);
  if (!elements) return false;
  const has = (element: CodeElement): boolean => elements.includes(element);
  if (!has("fonds") || !has("category") || !has("matter") || elements.at(-1) !== "item") return false;
  if (unit === "item") return has("year") && has("retention") && !has("volume");
  return elements.at(-2) === "volume";
}

/**
 * The template shipped for a standard and unit (待核对: both standards read second-hand). By item as each standard joins
 * it; by volume and group as the examples of DA/T 13-2022 (J019-KU·01·2017-001-001, K021-ZP·2019·D30-025-005). Where the
 * term is no element, 案卷号 runs across terms.
 */
export function shippedTemplate(standard: ArchivalCodeStandard, unit: Category["unit"]): string {
  if (unit === "volume") return "{fonds}-{category}·{matter}·{year}-{volume:3}-{item:3}";
  if (unit === "group") return "{fonds}-{category}·{year}·{retention}·{matter}-{volume:3}-{item:3}";
  return standard === "DA/T 22-2015"
    ? "{fonds}-{category}·{year}-{retention}-{matter}-{item:4}"
    : "{fonds}-{category}·{year}·{retention}·{matter}-{item:4}";
}

/** The template of a 门类 under a fonds' standard: its own, or the shipped one. */
export const templateOf = (standard: ArchivalCodeStandard, category: Pick<Category, "unit" | "codeTemplate">): string =>
  category.codeTemplate || shippedTemplate(standard, category.unit);

/** A 档号 by template, or null when the template is none. Numbers longer than their width are written in full. */
export function renderArchivalCode(template: string, of: CodeElements): string | null {
  const places = readTemplate(template);
  if (!places) return null;
  const words: Record<CodeElement, string> = {
    fonds: of.fonds,
    category: of.category,
    matter: of.matter,
    year: of.year === null ? "" : String(of.year),
    retention: of.retention,
    volume: of.volumeNumber === undefined ? "" : String(of.volumeNumber),
    item: of.itemNumber === undefined ? "" : String(of.itemNumber),
  };
  let code = "";
  for (const { joint, element, fixed, width } of places) {
    const word = element === "fixed" ? fixed : words[element];
    if (word !== "") code += (code === "" ? "" : joint) + word.padStart(width, "0");
  }
  return code;
}
