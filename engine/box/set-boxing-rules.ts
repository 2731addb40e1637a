// 装盒规则 of the office: the constants a clerk corrects with a ruler.
import type { Input, Output } from "#contract/contract";
import type { WriteDb } from "#db/open";
import { putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { boxingRulesOf } from "./boxed-class.ts";

/** Keeps the rules; boxes there are stay as they are. */
export function setBoxingRules(
  db: WriteDb,
  input: Input<"box.set-rules">,
  desk: Desk,
): Written<Output<"box.set-rules">> {
  const before = boxingRulesOf(db);
  const sizes = [...new Set(input.sizes)].sort((a, b) => a - b);
  const after = { ...input, sizes };
  putSetting(db, "boxingRules", after);
  return {
    output: after,
    objectId: desk.archive.id,
    before,
    after,
    undo: { name: "box.set-rules", input: before },
    nouns: ["box", "settings"],
  };
}
