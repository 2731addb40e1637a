// 查看 of one masked cell: the value is answered once, the look is kept with its reason (personal-data P7).
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { residentId } from "#contract/resident";
import { getRecords } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import { getStandingRecord } from "#db/resident";
import type { Desk } from "#engine/desk";
import { refuseRestricted } from "#engine/resident/read-resident";
import { noteReveal, refuseUnreasoned } from "#engine/resident/reveal-value";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { openSecrets } from "./row-state.ts";

/**
 * Refuses ledger-row-not-found (also of a row taken out), resident-restricted (the row, or a resident it names), value-not-kept,
 * reveal-reason-missing, reveal-reason-personal, reveal-pace.
 */
export function revealOfRow(db: WriteDb, input: Input<"ledger.reveal">, desk: Desk): Written<{ value: string }> {
  const record = getRecords(db, [input.rowId]).get(input.rowId);
  if (!record || record.removedAt !== "") throw new Refusal("ledger-row-not-found");
  refuseRestricted(record);
  for (const linked of Object.values(record.links)) {
    const resident = getStandingRecord(db, residentId.parse(linked));
    if (resident) refuseRestricted(resident);
  }
  refuseUnreasoned(db, desk, input);
  const value = openSecrets(recordKeyOf(db, desk.archive, record.id), record)[input.column];
  if (!value) throw new Refusal("value-not-kept");
  noteReveal(db, desk, { rowId: record.id, residentId: null, field: input.column }, input);
  return { output: { value }, objectId: record.id, reasonCode: input.reasonCode, keepsUndo: true, nouns: ["reveal"] };
}
