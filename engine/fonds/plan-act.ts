// What an act on fonds would do, worked out before anything is written: the same plan is shown and carried out.
import type { Fonds, Matter } from "#contract/fonds";
import type { FondsAct, FondsMove, NewFonds } from "#contract/fonds-act";
import { Refusal } from "#contract/refusal";
import { type ClassCount, countClasses } from "#db/class-counts";
import { getFonds, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";

/** A fonds that goes on after the act: one that is there, or one to be founded. */
export type Successor = { readonly known: Fonds } | { readonly found: NewFonds };
/** One open class of a fonds that closes, and where it goes; `to` is a place in `after`, undefined while not assigned. */
export type PlannedMove = {
  readonly from: Fonds;
  readonly category: string;
  readonly matter: Matter | null;
  readonly to: number | undefined;
  readonly draftCount: number;
  readonly volumeCount: number;
};
export type ActPlan = {
  readonly before: readonly Fonds[];
  readonly after: readonly Successor[];
  readonly closes: readonly Fonds[];
  readonly moves: readonly PlannedMove[];
};

/** Refuses fonds-not-found, fonds-closed. */
export function openFonds(db: ReadDb, id: Fonds["id"]): Fonds {
  const fonds = getFonds(db, id);
  if (!fonds) throw new Refusal("fonds-not-found");
  if (fonds.closedOn !== "") throw new Refusal("fonds-closed", { name: fonds.name, date: fonds.closedOn });
  return fonds;
}

/** Open classes of a fonds: those that take new items, and whatever drafts lie in. Closed classes without drafts stay. */
function openClasses(db: ReadDb, from: Fonds, to: (category: string, matter: Matter | null) => number | undefined) {
  const drafts = countClasses(db, from.id).filter((each) => each.state === "draft");
  const matters = listMatters(db).filter((matter) => matter.fondsId === from.id);
  const sum = (of: readonly ClassCount[]) => ({
    draftCount: of.reduce((total, each) => total + each.itemCount, 0),
    volumeCount: of.reduce((total, each) => total + each.volumeCount, 0),
  });
  const inMatters = matters.map((matter) => ({
    from,
    category: matter.category,
    matter,
    to: to(matter.category, matter),
    ...sum(drafts.filter((each) => each.category === matter.category && each.matterId === matter.id)),
  }));
  // A draft may still lie in a class of another 门类 than its own; it goes by its 门类 and its class.
  const rest = drafts.filter((each) => !matters.some((m) => m.id === each.matterId && m.category === each.category));
  const keys = new Map(rest.map((each) => [`${each.category} ${each.matterId ?? ""}`, each]));
  const apart = [...keys.values()].map(({ category, matterId }) => {
    const matter = matters.find((each) => each.id === matterId) ?? null;
    const here = rest.filter((each) => each.category === category && each.matterId === matterId);
    return { from, category, matter, to: to(category, matter), ...sum(here) };
  });
  return [...inMatters, ...apart].filter(
    (move) => move.draftCount + move.volumeCount > 0 || (move.matter !== null && move.matter.closedOn === ""),
  );
}

/** Refuses fonds-not-found, fonds-closed, fonds-act-same. */
export function planAct(db: ReadDb, act: FondsAct): ActPlan {
  switch (act.kind) {
    case "rename": {
      const fonds = openFonds(db, act.fondsId);
      if (fonds.name === act.name && fonds.unit === act.unit) throw new Refusal("fonds-act-same");
      return { before: [fonds], after: [{ known: fonds }], closes: [], moves: [] };
    }
    case "merge": {
      const before = [...new Set(act.fondsIds)].map((id) => openFonds(db, id));
      const after: Successor = "found" in act.into ? act.into : { known: openFonds(db, act.into.fondsId) };
      const isSame = "known" in after ? before.some((each) => each.id === after.known.id) : before.length < 2;
      if (isSame) throw new Refusal("fonds-act-same");
      return {
        before,
        after: [after],
        closes: before,
        moves: before.flatMap((from) => openClasses(db, from, () => 0)),
      };
    }
    case "divide": {
      const fonds = openFonds(db, act.fondsId);
      const to = (category: string, matter: Matter | null): number | undefined =>
        act.assignments.find((each) => each.category === category && each.matterId === (matter?.id ?? null))?.successor;
      const after = act.successors.map((found) => ({ found }));
      return { before: [fonds], after, closes: [fonds], moves: openClasses(db, fonds, to) };
    }
    case "close": {
      const fonds = openFonds(db, act.fondsId);
      const successor = act.successorId === null ? undefined : openFonds(db, act.successorId);
      if (successor?.id === fonds.id) throw new Refusal("fonds-act-same");
      return {
        before: [fonds],
        after: successor ? [{ known: successor }] : [],
        closes: [fonds],
        moves: openClasses(db, fonds, () => (successor ? 0 : undefined)),
      };
    }
  }
}

export const nameOf = (of: Successor): string => ("known" in of ? of.known.name : of.found.name);
export const isEmptyMove = (move: PlannedMove): boolean => move.draftCount + move.volumeCount === 0;

/** The class of a fonds that bears the code of another's: open matters go on under their code. */
export const sameClass = (matters: readonly Matter[], fondsId: Fonds["id"], matter: Matter): Matter | undefined =>
  matters.find((each) => each.fondsId === fondsId && each.category === matter.category && each.code === matter.code);

/** A planned move in the words of the window. */
export function sayMove(db: ReadDb, plan: ActPlan, move: PlannedMove): FondsMove {
  const to = move.to === undefined ? undefined : plan.after[move.to];
  const there = to && "known" in to && move.matter ? sameClass(listMatters(db), to.known.id, move.matter) : undefined;
  return {
    fromFondsId: move.from.id,
    category: move.category,
    matterId: move.matter?.id ?? null,
    matterCode: move.matter?.code ?? "",
    matterName: move.matter?.name ?? "",
    toName: to ? nameOf(to) : "",
    toMatterName: there?.name ?? (to ? (move.matter?.name ?? "") : ""),
    isNewMatter: to !== undefined && move.matter !== null && there === undefined,
    draftCount: move.draftCount,
    volumeCount: move.volumeCount,
  };
}
