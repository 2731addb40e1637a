// Prepared files written down in the order they were given: several in one transaction, each an outcome of its own.
import { basename } from "node:path";
import { sayRefusal } from "#contract/refusal-text";
import type { PageId, ScanOutcome } from "#contract/scan";
import type { WriteDb } from "#db/open";
import { addCameraFact } from "#db/camera-fact";
import { addCapture } from "#db/capture";
import { addDigitalFile } from "#db/digital-file";
import { placeInTray, standingOf } from "#db/page-place";
import { addScan, findSameScan } from "#db/scan";
import type { House } from "#engine/house";
import { printableName } from "#engine/input/check-name";
import { forgetFiles, noteFile, type KeptFile } from "#engine/vault/keep-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { insertionPoint, setInsertionPoint } from "./insertion-point.ts";
import { mediaTypeOf, type PreparedScan } from "./prepare-scan.ts";

const rejected = (path: string, code: string, message: string): ScanOutcome => ({
  path,
  outcome: "reject",
  code,
  message,
  scanId: null,
  pageIds: [],
  digitalFileId: null,
});

/** Writes a run of prepared files; a file whose bytes are kept already is refused duplicate-file and its copy removed. */
export async function writeScans(
  house: House,
  archive: OpenArchive,
  prepared: readonly PreparedScan[],
): Promise<ScanOutcome[]> {
  const superfluous: KeptFile[] = [];
  const sound = prepared.filter((each) => "judgement" in each);
  const write = (db: WriteDb): ScanOutcome[] =>
    prepared.map((each) => {
      if (!("judgement" in each)) return rejected(each.path, each.refused.code, each.refused.message);
      const same = findSameScan(db, each.original.plainSha256);
      if (same) {
        superfluous.push(...each.files);
        return rejected(each.path, "duplicate-file", sayRefusal("duplicate-file", { name: same.sourceName }));
      }
      return noteScan(db, house, archive, each);
    });
  try {
    // A run of refusals alone changes nothing and is no write.
    if (sound.length === 0)
      return prepared.flatMap((each) =>
        "refused" in each ? [rejected(each.path, each.refused.code, each.refused.message)] : [],
      );
    let last: PageId | undefined;
    const written = await writeStep(house, archive, "scan.accept", (db) => {
      const output = write(db);
      last = insertPages(
        db,
        archive,
        output.flatMap((each) => each.pageIds),
      );
      const first = output.find((each) => each.scanId !== null)?.scanId ?? "";
      return {
        output,
        objectId: first,
        after: sound.map((each) => each.original.plainSha256),
        keepsUndo: true,
        nouns: ["scan"],
      };
    });
    // What comes next stands behind what came now.
    if (last) setInsertionPoint(archive, last);
    return written;
  } catch (error) {
    await forgetFiles(
      archive,
      sound.flatMap((each) => each.files),
    );
    throw error;
  } finally {
    await forgetFiles(archive, superfluous);
  }
}

/** Places pages where the clerk inserts; returns the last of them, or undefined where nothing is inserted. */
function insertPages(db: WriteDb, archive: OpenArchive, ids: readonly PageId[]): PageId | undefined {
  const after = insertionPoint(archive);
  // A page that left the tray is no place any more.
  if (!after || ids.length === 0 || standingOf(db, after) === undefined) return undefined;
  placeInTray(db, ids, after);
  return ids.at(-1);
}

/** Writes down one prepared file, in the caller's transaction; whether its bytes are kept already is asked before. */
export function noteScan(
  db: WriteDb,
  house: House,
  archive: OpenArchive,
  scan: Extract<PreparedScan, { judgement: unknown }>,
): ScanOutcome {
  for (const file of scan.files) noteFile(db, archive, file);
  addScan(
    db,
    {
      id: scan.id,
      sourceName: printableName(basename(scan.path)),
      mediaType: mediaTypeOf(scan.judgement.format),
      pageCount: scan.pages.length,
      fileId: scan.original.id,
      sourceModifiedAt: scan.modifiedAt,
      enteredAt: house.clock.now(),
      warning: scan.judgement.warnings.join(","),
    },
    scan.pages,
  );
  if (scan.capture) addCapture(db, scan.id, scan.capture);
  if (scan.camera) addCameraFact(db, { scanId: scan.id, ...scan.camera });
  if (scan.digital) {
    const { recording, ...digital } = scan.digital;
    addDigitalFile(db, { ...digital, scanId: scan.id }, recording);
  }
  const isWarned = scan.judgement.outcome === "warn";
  return {
    path: scan.path,
    outcome: isWarned ? "warn" : "accept",
    code: scan.judgement.code,
    message: isWarned || scan.digital ? scan.judgement.message : `已录入，共 ${scan.pages.length} 页。`,
    scanId: scan.id,
    pageIds: scan.pages.map((page) => page.id),
    digitalFileId: scan.digital?.id ?? null,
  };
}
