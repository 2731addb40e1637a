// 全宗沿革: founding, names, acts, forerunners and successors, and what a fonds holds; read for the screen and for print.
import type { Fonds, FondsId } from "#contract/fonds";
import type { FondsHistory, FondsHistoryRow, FondsHolding, FondsName } from "#contract/fonds-history";
import { countClasses } from "./class-counts.ts";
import { getFonds, listCategories } from "./fonds.ts";
import { listActsOf, newestAct } from "./fonds-act.ts";
import { listFondsNames } from "./fonds-name.ts";
import type { ReadDb } from "./open.ts";

type Act = ReturnType<typeof listActsOf>[number];

/** What became of a fonds. Rows by effective day; counts come from the kept tally. */
export function readFondsHistory(db: ReadDb, fonds: Fonds): FondsHistory {
  const acts = listActsOf(db, fonds.id);
  const newest = newestAct(db);
  return {
    fonds,
    names: namesOf(db, fonds),
    predecessors: relativesOf(db, fonds, acts, "before"),
    successors: relativesOf(db, fonds, acts, "after"),
    rows: [...foundingRow(db, fonds, acts), ...acts.map((act) => actRow(db, fonds, act))],
    holdings: holdingsOf(db, fonds.id),
    revocableActId: newest && acts.some((act) => act.id === newest.id) ? newest.id : null,
  };
}

function namesOf(db: ReadDb, fonds: Fonds): FondsName[] {
  const names = listFondsNames(db, fonds.id);
  return names.map(({ since, name, unit }, at) => ({
    since: since || fonds.openedOn,
    until: names[at + 1]?.since ?? fonds.closedOn,
    name,
    unit,
  }));
}

/** The name a fonds bore on a day; of an act on that very day, the one before it. */
function nameOn(db: ReadDb, id: FondsId, day: string): string {
  const names = listFondsNames(db, id);
  return (names.findLast((each) => each.since < day) ?? names[0])?.name ?? "";
}

/** Fonds on one side of an act that are not this one: ended into it, or came out of it. */
function relativesOf(db: ReadDb, fonds: Fonds, acts: readonly Act[], side: "before" | "after") {
  return acts
    .filter((act) => act.sides.some((each) => each.fondsId === fonds.id && each.side !== side))
    .flatMap((act) =>
      act.sides
        .filter((each) => each.side === side && each.fondsId !== fonds.id)
        .map((each) => ({
          fondsId: each.fondsId,
          code: getFonds(db, each.fondsId)?.code ?? "",
          name: nameOn(db, each.fondsId, act.effectiveOn),
          on: act.effectiveOn,
        })),
    );
}

/** The beginning of a fonds that no act founded. */
function foundingRow(db: ReadDb, fonds: Fonds, acts: readonly Act[]): FondsHistoryRow[] {
  if (acts.some((act) => act.sides.some((each) => each.fondsId === fonds.id && each.isFounded))) return [];
  const [first] = listFondsNames(db, fonds.id);
  const unit = first?.unit ? `，立档单位 ${first.unit}` : "";
  const sentence = `「${first?.name ?? fonds.name}」立为全宗${unit}。`;
  return [{ on: fonds.openedOn, event: "founded", sentence, reason: "", actId: null, enteredAt: "" }];
}

function actRow(db: ReadDb, fonds: Fonds, act: Act): FondsHistoryRow {
  const { effectiveOn: on, kind, reason, id: actId, enteredAt } = act;
  return { on, event: kind, sentence: sayAct(db, fonds, act), reason, actId, enteredAt };
}

function sayAct(db: ReadDb, fonds: Fonds, act: Act): string {
  const quoted = (side: "before" | "after"): string =>
    act.sides
      .filter((each) => each.side === side)
      .map((each) => ({ ...each, code: getFonds(db, each.fondsId)?.code ?? "" }))
      .sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0))
      .map((each) => `「${nameOn(db, each.fondsId, side === "after" ? `${act.effectiveOn}~` : act.effectiveOn)}」`)
      .join("、");
  const [before, after] = [quoted("before"), quoted("after")];
  switch (act.kind) {
    case "rename": {
      const unit = listFondsNames(db, fonds.id).find((each) => each.since === act.effectiveOn)?.unit;
      return `${before}更名为${after}${unit ? `，立档单位 ${unit}` : ""}；此前的文件仍用原名。`;
    }
    case "merge":
      return `${before}合并为${after}；已归档文件留在原全宗，档号不变。`;
    case "divide":
      return `${before}分设为${after}；已归档文件留在原全宗，档号不变。`;
    case "close":
      return `${before}撤销${after ? `，由${after}承接` : ""}；已归档文件留在原全宗，档号不变。`;
  }
}

function holdingsOf(db: ReadDb, fondsId: FondsId): FondsHolding[] {
  const counts = countClasses(db, fondsId);
  return listCategories(db).flatMap(({ code, name }) => {
    const here = counts.filter((each) => each.category === code);
    if (here.length === 0) return [];
    const sum = (of: typeof here, key: "itemCount" | "pageSum" | "volumeCount"): number =>
      of.reduce((total, each) => total + each[key], 0);
    const filed = here.filter((each) => each.state === "filed");
    const years = filed.flatMap((each) => (each.year === null ? [] : [each.year]));
    return [
      {
        category: code,
        categoryName: name,
        filedCount: sum(filed, "itemCount"),
        draftCount: sum(here, "itemCount") - sum(filed, "itemCount"),
        pageSum: sum(filed, "pageSum"),
        volumeCount: sum(filed, "volumeCount"),
        firstYear: years.length > 0 ? Math.min(...years) : null,
        lastYear: years.length > 0 ? Math.max(...years) : null,
      },
    ];
  });
}
