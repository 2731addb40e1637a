// 查看: a masked value is answered once; who, when, what and why are kept, the value nowhere (personal-data P7).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { revealPace } from "#contract/reveal";
import type { ReadDb, WriteDb } from "#db/open";
import { addReveal, countReveals } from "#db/reveal";
import type { Desk } from "#engine/desk";
import { hasPersonalWords } from "#engine/item/find-personal-words";
import type { Written } from "#engine/written";
import { needStanding, refuseRestricted } from "./read-resident.ts";
import { openSecrets } from "./resident-secrets.ts";

type Why = Pick<Input<"resident.reveal">, "reasonCode" | "reason" | "isSure">;

/**
 * Refuses reveal-reason-missing (其他 without words), reveal-reason-personal (a number of a person among the words), and
 * reveal-pace: after five looks of one person within ten minutes each further one is said again. Only looks of that short time
 * are counted, and the count is kept nowhere.
 */
export function refuseUnreasoned(db: ReadDb, { archive, clock }: Desk, { reasonCode, reason, isSure }: Why): void {
  if (reasonCode === "other" && reason === "") throw new Refusal("reveal-reason-missing");
  if (hasPersonalWords(reason)) throw new Refusal("reveal-reason-personal");
  const after = new Date(Date.parse(clock.now()) - revealPace.minutes * 60_000).toISOString();
  const looks = countReveals(db, archive.person.id, after);
  if (!isSure && looks >= revealPace.looks)
    throw new Refusal("reveal-pace", { count: looks, minutes: revealPace.minutes });
}

/** Keeps one look; `of` names the row or the resident. */
export function noteReveal(
  db: WriteDb,
  { archive, clock, makeId }: Desk,
  of: Pick<Parameters<typeof addReveal>[1], "rowId" | "residentId" | "field">,
  { reasonCode, reason }: Why,
): void {
  addReveal(db, { ...of, id: makeId(), at: clock.now(), personId: archive.person.id, reasonCode, reason });
}

/** One sealed value of a resident. Refuses resident-not-found, resident-restricted, value-not-kept, and what refuseUnreasoned refuses. */
export function revealOfResident(db: WriteDb, input: Input<"resident.reveal">, desk: Desk): Written<{ value: string }> {
  const record = needStanding(db, input.id);
  refuseRestricted(record);
  refuseUnreasoned(db, desk, input);
  const value = openSecrets(db, desk.archive, record)[input.field];
  if (!value) throw new Refusal("value-not-kept");
  noteReveal(db, desk, { rowId: null, residentId: record.id, field: input.field }, input);
  return { output: { value }, objectId: record.id, reasonCode: input.reasonCode, keepsUndo: true, nouns: ["reveal"] };
}
