// The third step of a guided act: what closes, what is founded, what goes over, what stays.
import type { Input, Output } from "#contract/contract";
import { countClasses } from "#db/class-counts";
import type { ReadDb } from "#db/open";
import { isEmptyMove, nameOf, planAct, sayMove } from "./plan-act.ts";

/** Refuses what planAct refuses. Filed items are counted to say that they stay. */
export function previewAct(db: ReadDb, act: Input<"fonds.preview-act">): Output<"fonds.preview-act"> {
  const plan = planAct(db, act);
  const moves = plan.moves.map((move) => ({ ...sayMove(db, plan, move), isEmpty: isEmptyMove(move), to: move.to }));
  const unassigned = moves.filter((move) => move.to === undefined && !move.isEmpty);
  return {
    closes: plan.closes.map((fonds) => fonds.name),
    founds: plan.after.flatMap((each) => ("found" in each ? [nameOf(each)] : [])),
    moves: moves.map(({ isEmpty: _, to: __, ...move }) => move),
    stays: plan.before.map((fonds) => {
      const filed = countClasses(db, fonds.id).filter((each) => each.state === "filed");
      return {
        fondsId: fonds.id,
        name: fonds.name,
        filedCount: filed.reduce((sum, each) => sum + each.itemCount, 0),
        pageSum: filed.reduce((sum, each) => sum + each.pageSum, 0),
      };
    }),
    unassigned: unassigned.map((move) => move.matterName || move.category),
  };
}
