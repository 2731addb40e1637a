// 户: entered, described, taken back while nobody belongs to it.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { householdId, type Household, type HouseholdId } from "#contract/resident";
import {
  addHousehold,
  findHousehold,
  getHousehold,
  isHouseholdUsed,
  removeHousehold,
  setHousehold,
} from "#db/household";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { namesOfPeoples } from "#engine/input/ethnic-or-religious";
import { findRefusedWords } from "#engine/input/refused-words";
import type { Written } from "#engine/written";

type Fields = Pick<Household, "number" | "address" | "grid">;

/** Number and grid are what households are listed by: neither says a people, a belief or a watch list (personal-data P2, P3). */
const isRefused = (words: string): boolean =>
  namesOfPeoples.test(words.normalize("NFKC")) || findRefusedWords(words).length > 0;

/** Refuses field-refused, household-blank, household-number-taken: a 户号 names one household. */
function settle(db: ReadDb, { number, address, grid }: Fields, id: HouseholdId | null): Fields {
  const fields = { number: number.normalize("NFKC"), address, grid };
  if (isRefused(fields.number)) throw new Refusal("field-refused", { where: "「户号」" });
  if (isRefused(grid)) throw new Refusal("field-refused", { where: "「网格」" });
  if (fields.number === "" && address === "") throw new Refusal("household-blank");
  const taken = fields.number === "" ? undefined : findHousehold(db, fields.number);
  if (taken && taken.id !== id) throw new Refusal("household-number-taken");
  return fields;
}

function needHousehold(db: ReadDb, id: HouseholdId, revision: number): Household {
  const household = getHousehold(db, id);
  if (!household) throw new Refusal("household-not-found");
  if (household.revision !== revision) throw new Refusal("household-changed");
  return household;
}

/** Refuses household-blank, household-number-taken. */
export function enterHousehold(db: WriteDb, input: Input<"household.add">, desk: Desk): Written<Household> {
  const id = householdId.parse(desk.makeId());
  const output = { ...settle(db, input, null), id, revision: 1 };
  addHousehold(db, output, desk.clock.now());
  return {
    output,
    objectId: id,
    after: output,
    undo: { name: "household.take-back", input: { id, revision: 1 } },
    nouns: ["household"],
  };
}

/** Refuses household-not-found, household-changed, household-in-use. */
export function takeHouseholdBack(
  db: WriteDb,
  { id, revision }: Input<"household.take-back">,
): Written<Record<string, never>> {
  const before = needHousehold(db, id, revision);
  if (isHouseholdUsed(db, id)) throw new Refusal("household-in-use");
  removeHousehold(db, id);
  return { output: {}, objectId: id, before, nouns: ["household"] };
}

/** Refuses household-not-found, household-changed, household-blank, household-number-taken. */
export function describeHousehold(db: WriteDb, input: Input<"household.describe">): Written<Household> {
  const before = needHousehold(db, input.id, input.revision);
  const fields = settle(db, input, before.id);
  setHousehold(db, before.id, fields);
  const output = { ...fields, id: before.id, revision: before.revision + 1 };
  const { number, address, grid } = before;
  return {
    output,
    objectId: before.id,
    before,
    after: output,
    undo: { name: "household.describe", input: { id: before.id, revision: output.revision, number, address, grid } },
    nouns: ["household", "resident"],
  };
}
