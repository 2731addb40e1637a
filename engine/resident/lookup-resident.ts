// 查找居民: which of the four ways somebody is looked up by. What was typed is kept nowhere (personal-data P5).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { mostHits, type Household, type ResidentHit, type SamePerson } from "#contract/resident";
import { findHouseholds, listHouseholds } from "#db/household";
import type { ReadDb } from "#db/open";
import { findByHousehold, findByIdDigest, findByName, findByNameAndBirth, findBySound } from "#db/resident-lookup";
import { plainLetters, soundsLike } from "#db/sounds-like";
import type { Desk } from "#engine/desk";
import { needStanding } from "./read-resident.ts";
import { idNumberDigest, plainIdNumber } from "./resident-secrets.ts";

const wholeIdNumber = /^(?:\d{17}[\dX]|\d{15})$/;

/** Hits of several ways in their order, each person once. */
const firstOf = (...ways: readonly (readonly ResidentHit[])[]): ResidentHit[] =>
  [...new Map(ways.flat().map((hit) => [hit.id, hit])).values()].slice(0, mostHits);

/** At most 20. Refuses lookup-too-short: one Chinese character, two letters, or a whole number is the least. */
export function lookUpResidents(db: ReadDb, { words }: Input<"resident.lookup">, { archive }: Desk): ResidentHit[] {
  const typed = words.normalize("NFKC").trim();
  const number = plainIdNumber(typed);
  if (wholeIdNumber.test(number)) return findByIdDigest(db, idNumberDigest(archive, number));
  const isHan = /\p{Script=Han}/u.test(typed);
  if (!isHan && number.length < 2) throw new Refusal("lookup-too-short");
  const household = findByHousehold(db, typed);
  if (isHan) return firstOf(household, findByName(db, typed.replace(/\s/g, "")));
  const letters = typed.toLowerCase().replace(/[\s'’]/g, "");
  // Digits alone are a 户号, whole: a piece of a number finds nobody.
  if (!/^[a-z][a-z0-9]*$/.test(letters)) return household;
  return firstOf(
    household,
    findBySound(db, letters.replaceAll("ü", "v")),
    /[A-Z]/.test(typed) ? findByName(db, typed) : [],
  );
}

/**
 * At most 20, without anybody who lives there: by the beginning of the 户号 or words of the address, in characters or as they are said
 * (xfl12 for 幸福路12号). Refuses lookup-too-short.
 */
export function lookUpHouseholds(db: ReadDb, { words }: Input<"household.lookup">, { sayReadings }: Desk): Household[] {
  const typed = words.normalize("NFKC").trim();
  if (typed.length < 2) throw new Refusal("lookup-too-short");
  const found = findHouseholds(db, typed);
  const letters = plainLetters(typed);
  if (found.length > 0 || !/^[a-z][a-z0-9-]*$/.test(letters)) return found;
  const isSaidIn = ({ address }: Household): boolean => {
    const said = [...address].map((sign) => sayReadings(sign));
    return said.some((_, at) => soundsLike(said.slice(at), letters));
  };
  return listHouseholds(db).filter(isSaidIn).slice(0, mostHits);
}

/** Records that may be of the same person, the same ID number first. Refuses resident-not-found. */
export function findSamePerson(db: ReadDb, input: Input<"resident.same-person">, { archive }: Desk): SamePerson[] {
  const record = input.id === null ? null : needStanding(db, input.id);
  const { name, bornOn } = record ?? input;
  const number = plainIdNumber(input.idNumber);
  const digest = record ? record.idNumberDigest : number && idNumberDigest(archive, number);
  const except = record?.id ?? null;
  const byNumber = digest === "" ? [] : findByIdDigest(db, digest, except);
  // A year alone makes nobody the same.
  const byBirth = name === "" || bornOn.length < 10 ? [] : findByNameAndBirth(db, name, bornOn, except);
  const known = new Set(byNumber.map((hit) => hit.id));
  return [
    ...byNumber.map((hit): SamePerson => ({ hit, because: "same-id-number" })),
    ...byBirth.filter((hit) => !known.has(hit.id)).map((hit): SamePerson => ({ hit, because: "same-name-and-birth" })),
  ].slice(0, mostHits);
}
