import { join } from "node:path";
import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import type { Completeness } from "./check-completeness.ts";
import { type DigestPool, FileFailure } from "./digest-pool.ts";

/** How far a long job is: files and bytes done of all. */
export type PackageProgress = {
  readonly phase: "write" | "verify";
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
};

type Given = {
  readonly root: string;
  readonly toHash: Completeness["toHash"];
  readonly sizes: ReadonlyMap<string, number>;
  readonly pool: DigestPool;
  readonly progress?: ((progress: PackageProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};
export type DigestCheck = {
  readonly problems: PackageProblem[];
  readonly filesRead: number;
  readonly bytesRead: number;
};

const strong = new Set(["sha256", "sha384", "sha512", "sm3"]);
// Jobs handed out ahead: enough to keep every thread busy, few enough to stop at once.
const ahead = 16;

/** Last step: every listed file is read whole, once, and compared under all its algorithms. */
export async function checkDigests({ root, toHash, sizes, pool, progress, signal }: Given): Promise<DigestCheck> {
  const files = [...toHash].sort(([a], [b]) => (a < b ? -1 : 1));
  const bytesTotal = files.reduce((sum, [path]) => sum + (sizes.get(path) ?? 0), 0);
  const found: PackageProblem[][] = files.map(() => []);
  let filesDone = 0;
  let filesRead = 0;
  let bytesRead = 0;
  let next = 0;
  const hand = async (): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const index = next++;
      const file = files[index];
      if (!file) return;
      const [path, expected] = file;
      try {
        const read = await pool.read(join(root, path), [...new Set(expected.map(({ algorithm }) => algorithm))]);
        filesRead += 1;
        bytesRead += read.bytes;
        const isIntact = expected.some(
          ({ algorithm, digest }) => strong.has(algorithm) && read.digests[algorithm] === digest,
        );
        const wrong = expected.filter(({ algorithm, digest }) => read.digests[algorithm] !== digest);
        // A file that agrees under one strong algorithm is whole: then the other list is what changed.
        if (wrong.length > 0 && !isIntact) found[index]?.push(packageFinding("checksum-mismatch", path));
        else
          for (const { manifest } of wrong) found[index]?.push(packageFinding("manifest-entry-wrong", manifest, path));
      } catch (error) {
        if (!(error instanceof FileFailure)) throw error;
        found[index]?.push(packageFinding("file-unreadable", path, error.code));
      }
      filesDone += 1;
      progress?.({ phase: "verify", filesDone, filesTotal: files.length, bytesDone: bytesRead, bytesTotal });
    }
  };
  await Promise.all(Array.from({ length: ahead }, hand));
  return { problems: found.flat(), filesRead, bytesRead };
}
