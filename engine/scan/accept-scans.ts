// 录入: files become scans with pages in the tray. A batch never fails for one sheet; what is acknowledged is durable.
import { setTimeout } from "node:timers/promises";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { ScanOutcome } from "#contract/scan";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refuseFullDisk } from "#engine/vault/ballast";
import { refusalOfIo } from "#engine/refuse-io";
import type { OpenArchive } from "#engine/vault/open-archive";
import { isStateSecret, judgeSecurityMark } from "./judge-security-mark.ts";
import { listSources } from "./list-sources.ts";
import { prepareScan, type PreparedScan } from "./prepare-scan.ts";
import { writeScans } from "./write-scans.ts";

/** Files made ready at the same time: two helpers decode while others are read and sealed. */
const ahead = 6;
/** Files written in one transaction at most. */
const mostTogether = 16;
/** A file that is ready waits this long, in ms, for others to be written with: every transaction waits for the disk. */
const longestWait = 150;

const outcomeOf = (path: string, error: Refusal): ScanOutcome => ({
  path,
  outcome: "reject",
  code: error.code,
  message: sayRefusal(error.code, error.details),
  scanId: null,
  pageIds: [],
  digitalFileId: null,
});

/** Takes files and folders in. A cancelled batch keeps what was written and tells the rest as task-cancelled. */
export async function acceptScans(
  house: House,
  archive: OpenArchive,
  input: Input<"scan.accept">,
  job: Job,
): Promise<Output<"scan.accept">> {
  // A state secret is not even read (P15).
  if (isStateSecret(input.securityMark))
    return sum(input.paths.map((path) => outcomeOf(path, new Refusal("state-secret"))));
  judgeSecurityMark(input.securityMark);
  // What is kept back for closing in order is not spent on papers (F05).
  await refuseFullDisk(archive.folder);
  const paths = await listSources(input.paths, job.signal);
  const outcomes: ScanOutcome[] = [];
  job.progress("录入", 0, paths.length, "file");
  const line = paths.slice(0, ahead).map((path) => prepare(house, archive, path, job));
  let next = line.length;
  let ready: PreparedScan[] = [];
  let readySince = 0;
  const write = async (): Promise<void> => {
    const run = ready;
    ready = [];
    if (run.length === 0) return;
    outcomes.push(...(await writeScans(house, archive, run).catch((error: unknown) => refuseRun(run, error))));
    job.progress("录入", outcomes.length, paths.length, "file");
  };
  for (let current = line.shift(); current; current = line.shift()) {
    if (ready.length > 0 && !(await endsWithin(current, readySince + longestWait - performance.now()))) await write();
    const one = await current;
    if (ready.push(one) === 1) readySince = performance.now();
    if (next < paths.length) line.push(prepare(house, archive, paths[next++] ?? "", job));
    if (ready.length >= mostTogether) await write();
  }
  await write();
  return sum(outcomes);
}

/** A slow file behind a ready one must not hold it up: then the ready ones are written first. */
const endsWithin = (work: Promise<unknown>, ms: number): Promise<boolean> =>
  Promise.race([work.then(yes, yes), setTimeout(Math.max(0, ms), false)]);
const yes = (): boolean => true;

function prepare(house: House, archive: OpenArchive, path: string, job: Job): Promise<PreparedScan> {
  const work = (async (): Promise<PreparedScan> => {
    try {
      if (job.signal.aborted) throw new Refusal("task-cancelled");
      return await prepareScan(house, archive, { path }, job);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { path, refused: { code: error.code, message: sayRefusal(error.code, error.details) } };
    }
  })();
  // A fault waits until its turn comes; the run ends with it then.
  work.catch(() => undefined);
  return work;
}

/** A disk that fills while writing refuses this run; what was written before stays. */
function refuseRun(run: readonly PreparedScan[], error: unknown): ScanOutcome[] {
  const known = refusalOfIo(error);
  if (!(known instanceof Refusal)) throw error;
  return run.map((each) =>
    "refused" in each
      ? { ...outcomeOf(each.path, new Refusal("task-cancelled")), ...each.refused }
      : outcomeOf(each.path, known),
  );
}

function sum(outcomes: readonly ScanOutcome[]): Output<"scan.accept"> {
  const rejectedCount = outcomes.filter((each) => each.outcome === "reject").length;
  const pageCount = outcomes.reduce((total, each) => total + each.pageIds.length, 0);
  const digitalFileCount = outcomes.filter((each) => each.digitalFileId !== null).length;
  const acceptedCount = outcomes.length - rejectedCount;
  return { outcomes: [...outcomes], acceptedCount, rejectedCount, pageCount, digitalFileCount };
}
