// 插入, 撤回, 移位 of one filed item before the close: the plan that was shown is written, that one and no other. Old 档号 are
// kept with the reason; numbers stay without a gap.
import type { Input } from "#contract/contract";
import { filingUnitId, type NumberChange } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { findTakenCode, listNumbered, parkNumber, setRank } from "#db/filing-number";
import { addUnit } from "#db/filing-unit";
import { keepFormerCode } from "#db/former-code";
import { setItem } from "#db/item";
import { numberItem } from "#db/number-item";
import type { WriteDb } from "#db/open";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { recordFreezer } from "./freeze-record.ts";
import { planInsertion, planMove, planWithdrawal, type RenumberPlan } from "./plan-renumbering.ts";

type Renumbered = { changes: readonly NumberChange[] };
type Asked = { readonly itemId: ItemId; readonly planDigest: string; readonly reason: string };

/** What a filed item gives up when it is a draft again. */
export const unfiled = {
  state: "draft",
  filingUnitId: null,
  itemNumber: null,
  archivalCode: "",
  recordHash: "",
  filedAt: null,
  boxId: null,
} as const;

/** Refuses reason-missing, filing-preview-stale, record-altered, archival-code-taken. */
function write(db: WriteDb, plan: RenumberPlan, asked: Asked, desk: Desk): Renumbered {
  if (asked.reason === "") throw new Refusal("reason-missing");
  if (plan.view.planDigest !== asked.planDigest) throw new Refusal("filing-preview-stale");
  const until = desk.clock.now();
  const { leaving, moves } = plan;
  if (leaving) {
    keepFormerCode(db, { itemId: leaving.id, archivalCode: leaving.archivalCode, until, reason: asked.reason });
    setItem(db, leaving.id, unfiled);
    setRank(db, leaving.id, null);
  }
  const freeze = recordFreezer(
    db,
    moves.map(({ item }) => item),
  );
  const wasFiled = moves.filter(({ item }) => item.state === "filed");
  for (const { item } of wasFiled) {
    // A new number makes a new digest: what no longer fits the old one must not be sealed over.
    if (freeze(item, item.archivalCode) !== item.recordHash)
      throw new Refusal("record-altered", { code: item.archivalCode });
    keepFormerCode(db, { itemId: item.id, archivalCode: item.archivalCode, until, reason: asked.reason });
    parkNumber(db, item.id);
  }
  let { unitId } = plan;
  if (!unitId && moves.length > 0) addUnit(db, (unitId = filingUnitId.parse(desk.makeId())), plan.unit);
  const taken = findTakenCode(
    db,
    plan.unit.fondsId,
    moves.map(({ newCode }) => newCode),
  );
  if (taken !== undefined) throw new Refusal("archival-code-taken", { code: taken });
  for (const { item, newNumber, newCode, boxId } of moves) {
    const filingUnitId = unitId ?? item.filingUnitId;
    if (!filingUnitId) continue;
    numberItem(db, item.id, {
      filingUnitId,
      itemNumber: newNumber,
      archivalCode: newCode,
      recordHash: freeze(item, newCode),
      filedAt: item.filedAt ?? until,
      boxId,
      rank: item.state === "filed" ? item.rank : null,
    });
  }
  return { changes: plan.view.changes };
}

const nouns = ["item", "filing", "box"];

/** Puts a draft among the filed ones. The way back withdraws it. */
export function insertItem(db: WriteDb, input: Input<"filing.insert">, desk: Desk): Written<Renumbered> {
  const output = write(db, planInsertion(db, input), input, desk);
  // What was described before it was filed is no longer undone step by step.
  dropUndoOf(db, [input.itemId]);
  const { planDigest } = planWithdrawal(db, input).view;
  return {
    output,
    objectId: input.itemId,
    after: output.changes,
    undo: { name: "filing.withdraw", input: { itemId: input.itemId, planDigest, reason: "撤销插入" } },
    nouns,
  };
}

/** Makes a filed item a draft again and closes the gap. The way back inserts it where it lay. */
export function withdrawItem(db: WriteDb, input: Input<"filing.withdraw">, desk: Desk): Written<Renumbered> {
  const plan = planWithdrawal(db, input);
  const beforeId = followerOf(db, plan, input.itemId);
  const output = write(db, plan, input, desk);
  const way = { itemId: input.itemId, beforeId };
  const { planDigest } = planInsertion(db, way).view;
  return {
    output,
    objectId: input.itemId,
    before: output.changes,
    undo: { name: "filing.insert", input: { ...way, planDigest, reason: "撤销撤回" } },
    nouns,
  };
}

/** Gives a filed item another place in its class. The way back puts it where it lay. */
export function moveItem(db: WriteDb, input: Input<"filing.move">, desk: Desk): Written<Renumbered> {
  const plan = planMove(db, input);
  const way = { itemId: input.itemId, beforeId: followerOf(db, plan, input.itemId) };
  const output = write(db, plan, input, desk);
  const { planDigest } = planMove(db, way).view;
  return {
    output,
    objectId: input.itemId,
    after: output.changes,
    undo: { name: "filing.move", input: { ...way, planDigest, reason: "撤销移位" } },
    nouns,
  };
}

/** The item that lies behind this one, or null. */
function followerOf(db: WriteDb, plan: RenumberPlan, itemId: ItemId): ItemId | null {
  const order = plan.unitId ? listNumbered(db, plan.unitId) : [];
  return order[order.findIndex((item) => item.id === itemId) + 1]?.id ?? null;
}
