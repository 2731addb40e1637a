// The rules of the archive room, as the office set them or as they start (待核对).
import type { Input, Output } from "#contract/contract";
import { starterCustodyRules, type CustodyRules } from "#contract/custody";
import type { ReadDb, WriteDb } from "#db/open";
import { getSetting, putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

export const custodyRulesOf = (db: ReadDb): CustodyRules => getSetting(db, "custodyRules") ?? starterCustodyRules;

/** Keeps the rules; readings written before stay judged as they were. */
export function setCustodyRules(
  db: WriteDb,
  input: Input<"custody.set-rules">,
  desk: Desk,
): Written<Output<"custody.set-rules">> {
  const before = custodyRulesOf(db);
  putSetting(db, "custodyRules", input);
  return {
    output: input,
    objectId: desk.archive.id,
    before,
    after: input,
    undo: { name: "custody.set-rules", input: before },
    nouns: ["custody", "settings"],
  };
}
