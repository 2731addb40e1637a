// Within how many days a request is answered, as the office set it or as it starts (待核对).
import type { Input, Output } from "#contract/contract";
import { type RightsRules, starterRightsRules } from "#contract/rights-request";
import type { ReadDb, WriteDb } from "#db/open";
import { getSetting, putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

export const rightsRulesOf = (db: ReadDb): RightsRules => getSetting(db, "rightsRules") ?? starterRightsRules;

/** Keeps the term; requests registered before keep the day they were given. */
export function setRightsRules(
  db: WriteDb,
  input: Input<"rights-request.set-rules">,
  desk: Desk,
): Written<Output<"rights-request.set-rules">> {
  const before = rightsRulesOf(db);
  putSetting(db, "rightsRules", input);
  return {
    output: input,
    objectId: desk.archive.id,
    before,
    after: input,
    undo: { name: "rights-request.set-rules", input: before },
    nouns: ["rights-request"],
  };
}
