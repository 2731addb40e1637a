// 案卷归档: the previewed plan is written, that one and no other; volumes and the items in them are numbered together.
import type { Input, Output } from "#contract/contract";
import { filingUnitId } from "#contract/filing-unit";
import { Refusal } from "#contract/refusal";
import { addUnit, findUnit } from "#db/filing-unit";
import { isYearClosed } from "#db/filing-year";
import { isCodeTaken, setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import { dropUndoOf } from "#db/undo";
import { isVolumeCodeTaken, setVolume } from "#db/volume";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { freezeRecord } from "./freeze-record.ts";
import { planVolumeFiling, type NumberedVolume } from "./plan-volume-filing.ts";
import { yearKey } from "./year-key.ts";

function refuseTaken(isTaken: boolean, code: string): void {
  if (isTaken) throw new Refusal("archival-code-taken", { code });
}

function fileOne(db: WriteDb, { volume, volumeNumber, archivalCode, items }: NumberedVolume, desk: Desk): void {
  const { fondsId, category, year, retention, matterId } = volume;
  const unit = { fondsId, category, year, retention, matterId };
  let unitId = findUnit(db, unit);
  if (!unitId) addUnit(db, (unitId = filingUnitId.parse(desk.makeId())), unit);
  refuseTaken(isVolumeCodeTaken(db, fondsId, archivalCode), archivalCode);
  const filedAt = desk.clock.now();
  setVolume(db, volume.id, { state: "filed", filingUnitId: unitId, volumeNumber, archivalCode, filedAt });
  // What lies in a volume has its year, term and second level.
  const shared = { year, retention, matterId };
  for (const { item, itemNumber, archivalCode: code } of items) {
    refuseTaken(isCodeTaken(db, fondsId, code), code);
    const recordHash = freezeRecord(db, { ...item, ...shared }, code);
    const filed = {
      state: "filed",
      filingUnitId: unitId,
      itemNumber,
      archivalCode: code,
      recordHash,
      filedAt,
    } as const;
    setItem(db, item.id, { ...shared, ...filed });
  }
}

/** Refuses fonds-not-found, category-not-volume, year-closed, filing-preview-stale, filing-not-ready, archival-code-taken; all or none. */
export function fileVolumes(db: WriteDb, input: Input<"volume.file">, desk: Desk): Written<Output<"volume.file">> {
  const { planDigest, ...scope } = input;
  // As the person at the desk saw it: nothing has been written in this transaction yet.
  const plan = planVolumeFiling(desk.archive.connection.read, scope);
  if (isYearClosed(db, scope)) throw new Refusal("year-closed");
  if (plan.digest !== planDigest) throw new Refusal("filing-preview-stale");
  const waiting = plan.problems.filter((problem) => problem.isBlocking).map((problem) => problem.volumeId);
  if (waiting.length > 0) throw new Refusal("filing-not-ready", { count: new Set(waiting).size });
  for (const numbered of plan.numbered) fileOne(db, numbered, desk);
  // A filed volume is taken back with a reason, not undone step by step.
  dropUndoOf(
    db,
    plan.numbered.flatMap(({ volume, items }) => [volume.id, ...items.map(({ item }) => item.id)]),
  );
  return {
    output: {
      filedCount: plan.numbered.length,
      itemCount: plan.numbered.reduce((sum, each) => sum + each.items.length, 0),
    },
    objectId: yearKey(scope),
    after: plan.numbered.map((each) => each.archivalCode),
    keepsUndo: true,
    nouns: ["volume", "group", "item", "filing"],
  };
}
