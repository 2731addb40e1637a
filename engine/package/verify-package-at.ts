// 核对数据包: any package on any disk, no archive needed.
import type { Input, Output } from "#contract/contract";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { checkPackageApart } from "./check-package-apart.ts";

/** Refuses package-not-found, helper-limit, task-cancelled. */
export function verifyPackageAt(
  _house: House,
  { path }: Input<"package.verify">,
  { progress, signal }: Job,
): Promise<Output<"package.verify">> {
  return checkPackageApart(
    { task: "bag", path },
    { progress: ({ bytesDone, bytesTotal }) => progress("核对", bytesDone, bytesTotal, "byte"), signal },
  );
}
