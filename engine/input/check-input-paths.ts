// 试读: what intake and import would say to these paths, without any archive.
import type { Input, Output } from "#contract/contract";
import type { InputCheckResult } from "#contract/input-check";
import { checkPackageApart } from "#engine/package/check-package-apart";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { checkInputs, type VerifyFolder } from "./check-inputs.ts";

/** One result per path as given, or per file of a walked folder. */
export async function checkInputPaths(
  { helpers }: House,
  { paths }: Input<"input.check">,
  { signal }: Job,
): Promise<Output<"input.check">> {
  const results: InputCheckResult[] = [];
  const verifyBag: VerifyFolder = (path) => checkPackageApart({ task: "bag", path }, { signal });
  const verifyTransfer: VerifyFolder = (path) => checkPackageApart({ task: "transfer", path }, { signal });
  for await (const result of checkInputs(paths, { images: helpers, verifyBag, verifyTransfer, signal }))
    results.push(result);
  return { results };
}
