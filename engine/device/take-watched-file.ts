// A settled file becomes a scan in the tray; then it is moved or left, as the clerk chose.
import { basename } from "node:path";
import type { ScanOutcome } from "#contract/scan";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { AfterIntake } from "#contract/watched-folder";
import type { House } from "#engine/house";
import { printableName } from "#engine/input/check-name";
import { judgeName } from "#engine/input/check-source";
import { readSource } from "#engine/input/read-source";
import type { Job } from "#engine/job";
import { acceptCapture } from "#engine/scan/accept-capture";
import type { OpenArchive } from "#engine/vault/open-archive";
import { knownBy, moveAside } from "./watched-file.ts";

export type TakenFile = Pick<ScanOutcome, "outcome" | "code" | "message"> & {
  readonly pageCount: number;
  /** What it is known by where it lies now; undefined when it is gone from there. */
  readonly mark: string | undefined;
};

/** Takes one file in. A file that cannot be is an outcome; refuses disk-full and task-cancelled. */
export async function takeWatchedFile(
  house: House,
  archive: OpenArchive,
  { path, pileId, afterIntake }: { readonly path: string; readonly pileId: string; readonly afterIntake: AfterIntake },
  job: Job,
): Promise<TakenFile> {
  const mark = await knownBy(path);
  const name = printableName(basename(path));
  try {
    judgeName(path);
    const { bytes, modifiedAt } = await readSource(path, job.signal);
    const capture = { source: "watched-folder" as const, device: "", capturedAt: modifiedAt, pileId, profile: "" };
    const outcome = await acceptCapture(house, archive, { name: basename(path), bytes, capture }, job);
    if (outcome.code === "disk-full") throw new Refusal("disk-full");
    const taken = { ...outcome, pageCount: outcome.pageIds.length, mark };
    const isKept = outcome.scanId !== null || outcome.code === "duplicate-file";
    if (!isKept || afterIntake === "leave") return taken;
    return await move(path, mark).then(
      (isMoved) => (isMoved ? { ...taken, mark: undefined } : taken),
      cannotMove(taken),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "disk-full" || error.code === "task-cancelled") throw error;
    const { code, details } = error;
    return { outcome: "reject", code, message: sayRefusal(code, { name, ...details }), pageCount: 0, mark };
  }
}

const move = moveAside;

/** The page is in; only the file could not be moved out of the way. */
const cannotMove =
  (taken: TakenFile) =>
  (error: unknown): TakenFile => {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { ...taken, outcome: "warn", code: "target-not-writable", message: "已录入；原文件没能移开，仍在原处。" };
  };
