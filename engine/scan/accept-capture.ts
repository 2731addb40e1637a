// 采集: one picture a device handed over becomes a scan in the tray. It is durable when this returns; nothing of it was a
// file outside the archive.
import type { Capture } from "#contract/capture";
import { pageId, type ScanOutcome } from "#contract/scan";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refuseFullDisk } from "#engine/vault/ballast";
import type { OpenArchive } from "#engine/vault/open-archive";
import { type PreparedScan, prepareScan } from "./prepare-scan.ts";
import { writeScans } from "./write-scans.ts";

type Still = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly capture: Capture;
  /** Two pages of one picture, an open book's: each is the whole of it until something is made of it. */
  readonly copies?: 1 | 2;
};

/**
 * Takes one picture in under `name` (shown in the tray, e.g. "高拍仪 001.jpg"). A picture that cannot be kept is an outcome
 * "reject" with its code. Refuses disk-full, task-cancelled.
 */
export async function acceptCapture(
  house: House,
  archive: OpenArchive,
  { name, bytes, capture, copies = 1 }: Still,
  job: Job,
): Promise<ScanOutcome> {
  await refuseFullDisk(archive.folder);
  const prepared = await prepareScan(house, archive, { path: name, bytes, capture }, job);
  const [outcome] = await writeScans(house, archive, [copies === 2 ? twice(house, prepared) : prepared]);
  if (!outcome) throw new Error("a capture has one outcome");
  return outcome;
}

const twice = (house: House, prepared: PreparedScan): PreparedScan =>
  "pages" in prepared
    ? { ...prepared, pages: prepared.pages.flatMap((page) => [page, { ...page, id: pageId.parse(house.makeId()) }]) }
    : prepared;
