// 分类方案: one fonds keeps one stable scheme (DA/T 22-2015, 5.2). Another order of levels begins with a year in which
// nothing is filed yet; a 门类 may come into use at any time and goes out of it only when nothing lies in it.
import type { Input } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { schemeId, type Scheme } from "#contract/scheme";
import { countClasses, newestFiledYear } from "#db/class-counts";
import { getCategory } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { listSchemes, putScheme, removeScheme } from "#db/scheme";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { openFonds } from "./plan-act.ts";

/** Refuses fonds-not-found, fonds-closed, scheme-year-passed, scheme-year-filed, category-in-use. */
export function reviseScheme(db: WriteDb, input: Input<"scheme.revise">, desk: Desk): Written<Scheme> {
  openFonds(db, input.fondsId);
  const [newest] = listSchemes(db, input.fondsId);
  if (newest && input.fromYear < newest.fromYear) throw new Refusal("scheme-year-passed", { year: newest.fromYear });
  const isSame = newest?.fromYear === input.fromYear;
  if (newest?.levelOrder !== input.levelOrder) refuseFiledYears(db, input.fondsId, input.fromYear);
  refuseLosing(db, newest, input);
  const scheme: Scheme = {
    ...input,
    id: newest && isSame ? newest.id : schemeId.parse(desk.makeId()),
    number: newest ? newest.number + (isSame ? 0 : 1) : 1,
    madeAt: desk.clock.now(),
  };
  putScheme(db, scheme);
  return {
    output: listSchemes(db, input.fondsId)[0] ?? scheme,
    objectId: scheme.id,
    before: isSame ? newest : undefined,
    after: scheme,
    undo: newest && isSame ? wayBackTo(newest) : { name: "scheme.withdraw", input: { id: scheme.id } },
    nouns: ["scheme", "category"],
  };
}

/** Refuses scheme-not-found, scheme-not-last, scheme-year-filed. */
export function withdrawScheme(db: WriteDb, { id }: Input<"scheme.withdraw">): Written<Scheme> {
  const scheme = listSchemes(db).find((each) => each.id === id);
  if (!scheme) throw new Refusal("scheme-not-found");
  const [newest, earlier] = listSchemes(db, scheme.fondsId);
  if (newest?.id !== id || !earlier) throw new Refusal("scheme-not-last");
  if (earlier.levelOrder !== scheme.levelOrder) refuseFiledYears(db, scheme.fondsId, scheme.fromYear);
  removeScheme(db, id);
  return { output: scheme, objectId: id, before: scheme, undo: wayBackTo(scheme), nouns: ["scheme", "category"] };
}

function wayBackTo({ id: _, number: __, madeAt: ___, ...scheme }: Scheme): { name: "scheme.revise"; input: unknown } {
  return { name: "scheme.revise", input: scheme };
}

function refuseFiledYears(db: ReadDb, fondsId: FondsId, fromYear: number): void {
  const year = newestFiledYear(db, { fondsId, fromYear });
  if (year !== undefined) throw new Refusal("scheme-year-filed", { year });
}

/** A 门类 left out may hold nothing of the years the scheme is for, drafts without a year among them. */
function refuseLosing(db: ReadDb, newest: Scheme | undefined, input: Input<"scheme.revise">): void {
  const lost = (newest?.categories ?? []).filter((code) => !input.categories.includes(code));
  for (const code of lost) {
    const count = countClasses(db, input.fondsId)
      .filter((each) => each.category === code && (each.year === null || each.year >= input.fromYear))
      .reduce((sum, each) => sum + each.itemCount + each.volumeCount, 0);
    if (count > 0) throw new Refusal("category-in-use", { name: getCategory(db, code)?.name ?? code, count });
  }
}
