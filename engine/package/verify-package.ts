// Checks a package as a receiver would: nothing outside the folder is read, no link is followed, nothing is written.
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { verdictOf } from "#contract/package-problem-text";
import type { PackageProblem, PackageReport } from "#contract/package-report";
import { Refusal } from "#contract/refusal";
import { checkCanonicalForm, isOwnBag } from "./check-canonical-form.ts";
import { checkCompleteness } from "./check-completeness.ts";
import { checkDigests, type PackageProgress } from "./check-digests.ts";
import { type DigestPool, openDigestPool } from "./digest-pool.ts";
import { packageFingerprint } from "./package-fingerprint.ts";
import { readBag } from "./read-bag.ts";

export type VerifyOptions = {
  readonly progress?: ((progress: PackageProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Threads to use; by default they are started for this check alone. */
  readonly pool?: DigestPool | undefined;
};

/**
 * Checks a BagIt folder (RFC 8493; package-and-trust A1) and reports all findings in the order structure, Payload-Oxum,
 * completeness both ways, digests, and for our own packages the canonical form.
 * Refuses `package-not-found` (no such folder) and `task-cancelled`.
 */
export async function verifyPackage(path: string, options: VerifyOptions = {}): Promise<PackageReport> {
  const root = resolve(path);
  const kind = await stat(root).catch(() => null);
  if (!kind?.isDirectory()) throw new Refusal("package-not-found", { name: path });
  const pool = options.pool ?? openDigestPool();
  // Ending the threads is what stops the hashing of one very large file.
  const stop = (): void => void pool.close();
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    return await verify(root, pool, options);
  } catch (error) {
    if (options.signal?.aborted) throw new Refusal("task-cancelled");
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", stop);
    if (!options.pool) await pool.close();
  }
}

async function verify(root: string, pool: DigestPool, { progress, signal }: VerifyOptions): Promise<PackageReport> {
  signal?.throwIfAborted();
  const { version, bag, problems: structure } = await readBag(root, signal);
  const problems: PackageProblem[] = [...structure];
  const report = (filesRead: number, bytesRead: number, fingerprint: string | null): PackageReport => ({
    verdict: verdictOf(problems),
    problems,
    filesRead,
    bytesRead,
    bagVersion: version,
    fingerprint,
  });
  if (!bag) return report(0, 0, null);
  const isOwn = isOwnBag(bag);
  const completeness = checkCompleteness(bag);
  // In our own packages an unlisted file is an error and is named by the check of the form.
  problems.push(...completeness.problems.filter(({ code }) => !(isOwn && code === "tag-file-unlisted")));
  const digests = await checkDigests({
    root,
    toHash: completeness.toHash,
    sizes: bag.listing.files,
    pool,
    progress,
    signal,
  });
  problems.push(...digests.problems);
  if (isOwn) problems.push(...checkCanonicalForm(bag));
  const tagManifest = bag.tagBytes.get("tagmanifest-sha256.txt");
  return report(digests.filesRead, digests.bytesRead, tagManifest ? packageFingerprint(tagManifest) : null);
}
