import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import { readBagPath } from "./bag-path.ts";

export type Manifest = {
  readonly file: string;
  /** Name for node:crypto: sha256, sha512, md5, sm3 … */
  readonly algorithm: string;
  /** Listed path as it will be looked up → lower-case hex digest. */
  readonly entries: ReadonlyMap<string, string>;
  readonly problems: readonly PackageProblem[];
};

/** Algorithms the check can compute, with the length of their hex digest. */
export const digestLength: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
  sm3: 64,
};

/**
 * Reads `manifest-<alg>.txt` or `tagmanifest-<alg>.txt` (RFC 8493, 2.1.3 and 2.2.1). Accepts upper-case hex, CRLF, the
 * `*` and `./` of checksum tools; every other deviation is a finding. Payload manifests list only `data/`, tag
 * manifests only what lies outside it.
 */
export function readManifest(file: string, algorithm: string, text: string): Manifest {
  const isTag = file.startsWith("tagmanifest-");
  const entries = new Map<string, string>();
  const problems: PackageProblem[] = [];
  let unusualLine = 0;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line === "") return;
    const parts = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/.exec(line);
    const digest = parts?.[1]?.toLowerCase() ?? "";
    const listed = parts?.[3] ?? "";
    if (digest.length !== digestLength[algorithm]) {
      problems.push(packageFinding("manifest-line-invalid", file, index + 1));
      return;
    }
    const read = readBagPath(listed);
    if ("refused" in read) {
      problems.push(packageFinding(read.refused, file, listed));
      return;
    }
    if (read.path.startsWith("data/") === isTag) {
      problems.push(packageFinding("path-misplaced", file, read.path));
      return;
    }
    if (read.wasUnusual || parts?.[2] === "*") unusualLine ||= index + 1;
    if (entries.has(read.path)) problems.push(packageFinding("path-listed-twice", read.path, file));
    else entries.set(read.path, digest);
  });
  if (unusualLine > 0) problems.push(packageFinding("manifest-line-unusual", file, unusualLine));
  return { file, algorithm, entries, problems };
}
