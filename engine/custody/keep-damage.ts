// 破损与修复: the register.
import { archivalDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import type { Damage } from "#contract/damage";
import { Refusal } from "#contract/refusal";
import { dropDamage, getDamage, listDamages, putDamage, type DamageRecord } from "#db/damage";
import { nameItems } from "#db/item-name";
import type { ReadDb, WriteDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { refuseFuture } from "./local-day.ts";

const nouns = ["damage", "custody", "box"];

/** Lines of the register with the item's name and place of today. */
function asDamages(db: ReadDb, records: readonly DamageRecord[]): Damage[] {
  const named = nameItems(
    db,
    records.map((record) => record.itemId),
  );
  const words = listShelfWords(
    db,
    [...named.values()].flatMap((item) => item.boxId ?? []),
  );
  return records.map(({ foundOn, repairedOn, ...rest }) => {
    const item = named.get(rest.itemId);
    return {
      ...rest,
      foundOn: archivalDate.parse(foundOn),
      repairedOn: archivalDate.parse(repairedOn),
      title: item?.title ?? "",
      shelf: (item?.boxId && words.get(item.boxId)) ?? "",
    };
  });
}

/** The register, newest found first. */
export const showDamages = (db: ReadDb, { state }: Input<"damage.list">): Damage[] =>
  asDamages(db, listDamages(db, state));

/** Refuses item-not-found, date-in-future, repair-before-damage. */
export function keepDamage(db: WriteDb, input: Input<"damage.keep">, desk: Desk): Written<Output<"damage.keep">> {
  const now = desk.clock.now();
  refuseFuture(input.foundOn, now);
  refuseFuture(input.repairedOn, now);
  if (input.repairedOn !== "" && input.repairedOn < input.foundOn) throw new Refusal("repair-before-damage");
  const id = input.id ?? desk.makeId();
  const before = getDamage(db, id);
  const item = nameItems(db, [input.itemId]).get(input.itemId);
  if (!item && !before) throw new Refusal("item-not-found");
  const after = {
    ...input,
    id,
    // The 档号 of the day it was written down; kept when the item is gone.
    archivalCode: before?.archivalCode ?? item?.archivalCode ?? "",
    enteredAt: before?.enteredAt ?? now,
  };
  putDamage(db, after);
  const [output] = asDamages(db, [after]);
  if (!output) throw new Error("a damage just written is there");
  return {
    output,
    objectId: id,
    before,
    after,
    undo: before ? { name: "damage.keep", input: before } : { name: "damage.remove", input: { id } },
    nouns,
  };
}

/** Refuses custody-record-missing. */
export function removeDamage(db: WriteDb, { id }: Input<"damage.remove">): Written<Output<"damage.remove">> {
  const before = getDamage(db, id);
  if (!before) throw new Refusal("custody-record-missing");
  dropDamage(db, id);
  return { output: {}, objectId: id, before, undo: { name: "damage.keep", input: before }, nouns };
}
