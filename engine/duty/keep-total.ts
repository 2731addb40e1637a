// 填写的总数: typed with its source, once for a year; the peoples of a community only with the paper itself (personal-data P3, P11).
import type { Input, Output } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import { ethnicityName } from "#contract/ethnicity";
import { Refusal } from "#contract/refusal";
import { typedTotalLabel, type TypedTotal, type TypedTotalCode, type TypedTotalId } from "#contract/typed-total";
import { getFonds } from "#db/fonds";
import { nameItems } from "#db/item-name";
import type { ReadDb, WriteDb } from "#db/open";
import { addTotal, getTotal, listTotals, removeTotal, setTotal, type TotalRecord } from "#db/typed-total";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { isEthnicOrReligious, namesOfPeoples } from "#engine/input/ethnic-or-religious";
import type { Written } from "#engine/written";
import { refuseWords } from "./keep-duty.ts";
import { sayItem } from "./show-calendar.ts";

const nouns = ["typed-total", "duty"];
const shown = (db: ReadDb, { personId: _, ...record }: TotalRecord): TypedTotal => ({
  ...record,
  item: sayItem(db, record.itemId),
});

/** The totals of one year. */
export const showTotals = (db: ReadDb, fondsId: FondsId, year: number): TypedTotal[] =>
  listTotals(db, fondsId, year).map((record) => shown(db, record));

/** Refuses total-label-wrong: a people is said where peoples are counted and nowhere else, and every other total has its own name. */
function refuseLabel(code: TypedTotalCode, label: string): void {
  const isPeople = ethnicityName.safeParse(label).success;
  const isRight =
    code === "ethnicity"
      ? isPeople
      : code === "other"
        ? label !== "" && !namesOfPeoples.test(label) && !isEthnicOrReligious(label)
        : label === "";
  if (!isRight) throw new Refusal("total-label-wrong", { total: typedTotalLabel[code] });
  refuseWords("「名称」", code === "other" ? label : "");
}

type Typed = Pick<TotalRecord, "source" | "itemId">;

/** Refuses total-year-future, total-paper-missing, total-source-missing, item-not-found, field-refused. */
function refuseSource(db: ReadDb, code: TypedTotalCode, year: number, { source, itemId }: Typed, now: string): void {
  if (year > Number(localDay(now).slice(0, 4))) throw new Refusal("total-year-future");
  if (itemId !== null && !nameItems(db, [itemId]).has(itemId)) throw new Refusal("item-not-found");
  if (code === "ethnicity" && itemId === null) throw new Refusal("total-paper-missing");
  if (itemId === null && source === "") throw new Refusal("total-source-missing");
  refuseWords("「出处」", source);
}

function readTotal(db: ReadDb, id: TypedTotalId, revision: number): TotalRecord {
  const record = getTotal(db, id);
  if (!record) throw new Refusal("total-not-found");
  if (record.revision !== revision) throw new Refusal("total-changed");
  return record;
}

/** Refuses fonds-not-found, total-label-wrong, total-typed-already and what `refuseSource` refuses. */
export function typeTotal(
  db: WriteDb,
  input: Input<"typed-total.type">,
  { archive, clock, makeId }: Desk,
): Written<Output<"typed-total.type">> {
  const { fondsId, year, code, label } = input;
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  refuseLabel(code, label);
  const typedAt = clock.now();
  refuseSource(db, code, year, input, typedAt);
  if (listTotals(db, fondsId, year).some((each) => each.code === code && each.label === label))
    throw new Refusal("total-typed-already", { total: label || typedTotalLabel[code] });
  const id = makeId() as TypedTotalId;
  addTotal(db, { ...input, id, typedAt, personId: archive.person.id, revision: 1 });
  const output = shown(db, readTotal(db, id, 1));
  const undo = { name: "typed-total.withdraw" as const, input: { id, revision: 1 } };
  return { output, objectId: id, after: output, undo, nouns };
}

/** Refuses total-not-found, total-changed and what `refuseSource` refuses. */
export function reviseTotal(
  db: WriteDb,
  { id, revision, value, source, itemId }: Input<"typed-total.revise">,
  { archive, clock }: Desk,
): Written<Output<"typed-total.revise">> {
  const before = readTotal(db, id, revision);
  const typedAt = clock.now();
  refuseSource(db, before.code, before.year, { source, itemId }, typedAt);
  setTotal(db, id, { value, source, itemId, typedAt, personId: archive.person.id });
  const output = shown(db, readTotal(db, id, revision + 1));
  const { value: was, source: from, itemId: paper } = before;
  const undo = {
    name: "typed-total.revise" as const,
    input: { id, revision: output.revision, value: was, source: from, itemId: paper },
  };
  return { output, objectId: id, before: shown(db, before), after: output, undo, nouns };
}

/** Refuses total-not-found, total-changed. */
export function withdrawTotal(
  db: WriteDb,
  { id, revision }: Input<"typed-total.withdraw">,
): Written<Output<"typed-total.withdraw">> {
  const before = readTotal(db, id, revision);
  removeTotal(db, id);
  return { output: {}, objectId: id, before: shown(db, before), nouns };
}
