// 核对数据包: any package on any disk, no archive needed.
import type { Input, Output } from "#contract/contract";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { verifyPackage } from "./verify-package.ts";

/** Refuses package-not-found, task-cancelled. */
export function verifyPackageAt(
  _house: House,
  { path }: Input<"package.verify">,
  job: Job,
): Promise<Output<"package.verify">> {
  return verifyPackage(path, {
    progress: ({ phase, bytesDone, bytesTotal }) =>
      job.progress(phase === "write" ? "写入" : "核对", bytesDone, bytesTotal, "byte"),
    signal: job.signal,
  });
}
