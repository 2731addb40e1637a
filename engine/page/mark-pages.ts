// 初看: pages of the tray are looked at one by one, after they were taken in; taking in never waits for it. What was looked
// at is kept every few pages, so that it may be stopped, or the machine may stop, at any page.
import type { Input, Output } from "#contract/contract";
import type { PageMarkName } from "#contract/page-mark";
import { Refusal } from "#contract/refusal";
import { getContentKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import {
  countWaitingLooks,
  getLook,
  isFromCamera,
  listFingerprintsBefore,
  listWaitingLooks,
  putLook,
  type PageHead,
  type WaitingLook,
} from "#db/page-look";
import { listPageMarks, renewPageMarks } from "#db/page-mark";
import { getPageVersion, type PageVersion } from "#db/scan";
import { judgeInHelper } from "#engine/helper/judge";
import type { PictureFacts } from "#engine/helper/judge-picture-facts";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading } from "#engine/vault/seal-reading";
import { readPart } from "#vault-format/open-file";
import { markColour, markResolution } from "./mark-facts.ts";
import { findHead, markReading } from "./mark-reading.ts";
import { hasRedHead, judgeName, markPicture, pictureMarks } from "./mark-rules.ts";
import { findSamePage } from "./mark-same-page.ts";
import { isOtherText } from "./mark-other-text.ts";

/** Pages written down together: every transaction waits for the disk. */
const together = 8;
const factMarks: readonly PageMarkName[] = ["low-resolution", "not-colour", "first-page"];

/** What the camera saw of the sheet on its table is no longer to be seen on the sheet cut out of it, nor without a reading. */
const measuredMarks = (isFromCamera: boolean): PageMarkName[] =>
  pictureMarks.filter((mark) => mark !== "same-page" && !(isFromCamera && mark === "cut-edge"));

type Look = { readonly waiting: WaitingLook; readonly version: PageVersion; readonly facts: PictureFacts | undefined };

/** Measures the image of a page; a picture no helper can measure has no facts and is not tried again. */
async function measure(
  house: House,
  archive: OpenArchive,
  version: PageVersion,
  signal: AbortSignal,
): Promise<PictureFacts | undefined> {
  const key = getContentKey(archive.connection.read, archive.keys, version.fileId);
  if (!key) return undefined;
  try {
    const bytes = await readPart(sealedPath(archive.folder, version.fileId), key, 0);
    return await judgeInHelper(house.helpers, bytes, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof Refusal)) throw error;
    return undefined;
  }
}

function noteReading(
  db: WriteDb,
  archive: OpenArchive,
  { waiting: { pageId }, version }: Look,
): { head: PageHead; marks: Map<PageMarkName, string> } {
  const reading = openReading(db, archive, pageId);
  if (!reading) return { head: "", marks: new Map() };
  return { head: findHead(reading), marks: markReading(reading, version) };
}

function note(db: WriteDb, archive: OpenArchive, look: Look): void {
  const { waiting, version, facts } = look;
  const { pageId } = waiting;
  const before = getLook(db, pageId);
  const fingerprint = waiting.needsPicture ? Buffer.from(facts?.fingerprint ?? []) : before?.fingerprint;
  const isRed = facts && hasRedHead(facts);
  const redHead = waiting.needsPicture ? (isRed ? facts.redHead : 0) : (before?.redHead ?? 0);
  const { head, marks } =
    waiting.readAt === "" ? { head: "" as const, marks: new Map() } : noteReading(db, archive, look);
  const isKept = putLook(db, {
    pageId,
    versionNumber: version.number,
    judge: judgeName,
    fingerprint: fingerprint ?? Buffer.alloc(0),
    redHead,
    readingSeen: waiting.readAt,
    head,
  });
  if (!isKept) return;
  if (waiting.needsPicture)
    renewPageMarks(db, pageId, measuredMarks(isFromCamera(db, pageId)), facts ? markPicture(facts) : new Map());
  const isSheet = listPageMarks(db, pageId).some(({ mark }) => mark === "separator");
  const found = new Map<PageMarkName, string>([...markResolution(version), ...markColour(version, head), ...marks]);
  if (redHead > 0 || head === "red-head" || head === "document-number") found.set("first-page", head || "red-head");
  const known = waiting.readAt === "" ? factMarks : [...factMarks, "upside-down" as const];
  renewPageMarks(db, pageId, known, isSheet ? new Map() : found);
  const same = isSheet ? undefined : findSamePage(fingerprint ?? Buffer.alloc(0), listFingerprintsBefore(db, pageId));
  const isSame =
    same !== undefined && !isOtherText(openReading(db, archive, pageId), openReading(db, archive, same.pageId));
  renewPageMarks(db, pageId, ["same-page"], isSame ? new Map([["same-page", same.pageId]]) : new Map());
}

/** Looks at what waits in the tray, oldest first. Refuses task-cancelled; what was written down until then stays. */
export async function lookAtPages(
  house: House,
  archive: OpenArchive,
  { most }: Input<"page-mark.look">,
  job: Job,
): Promise<Output<"page-mark.look">> {
  const db = archive.connection.read;
  const total = Math.min(most, countWaitingLooks(db, judgeName));
  let lookedCount = 0;
  while (lookedCount < total) {
    const waiting = listWaitingLooks(db, judgeName, Math.min(together, total - lookedCount));
    if (waiting.length === 0) break;
    const looks: Look[] = [];
    for (const each of waiting) {
      refuseWhenCancelled(job.signal);
      const version = getPageVersion(db, each.pageId);
      if (!version) continue;
      const facts = each.needsPicture ? await measure(house, archive, version, job.signal) : undefined;
      looks.push({ waiting: each, version, facts });
      job.progress("初看", lookedCount + looks.length, total, "page");
    }
    // No act of a person: what a machine measured is in no journal, and another look finds it again.
    archive.connection.write((write) => looks.forEach((look) => note(write, archive, look)));
    house.announce({ kind: "changed", nouns: ["page-mark"] });
    lookedCount += waiting.length;
  }
  return { lookedCount, leftCount: countWaitingLooks(db, judgeName) };
}
