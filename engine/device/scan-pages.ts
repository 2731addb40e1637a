// 扫描: pages of a device into the tray, each durable before the next is asked for. What stops in page 7 keeps six.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { ScanOutcome } from "#contract/scan";
import { findScanProfile } from "#db/scan-profile";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { acceptCapture } from "#engine/scan/accept-capture";
import { judgeSecurityMark } from "#engine/scan/judge-security-mark";
import type { OpenArchive } from "#engine/vault/open-archive";
import { followPages } from "./follow-pages.ts";
import { sourceOfDevice } from "./list-devices.ts";
import { stampCapture } from "./stamp-capture.ts";

type ScanInput = Input<"device.scan">;

/** Name of one page as the tray shows it: the pile's own name and the place in it, reserved before the page comes (T01). */
export const nameOfPage = (pileId: string, number: number, extension: string): string =>
  `扫描-${pileId.replace(/[^0-9a-z]/gi, "").slice(0, 8)}-${String(number).padStart(4, "0")}.${extension}`;

/** Says where in the pile a run stopped, and how many pages of it are kept. */
const place = (refusal: Refusal, page: number, kept: number): Refusal =>
  refusal.code.startsWith("scanner-")
    ? new Refusal(refusal.code, {
        page,
        safe: kept > 0 ? `前 ${kept} 页已保存` : "已收入的页面都在",
        ...refusal.details,
      })
    : refusal;

/** Refuses as device.scan declares, as long as nothing was taken in; afterwards the answer says what ended it. */
export async function scanPages(
  house: House,
  archive: OpenArchive,
  input: ScanInput,
  job: Job,
): Promise<Output<"device.scan">> {
  judgeSecurityMark(input.securityMark);
  const source = sourceOfDevice(house, input.deviceId);
  const after = followPages(house, archive, findScanProfile(archive.connection.read, input.profile), job);
  const outcomes: ScanOutcome[] = [];
  const notes: string[] = [];
  const pages = (): number => outcomes.reduce((total, each) => total + each.pageIds.length, 0);
  const answer = (ending: Output<"device.scan">["ending"], refusal?: Refusal): Output<"device.scan"> => ({
    outcomes,
    pageCount: pages(),
    rejectedCount: outcomes.filter((each) => each.outcome === "reject").length,
    ending,
    code: refusal?.code ?? "",
    message: refusal ? sayRefusal(refusal.code, refusal.details) : "",
    notes: [...notes, ...after.notes()],
  });
  let number = input.pagesBefore + 1;
  // At most ten words a page: the window is told of a page's growth, not of every line.
  let tenth = -1;
  const tell = (share: number): void => {
    if (Math.floor(share * 10) === tenth) return;
    tenth = Math.floor(share * 10);
    const percent = share > 0 ? ` ${tenth * 10}%` : "";
    job.progress(`第 ${number} 页${percent}`, number - 1, number, "page");
  };
  tell(0);
  try {
    for await (const part of source.scan(input, job.signal)) {
      if (part.kind === "note") notes.push(part.message);
      else if (part.kind === "progress") tell(part.share);
      else {
        const name = nameOfPage(input.pileId, number, part.extension);
        const bytes = stampCapture(part.bytes, `lindang ${house.makeId()}`);
        const capture = {
          source: "scanner" as const,
          device: (input.deviceName || input.deviceId).slice(0, 200),
          capturedAt: house.clock.now(),
          pileId: input.pileId,
          profile: input.profile,
        };
        // A page that has come is kept even when the run is being stopped: it left the feeder.
        const outcome = await acceptCapture(house, archive, { name, bytes, capture }, { ...job, signal: keepGoing });
        // A full disk refuses this page and every one after it: no further sheet is drawn in.
        if (outcome.code === "disk-full") throw new Refusal("disk-full");
        outcomes.push(outcome);
        after.take(outcome.pageIds);
        number++;
        tenth = -1;
        tell(0);
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = place(error, number, number - 1);
    if (outcomes.length === 0) throw refusal;
    // The sheet has gone through, the disk did not take it: it is named, so that it is laid in again.
    if (refusal.code === "disk-full") notes.push(`第 ${number} 页没有存下，腾出空间后请从这一页起再扫。`);
    await after.settle();
    return answer(refusal.code === "task-cancelled" ? "stopped" : "failed", refusal);
  }
  await after.settle();
  return answer("finished");
}

const keepGoing = new AbortController().signal;
