// 机构(问题) and second levels: added, put into better words, closed, or removed while nothing was ever in them.
import type { Input } from "#contract/contract";
import { matterId, type Matter } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { countClasses } from "#db/class-counts";
import { addMatter, getFonds, getMatter, isMatterCodeTaken, setMatter } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { removeMatter } from "#db/remove-class";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { openFonds } from "./plan-act.ts";

/** Adds a 机构(问题). Refuses fonds-not-found, fonds-closed, matter-code-taken. */
export function addMatterTo(db: WriteDb, input: Input<"matter.add">, desk: Desk): Written<Matter> {
  openFonds(db, input.fondsId);
  const matter: Matter = { ...input, id: matterId.parse(desk.makeId()), closedOn: "" };
  if (isMatterCodeTaken(db, matter)) throw new Refusal("matter-code-taken", { code: input.code });
  addMatter(db, matter);
  return {
    output: matter,
    objectId: matter.id,
    after: matter,
    undo: { name: "matter.remove", input: { id: matter.id } },
    nouns: ["matter"],
  };
}

/** Refuses matter-not-found, matter-code-taken, matter-has-filed-items (its code stands in 档号). */
export function reviseMatter(db: WriteDb, input: Input<"matter.revise">): Written<Matter> {
  const before = knownMatter(db, input.id);
  const matter: Matter = { ...before, ...input };
  if (matter.code !== before.code) {
    if (isMatterCodeTaken(db, matter)) throw new Refusal("matter-code-taken", { code: matter.code });
    if (countIn(db, before, "filed") > 0) throw new Refusal("matter-has-filed-items", { name: before.name });
  }
  setMatter(db, matter);
  const { id, code, name, isParty } = before;
  return {
    output: matter,
    objectId: matter.id,
    before,
    after: matter,
    undo: { name: "matter.revise", input: { id, code, name, isParty } },
    nouns: ["matter", "item"],
  };
}

/** Closes a class from a day on, or opens it again. Refuses matter-not-found, matter-has-drafts, fonds-closed. */
export function closeMatter(db: WriteDb, { id, closedOn }: Input<"matter.close">): Written<Matter> {
  const before = knownMatter(db, id);
  const drafts = countIn(db, before, "draft");
  if (closedOn !== "" && drafts > 0) throw new Refusal("matter-has-drafts", { name: before.name, count: drafts });
  if (closedOn === "") openFonds(db, before.fondsId);
  const matter: Matter = { ...before, closedOn };
  setMatter(db, matter);
  return {
    output: matter,
    objectId: id,
    before,
    after: matter,
    undo: { name: "matter.close", input: { id, closedOn: before.closedOn } },
    nouns: ["matter"],
  };
}

/** Refuses matter-not-found, matter-not-empty. */
export function takeMatterOut(db: WriteDb, { id }: Input<"matter.remove">): Written<Matter> {
  const matter = knownMatter(db, id);
  if (!getFonds(db, matter.fondsId) || !removeMatter(db, id))
    throw new Refusal("matter-not-empty", { name: matter.name });
  const { fondsId, category, code, name, isParty } = matter;
  return {
    output: matter,
    objectId: id,
    before: matter,
    undo: { name: "matter.add", input: { fondsId, category, code, name, isParty } },
    nouns: ["matter"],
  };
}

function knownMatter(db: ReadDb, id: Matter["id"]): Matter {
  const matter = getMatter(db, id);
  if (!matter) throw new Refusal("matter-not-found");
  return matter;
}

const countIn = (db: ReadDb, matter: Matter, state: "draft" | "filed"): number =>
  countClasses(db, matter.fondsId)
    .filter((each) => each.matterId === matter.id && each.state === state)
    .reduce((sum, each) => sum + each.itemCount + each.volumeCount, 0);
