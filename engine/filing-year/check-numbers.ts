// 断号 and 重号, and what was left without a number (product A03). A gap left by a correction after the close is documented.
import type { ConsistencyFinding } from "#contract/consistency";
import type { FilingUnitId } from "#contract/filing-unit";
import { getUnit } from "#db/filing-number";
import { wasGivenUpSince } from "#db/former-code";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import type { VolumeRecord } from "#db/volume";
import { codeMaker } from "#engine/filing-unit/code-maker";
import { finding } from "./finding.ts";

type Numbered = { readonly number: number; readonly item?: ItemRecord; readonly volume?: VolumeRecord };
const padded = (number: number): string => String(number).padStart(4, "0");

/** Gaps and doubles of one run of numbers from 1; `isDocumented` says whether a missing number was given up on record. */
function checkRun(
  run: readonly Numbered[],
  where: string,
  isDocumented: (missing: number) => boolean,
): ConsistencyFinding[] {
  const found: ConsistencyFinding[] = [];
  let next = 1;
  for (const each of run.toSorted((one, other) => one.number - other.number)) {
    if (each.number < next) found.push(finding("number-twice", each, `${where}重号 ${padded(each.number)}。`));
    for (; next < each.number; next++)
      if (!isDocumented(next)) found.push(finding("number-gap", each, `${where}断号 ${padded(next)}，在这一件之前。`));
    next = each.number + 1;
  }
  return found;
}

/** Numbers of every lowest class and every volume; `closedAt` is the moment of the close, "" while open. */
export function checkNumbers(
  db: ReadDb,
  items: readonly ItemRecord[],
  volumes: readonly VolumeRecord[],
  closedAt: string,
): ConsistencyFinding[] {
  const found: ConsistencyFinding[] = [];
  const units = new Map<FilingUnitId, Numbered[]>();
  const inside = new Map<string, Numbered[]>();
  const put = <K>(into: Map<K, Numbered[]>, key: K, each: Numbered): void => {
    const run = into.get(key);
    if (run) run.push(each);
    else into.set(key, [each]);
  };
  for (const item of items) {
    if (item.state === "draft" && item.volumeId === null)
      found.push(finding("draft-left", { item }, "还没有归档编号。请归档，或判为不归档，或改归别的年度。"));
    if (item.itemNumber === null || item.filingUnitId === null) continue;
    if (item.volumeId === null) put(units, item.filingUnitId, { number: item.itemNumber, item });
    else put(inside, item.volumeId, { number: item.itemNumber, item });
  }
  for (const volume of volumes) {
    if (volume.state === "draft") found.push(finding("volume-draft", { volume }, "案卷（组）还没有归档编号。"));
    if (volume.filingUnitId && volume.volumeNumber !== null)
      put(units, volume.filingUnitId, { number: volume.volumeNumber, volume });
  }
  for (const [unitId, run] of units) {
    const unit = closedAt === "" ? undefined : getUnit(db, unitId);
    const isOfItems = run.every(({ item }) => item !== undefined);
    const makeCode = unit && isOfItems ? codeMaker(db, unit) : undefined;
    found.push(
      ...checkRun(run, "", (missing) => makeCode !== undefined && wasGivenUpSince(db, makeCode(missing), closedAt)),
    );
  }
  for (const run of inside.values()) found.push(...checkRun(run, "卷内", () => false));
  return found;
}
