// 更名, 合并, 分设, 撤销 carried out: nothing is renumbered, only open matters go over, and a fonds that ends closes on the day.
import type { Input, Output } from "#contract/contract";
import { type Fonds, fondsId, type FondsId, type Matter, matterId } from "#contract/fonds";
import { type FondsAct, type FondsActId, fondsActId } from "#contract/fonds-act";
import { Refusal } from "#contract/refusal";
import { schemeId } from "#contract/scheme";
import { countClasses } from "#db/class-counts";
import { addMatter, getFonds, isFondsCodeTaken, listMatters, putFonds } from "#db/fonds";
import { addAct } from "#db/fonds-act";
import { addFondsName } from "#db/fonds-name";
import { moveDrafts } from "#db/move-drafts";
import type { WriteDb } from "#db/open";
import { addFirstScheme } from "#db/scheme";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { checkActDate } from "./check-act-date.ts";
import { type ActPlan, isEmptyMove, planAct, sameClass, type Successor } from "./plan-act.ts";

type When = Pick<Input<"fonds.close">, "effectiveOn" | "reason">;
type Acted = Written<Output<"fonds.close">>;

/** Refuses what the plan refuses, fonds-date-impossible. */
export function renameFonds(db: WriteDb, input: Input<"fonds.rename">, desk: Desk): Acted {
  return carryOut(db, { kind: "rename", ...input }, input, desk, (plan) => {
    for (const fonds of plan.before) {
      // The name from this day on first, so that putFonds corrects this one and leaves the old one standing.
      const { name, unit } = input;
      addFondsName(db, { fondsId: fonds.id, since: input.effectiveOn, name, unit });
      putFonds(db, { ...fonds, name, unit });
    }
  });
}

/** Refuses what the plan refuses, fonds-date-impossible, fonds-code-taken, matter-closed. */
export const mergeFonds = (db: WriteDb, input: Input<"fonds.merge">, desk: Desk): Acted =>
  carryOut(db, { kind: "merge", ...input }, input, desk);

/** Refuses what the plan refuses, fonds-date-impossible, fonds-code-taken, fonds-act-unassigned. */
export const divideFonds = (db: WriteDb, input: Input<"fonds.divide">, desk: Desk): Acted =>
  carryOut(db, { kind: "divide", ...input }, input, desk);

/** Refuses what the plan refuses, fonds-date-impossible, fonds-has-drafts, matter-closed. */
export const closeFonds = (db: WriteDb, input: Input<"fonds.close">, desk: Desk): Acted =>
  carryOut(db, { kind: "close", ...input }, input, desk);

function carryOut(
  db: WriteDb,
  act: FondsAct,
  { effectiveOn, reason }: When,
  desk: Desk,
  also: (plan: ActPlan) => void = () => undefined,
): Acted {
  const plan = planAct(db, act);
  const known = plan.after.flatMap((each) => ("known" in each ? [each.known] : []));
  checkActDate(db, [...plan.before, ...known], effectiveOn, desk.clock);
  const isLost = (move: ActPlan["moves"][number]): boolean =>
    !isEmptyMove(move) && (move.to === undefined || plan.after[move.to] === undefined);
  const lost = act.kind === "divide" ? plan.moves.find(isLost) : undefined;
  if (lost) throw new Refusal("fonds-act-unassigned", { name: lost.matter?.name ?? lost.category });
  const actId = fondsActId.parse(desk.makeId());
  const enteredAt = desk.clock.now();
  const model = plan.before[0]?.id;
  const after = plan.after.map((each) => settle(db, each, effectiveOn, enteredAt, desk, model));
  addAct(db, { id: actId, kind: act.kind, effectiveOn, reason, enteredAt }, [
    ...plan.before.map((fonds) => ({ side: "before" as const, fondsId: fonds.id, isFounded: false })),
    ...after.map((id, at) => ({
      side: "after" as const,
      fondsId: id,
      isFounded: "found" in (plan.after[at] ?? {}),
    })),
  ]);
  const movedCount = moveOpenMatters(db, plan, actId, after, desk);
  also(plan);
  for (const fonds of plan.closes) closeOn(db, fonds, effectiveOn);
  const fondsIds = [...new Set([...plan.before.map((fonds) => fonds.id), ...after])];
  return {
    output: { actId, fondsIds, movedCount },
    objectId: actId,
    before: plan.before,
    after: fondsIds.map((id) => getFonds(db, id)),
    reasonCode: act.kind,
    undo: { name: "fonds.revoke", input: { actId } },
    nouns: ["fonds", "matter", "scheme", "item", "volume", "filing"],
  };
}

/** The fonds that goes on, founded with the scheme of the first forerunner where it is new. */
function settle(
  db: WriteDb,
  of: Successor,
  openedOn: When["effectiveOn"],
  madeAt: string,
  desk: Desk,
  model: FondsId | undefined,
): FondsId {
  if ("known" in of) return of.known.id;
  if (isFondsCodeTaken(db, of.found.code)) throw new Refusal("fonds-code-taken", { code: of.found.code });
  const id = fondsId.parse(desk.makeId());
  putFonds(db, { ...of.found, id, openedOn, closedOn: "" as Fonds["closedOn"] });
  addFirstScheme(db, id, schemeId.parse(desk.makeId()), madeAt, model);
  return id;
}

function moveOpenMatters(db: WriteDb, plan: ActPlan, actId: FondsActId, after: readonly FondsId[], desk: Desk): number {
  let moved = 0;
  for (const move of plan.moves) {
    const toFondsId = move.to === undefined ? undefined : after[move.to];
    const isFounded = move.to !== undefined && "found" in (plan.after[move.to] ?? {});
    // A class without drafts goes on in a fonds that is new; a fonds already there has classes of its own.
    if (!toFondsId || (isEmptyMove(move) && !isFounded)) continue;
    const toMatterId = move.matter ? classIn(db, toFondsId, move.matter, isEmptyMove(move), desk).id : null;
    const { category } = move;
    const fromMatterId = move.matter?.id ?? null;
    moved += moveDrafts(db, { actId, fromFondsId: move.from.id, category, fromMatterId, toFondsId, toMatterId });
  }
  return moved;
}

/** The class of the same code there, or a copy of ours. Refuses matter-closed. */
function classIn(db: WriteDb, there: FondsId, matter: Matter, isEmpty: boolean, desk: Desk): Matter {
  const known = sameClass(listMatters(db), there, matter);
  if (known && known.closedOn !== "" && !isEmpty) throw new Refusal("matter-closed", { name: known.name });
  if (known) return known;
  const copy: Matter = { ...matter, id: matterId.parse(desk.makeId()), fondsId: there, closedOn: "" };
  addMatter(db, copy);
  return copy;
}

/** Refuses fonds-has-drafts: what is left open has nobody to be filed by. */
function closeOn(db: WriteDb, fonds: Fonds, closedOn: When["effectiveOn"]): void {
  const left = countClasses(db, fonds.id).filter((each) => each.state === "draft");
  const count = left.reduce((sum, each) => sum + each.itemCount + each.volumeCount, 0);
  if (count > 0) throw new Refusal("fonds-has-drafts", { count });
  putFonds(db, { ...fonds, closedOn });
}
