// The lowest class of 案卷: within it 案卷号 runs from 1 without a gap. Its breadth is what the 档号 template leaves apart.
import { type CodeElement, readTemplate, templateOf } from "#contract/code-template";
import type { Category, Fonds, FondsId, Matter, MatterId } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import type { Retention } from "#contract/retention";
import { getCategory, getFonds, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { lastVolumeNumber, type VolumeClass } from "#db/volume";
import { composeArchivalCode } from "./compose-archival-code.ts";

/** What settles a volume's class; each is known once it is ready to be filed. */
export type ClassedVolume = {
  readonly year: number;
  readonly retention: Retention;
  readonly matterId: MatterId | null;
};

export type VolumeScheme = {
  readonly fonds: Fonds;
  readonly category: Category;
  readonly matters: readonly Matter[];
  /** The class in which this volume is numbered; values the template leaves out are absent. */
  classOf(volume: ClassedVolume): VolumeClass;
  lastNumberOf(of: VolumeClass): number;
  /** 档号 of the volume, or of an item in it. */
  codeOf(volume: ClassedVolume, volumeNumber: number, itemNumber?: number): string;
};

/** How volumes of one 全宗 × 门类 are numbered. Refuses fonds-not-found, category-not-volume, archival-code-template-invalid. */
export function volumeSchemeOf(db: ReadDb, of: { fondsId: FondsId; category: string }): VolumeScheme {
  const fonds = getFonds(db, of.fondsId);
  if (!fonds) throw new Refusal("fonds-not-found");
  const category = getCategory(db, of.category);
  // A 组 of photos or recordings is numbered as a volume is (DA/T 50-2014).
  if (!category || category.unit === "item")
    throw new Refusal("category-not-volume", { category: category?.name ?? of.category });
  const template = templateOf(fonds.codeStandard, category);
  const places = readTemplate(template);
  if (!places) throw new Refusal("archival-code-template-invalid");
  const has = (element: CodeElement): boolean => places.some((place) => place.element === element);
  const matters = listMatters(db).filter((each) => each.fondsId === fonds.id && each.category === category.code);
  return {
    fonds,
    category,
    matters,
    classOf: ({ year, retention, matterId }) => ({
      fondsId: fonds.id,
      category: category.code,
      ...(has("year") && { year }),
      ...(has("retention") && { retention }),
      ...(has("matter") && { matterId }),
    }),
    lastNumberOf: (lowest) => lastVolumeNumber(db, lowest),
    codeOf: ({ year, retention, matterId }, volumeNumber, itemNumber) =>
      composeArchivalCode(template, {
        fonds: fonds.code,
        category: category.code,
        matter: matters.find((matter) => matter.id === matterId)?.code ?? "",
        year,
        retention,
        volumeNumber,
        ...(itemNumber !== undefined && { itemNumber }),
      }),
  };
}
