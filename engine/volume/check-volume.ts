// 案卷检查: everything to look at in one volume, blocking or not.
import type { VolumeId } from "#contract/place-of-item";
import type { VolumeProblem } from "#contract/volume";
import { listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { findVolumeProblems } from "./find-volume-problems.ts";
import { readVolume } from "./read-volume.ts";

/** Whether a fonds divides a 门类 further, and whether a second level is that of vouchers. */
export function secondLevelOf(
  db: ReadDb,
  of: { fondsId: string; category: string },
): { needsMatter: boolean; isVoucher: (matterId: string | null) => boolean } {
  const matters = listMatters(db).filter((each) => each.fondsId === of.fondsId && each.category === of.category);
  return {
    needsMatter: matters.some((matter) => matter.closedOn === ""),
    isVoucher: (id) => of.category === "KU" && matters.some((matter) => matter.id === id && /凭证/.test(matter.name)),
  };
}

/** Refuses volume-not-found. */
export function checkVolume(db: ReadDb, id: VolumeId): VolumeProblem[] {
  const volume = readVolume(db, id);
  const { needsMatter, isVoucher } = secondLevelOf(db, volume);
  return findVolumeProblems(volume, volume.items, { needsMatter, isVoucher: isVoucher(volume.matterId) });
}
