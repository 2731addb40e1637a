// The engine's side of checking a stranger's package: asked of a helper process of its own, which ends with the check.
import { resolve } from "node:path";
import { packageReport, type PackageReport } from "#contract/package-report";
import { Refusal } from "#contract/refusal";
import { openHelperPool } from "#engine/helper/helper-pool";
import type { PackageProgress } from "./check-digests.ts";

export type PackageQuestion = { readonly task: "bag" | "transfer"; readonly path: string };
export type PackageAnswer =
  | { readonly kind: "progress"; readonly at: PackageProgress }
  | { readonly kind: "report"; readonly report: PackageReport };

/** Refuses package-not-found, helper-limit (the check needed too much memory or fell silent), task-cancelled. */
export async function checkPackageApart(
  question: PackageQuestion,
  options: { readonly progress?: (at: PackageProgress) => void; readonly signal?: AbortSignal } = {},
): Promise<PackageReport> {
  const pool = openHelperPool({ name: "package-helper", size: 1 });
  try {
    // A helper stands in a folder of its own: what the person meant is made whole here.
    const asked = { ...question, path: resolve(question.path), bytes: Buffer.alloc(0) };
    for await (const part of pool.ask(asked, options.signal)) {
      const answer = part as PackageAnswer;
      if (answer.kind === "progress") options.progress?.(answer.at);
      // What comes out of the helper has touched strangers' bytes: it is believed as far as its shape goes.
      else return packageReport.parse(answer.report);
    }
  } catch (error) {
    // The pool's words are about images; a check that broke off says nothing about the package.
    if (error instanceof Refusal && error.code === "image-damaged") throw new Refusal("helper-limit");
    throw error;
  } finally {
    pool.close();
  }
  throw new Error("a helper that is done has given its report");
}
