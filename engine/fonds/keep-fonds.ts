// 全宗: founding and correcting. A name from a day on, an end and what comes after are acts (write-act.ts).
import { unknownDate } from "#contract/archival-date";
import type { Input } from "#contract/contract";
import { fondsId, type Fonds } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { schemeId } from "#contract/scheme";
import { hasFiledItems } from "#db/filing-unit";
import { addMatter, getFonds, isFondsCodeTaken, putFonds } from "#db/fonds";
import { listActsOf } from "#db/fonds-act";
import type { WriteDb } from "#db/open";
import { addFirstScheme } from "#db/scheme";
import type { Desk } from "#engine/desk";
import { starterMatters, starterSecondLevels } from "#engine/vault/starter-matters";
import type { Written } from "#engine/written";
import { todayOf } from "./check-act-date.ts";

/**
 * Founds a 全宗 with a scheme and the second levels of 科技 and 会计; that of a Party organisation of its own also gets its
 * classes (待核对). Refuses fonds-code-taken, fonds-date-impossible.
 */
export function foundFonds(db: WriteDb, input: Input<"fonds.found">, desk: Desk): Written<Fonds> {
  if (isFondsCodeTaken(db, input.code)) throw new Refusal("fonds-code-taken", { code: input.code });
  const fonds: Fonds = { ...input, id: fondsId.parse(desk.makeId()), closedOn: unknownDate };
  refuseImpossibleOpening(db, fonds, desk);
  putFonds(db, fonds);
  addFirstScheme(db, fonds.id, schemeId.parse(desk.makeId()), desk.clock.now());
  const starters = fonds.composition === "party" ? starterMatters(fonds.id, "party", desk.makeId) : undefined;
  for (const matter of starters ?? starterSecondLevels(fonds.id, desk.makeId)) addMatter(db, matter);
  return { output: fonds, objectId: fonds.id, after: fonds, nouns: ["fonds", "matter", "scheme"] };
}

/** Revises a 全宗. 全宗号 and 档号规则 stay as they are once items are filed: a 档号 is never changed silently (DA/T 22-2015, 5.4). */
export function reviseFonds(db: WriteDb, input: Input<"fonds.revise">, desk: Desk): Written<Fonds> {
  const before = getFonds(db, input.id);
  if (!before) throw new Refusal("fonds-not-found");
  if (isFondsCodeTaken(db, input.code, input.id)) throw new Refusal("fonds-code-taken", { code: input.code });
  const changesCodes = before.code !== input.code || before.codeStandard !== input.codeStandard;
  if (changesCodes && hasFiledItems(db, input.id)) throw new Refusal("fonds-has-filed-items");
  // Only an act closes a fonds or opens it again.
  const fonds: Fonds = { ...input, closedOn: before.closedOn };
  if (fonds.openedOn !== before.openedOn) refuseImpossibleOpening(db, fonds, desk);
  putFonds(db, fonds);
  return {
    output: fonds,
    objectId: input.id,
    before,
    after: fonds,
    undo: { name: "fonds.revise", input: before },
    nouns: ["fonds"],
  };
}

/** Refuses fonds-date-impossible: an opening in days to come, or after something was done to the fonds. */
function refuseImpossibleOpening(db: WriteDb, { id, openedOn }: Fonds, desk: Desk): void {
  if (openedOn === "") return;
  const refuse = (reason: string): never => {
    throw new Refusal("fonds-date-impossible", { date: openedOn, reason });
  };
  if (openedOn > todayOf(desk.clock)) refuse("在今天之后");
  const [first] = listActsOf(db, id);
  if (first && openedOn > first.effectiveOn) refuse(`晚于第一次变动的日期 ${first.effectiveOn}`);
}
