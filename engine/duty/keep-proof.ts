// The clerk's word about a row, and why a duty was not done. Neither makes a row, and neither makes done what was not.
import type { Input, Output } from "#contract/contract";
import type { LedgerRowId } from "#contract/ledger-row";
import { Refusal } from "#contract/refusal";
import { getProof, listStatements, putProof, putStatement } from "#db/duty";
import { nameItems } from "#db/item-name";
import { findLedger } from "#db/ledger";
import { getRow } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { refuseWords } from "./keep-duty.ts";
import { rangeOf, readDuty } from "./list-duty-rows.ts";
import { linesOf } from "./show-calendar.ts";

/** Refuses duty-not-found, ledger-row-not-found, ledger-row-removed, duty-row-elsewhere, duty-row-undated. */
export function keepProof(
  db: WriteDb,
  { id, rowId, counts }: Input<"duty.proof">,
  { clock }: Desk,
): Written<Output<"duty.proof">> {
  const duty = readDuty(db, id);
  const row = getRow(db, rowId);
  if (!row) throw new Refusal("ledger-row-not-found");
  if (findLedger(db, duty.fondsId, duty.ledgerCode)?.id !== row.ledgerId) throw new Refusal("duty-row-elsewhere");
  if (counts === true && row.isRemoved) throw new Refusal("ledger-row-removed", { row: row.seq });
  if (counts === true && row.occurredOn === "") throw new Refusal("duty-row-undated", { row: row.seq });
  const before = getProof(db, id, rowId) ?? null;
  putProof(db, id, rowId, counts, clock.now());
  const undo = { name: "duty.proof" as const, input: { id, rowId: rowId satisfies LedgerRowId, counts: before } };
  return {
    output: {},
    objectId: id,
    before: { rowId, counts: before },
    after: { rowId, counts },
    undo,
    nouns: ["duty"],
  };
}

/** Refuses duty-not-found, duty-period-wrong, duty-done, field-refused, item-not-found. */
export function stateNotDone(
  db: WriteDb,
  { id, period, words, itemId }: Input<"duty.state-not-done">,
  { clock }: Desk,
): Written<Output<"duty.state-not-done">> {
  const duty = readDuty(db, id);
  const today = localDay(clock.now());
  const range = rangeOf(duty, period);
  if (duty.times === null || range.from > today) throw new Refusal("duty-period-wrong");
  refuseWords("「未开展说明」", words);
  if (itemId !== null && !nameItems(db, [itemId]).has(itemId)) throw new Refusal("item-not-found");
  const turn = linesOf(db, duty.fondsId, Number(period.slice(0, 4)), today)
    .find((line) => line.duty.id === id)
    ?.turns.find((each) => each.period === range.period);
  if (words !== "" && turn?.state === "done") throw new Refusal("duty-done");
  const before = listStatements(db, [id]).find((each) => each.period === range.period);
  putStatement(db, { dutyId: id, period: range.period, words, itemId, at: clock.now() });
  const undo = {
    name: "duty.state-not-done" as const,
    input: { id, period: range.period, words: before?.words ?? "", itemId: before?.itemId ?? null },
  };
  return { output: {}, objectId: id, before: before ?? null, after: { period, words, itemId }, undo, nouns: ["duty"] };
}
