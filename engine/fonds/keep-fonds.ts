// 全宗 and 机构(问题): founding and revising. Codes are unique; a code that filed items bear is changed in words only.
import type { Input } from "#contract/contract";
import { fondsId, matterId, type Fonds, type Matter } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { addMatter, getFonds, isFondsCodeTaken, isMatterCodeTaken, putFonds } from "#db/fonds";
import { hasFiledItems } from "#db/filing-unit";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

/** Founds a 全宗. Refuses fonds-code-taken. */
export function foundFonds(db: WriteDb, input: Input<"fonds.found">, desk: Desk): Written<Fonds> {
  if (isFondsCodeTaken(db, input.code)) throw new Refusal("fonds-code-taken", { code: input.code });
  const fonds = { ...input, id: fondsId.parse(desk.makeId()) };
  putFonds(db, fonds);
  return { output: fonds, objectId: fonds.id, after: fonds, nouns: ["fonds"] };
}

/** Revises a 全宗. 全宗号 and 档号规则 stay as they are once items are filed: a 档号 is never changed silently (DA/T 22-2015, 5.4). */
export function reviseFonds(db: WriteDb, input: Input<"fonds.revise">): Written<Fonds> {
  const before = getFonds(db, input.id);
  if (!before) throw new Refusal("fonds-not-found");
  if (isFondsCodeTaken(db, input.code, input.id)) throw new Refusal("fonds-code-taken", { code: input.code });
  const changesCodes = before.code !== input.code || before.codeStandard !== input.codeStandard;
  if (changesCodes && hasFiledItems(db, input.id)) throw new Refusal("fonds-has-filed-items");
  putFonds(db, input);
  return {
    output: input,
    objectId: input.id,
    before,
    after: input,
    undo: { name: "fonds.revise", input: before },
    nouns: ["fonds"],
  };
}

/** Adds a 机构(问题). Refuses fonds-not-found, matter-code-taken. */
export function addMatterTo(db: WriteDb, input: Input<"matter.add">, desk: Desk): Written<Matter> {
  if (!getFonds(db, input.fondsId)) throw new Refusal("fonds-not-found");
  if (isMatterCodeTaken(db, input)) throw new Refusal("matter-code-taken", { code: input.code });
  const matter = { ...input, id: matterId.parse(desk.makeId()) };
  addMatter(db, matter);
  return { output: matter, objectId: matter.id, after: matter, nouns: ["matter"] };
}
