// 断号 and 重号, and what was left without a number (product A03). A gap left by a correction after the close is documented.
import type { ConsistencyFinding } from "#contract/consistency";
import type { FilingUnitId } from "#contract/filing-unit";
import type { Retention } from "#contract/retention";
import { getUnit } from "#db/filing-number";
import { wasGivenUpSince } from "#db/former-code";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { listFiledAfter, type VolumeRecord } from "#db/volume";
import { codeMaker } from "#engine/filing-unit/code-maker";
import { volumeSchemeOf } from "#engine/filing-unit/volume-class";
import { finding } from "./finding.ts";

type Numbered = { readonly number: number; readonly item?: ItemRecord; readonly volume?: VolumeRecord };
/** What a filed volume has settled. */
type Numerable = { readonly year: number; readonly retention: Retention };
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
  for (const [unitId, run] of units) {
    const unit = closedAt === "" ? undefined : getUnit(db, unitId);
    const makeCode = unit && codeMaker(db, unit);
    found.push(
      ...checkRun(run, "", (missing) => makeCode !== undefined && wasGivenUpSince(db, makeCode(missing), closedAt)),
    );
  }
  for (const run of inside.values()) found.push(...checkRun(run, "卷内", () => false));
  return [...found, ...checkVolumes(db, volumes)];
}

/** 案卷号 and 组号 run in the class their 档号 template leaves apart, which may span terms and years. */
function checkVolumes(db: ReadDb, volumes: readonly VolumeRecord[]): ConsistencyFinding[] {
  const [first] = volumes;
  if (!first) return [];
  const drafts = volumes.filter((volume) => volume.state === "draft");
  const filed = volumes.filter((volume): volume is VolumeRecord & Numerable => volume.state === "filed");
  const scheme = volumeSchemeOf(db, first);
  const classes = new Map(filed.map((volume) => [JSON.stringify(scheme.classOf(volume)), scheme.classOf(volume)]));
  const ofYear = new Set(volumes.map((volume) => volume.id));
  const runs = [...classes.values()].flatMap((each) =>
    checkRun(
      listFiledAfter(db, each, 0).map((volume) => ({ number: volume.volumeNumber ?? 0, volume })),
      "案卷（组）",
      () => false,
    ),
  );
  return [
    ...drafts.map((volume) => finding("volume-draft", { volume }, "案卷（组）还没有归档编号。")),
    ...runs.filter((each) => each.volumeId !== null && ofYear.has(each.volumeId)),
  ];
}
