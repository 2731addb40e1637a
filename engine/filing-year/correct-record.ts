// 更正 after the close: with a reason, both states and both digests kept. A changed class gives the next free number there;
// the number left is a documented gap.
import type { Input } from "#contract/contract";
import { filingUnitId } from "#contract/filing-unit";
import type { ItemFields, ItemRow } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { addCorrection } from "#db/filing-correction";
import { getItem } from "#db/filing-number";
import { addUnit, findUnit, lastNumberOf, type UnitClass } from "#db/filing-unit";
import { getClosedYear } from "#db/filing-year";
import { getMatter } from "#db/fonds";
import { keepFormerCode, wasGivenUpSince } from "#db/former-code";
import { getItemRow, isCodeTaken, type ItemRecord, setItem } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { codeMaker } from "#engine/filing-unit/code-maker";
import { findFilingProblems } from "#engine/filing-unit/find-filing-problems";
import { matterRuleOf } from "#engine/filing-unit/matter-rule";
import { freezeRecord } from "#engine/filing-unit/freeze-record";
import { pickFields } from "#engine/item/pick-fields";
import { refuseSealedByWord } from "#engine/item/refuse-sealed";
import { settleTerm } from "#engine/item/settle-term";
import type { Written } from "#engine/written";

type Given = Input<"filing-year.correct">["fields"];

/** Refuses item-not-found, item-not-filed, year-not-closed, item-in-volume, item-changed-meanwhile, record-altered. */
function recordForCorrection(db: ReadDb, input: Input<"filing-year.correct">): { item: ItemRecord; closedAt: string } {
  const item = getItem(db, input.itemId);
  if (!item) throw new Refusal("item-not-found");
  if (item.state !== "filed" || item.year === null) throw new Refusal("item-not-filed");
  const closed = getClosedYear(db, { ...item, year: item.year });
  if (!closed) throw new Refusal("year-not-closed");
  if (item.revision !== input.revision) throw new Refusal("item-changed-meanwhile");
  if (freezeRecord(db, item, item.archivalCode) !== item.recordHash)
    throw new Refusal("record-altered", { code: item.archivalCode });
  return { item, closedAt: closed.closedAt };
}

/** The given fields that differ. Refuses correction-empty, item-sealed, matter-not-found, item-in-volume, and as settleTerm. */
function changesOf(db: ReadDb, item: ItemRecord, given: Given): Partial<ItemFields> {
  refuseSealedByWord(item, given);
  const settled: Given = { ...given, ...settleTerm(db, item, given) };
  const names = (Object.keys(settled) as (keyof Given)[]).filter(
    (name) => settled[name] !== undefined && settled[name] !== item[name],
  );
  if (names.length === 0) throw new Refusal("correction-empty");
  const matter = given.matterId ? getMatter(db, given.matterId) : undefined;
  if (given.matterId && matter?.fondsId !== item.fondsId) throw new Refusal("matter-not-found");
  if (item.volumeId !== null && (names.includes("retention") || names.includes("matterId")))
    throw new Refusal("item-in-volume");
  return pickFields(settled, names) as Partial<ItemFields>;
}

/** The next free number of the class: behind the last one, and none that somebody gave up since the close. */
function nextPlace(db: WriteDb, unit: UnitClass, closedAt: string, desk: Desk) {
  let unitId = findUnit(db, unit);
  if (!unitId) addUnit(db, (unitId = filingUnitId.parse(desk.makeId())), unit);
  const makeCode = codeMaker(db, unit);
  let itemNumber = lastNumberOf(db, unitId) + 1;
  while (wasGivenUpSince(db, makeCode(itemNumber), closedAt)) itemNumber += 1;
  return { filingUnitId: unitId, itemNumber, archivalCode: makeCode(itemNumber), boxId: null };
}

/** Refuses also reason-missing, filing-not-ready, archival-code-taken. */
export function correctRecord(db: WriteDb, input: Input<"filing-year.correct">, desk: Desk): Written<ItemRow> {
  const { item, closedAt } = recordForCorrection(db, input);
  if (input.reason === "") throw new Refusal("reason-missing");
  const changes = changesOf(db, item, input.fields);
  const { fondsId, category, year, retention, matterId } = { ...item, ...changes };
  const planned = { ...item, ...changes };
  const isMoved = retention !== item.retention || matterId !== item.matterId;
  const isReady = (of: number): boolean =>
    findFilingProblems(planned, matterRuleOf(db, { fondsId, category, year: of })).length === 0;
  if (year === null || retention === null || !isReady(year)) throw new Refusal("filing-not-ready", { count: 1 });
  const place = isMoved ? nextPlace(db, { fondsId, category, year, retention, matterId }, closedAt, desk) : undefined;
  const archivalCode = place?.archivalCode ?? item.archivalCode;
  if (isMoved && isCodeTaken(db, fondsId, archivalCode))
    throw new Refusal("archival-code-taken", { code: archivalCode });
  const correctedAt = desk.clock.now();
  if (isMoved)
    keepFormerCode(db, {
      itemId: item.id,
      archivalCode: item.archivalCode,
      until: correctedAt,
      reason: `更正：${input.reason}`,
    });
  setItem(db, item.id, { ...changes, ...place });
  const written = getItem(db, item.id);
  if (!written) throw new Refusal("item-not-found");
  const recordHash = freezeRecord(db, written, archivalCode);
  setItem(db, item.id, { recordHash });
  const names = Object.keys(changes) as (keyof ItemFields)[];
  const before = pickFields(item, names);
  addCorrection(db, {
    id: desk.makeId(),
    itemId: item.id,
    correctedAt,
    correctedBy: desk.archive.person.name,
    reason: input.reason,
    fieldsBefore: JSON.stringify(before),
    fieldsAfter: JSON.stringify(changes),
    codeBefore: item.archivalCode,
    codeAfter: archivalCode,
    hashBefore: item.recordHash,
    hashAfter: recordHash,
  });
  const output = getItemRow(db, item.id);
  if (!output) throw new Refusal("item-not-found");
  return {
    output,
    objectId: item.id,
    before,
    after: changes,
    reasonCode: "correction",
    nouns: ["item", "filing", "filing-year"],
  };
}
