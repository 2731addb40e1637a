import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import { readBagPath } from "./bag-path.ts";
import type { Bag } from "./read-bag.ts";
import { bagInfoValues } from "./read-bag-info.ts";

export type Completeness = {
  readonly problems: readonly PackageProblem[];
  /** Path on disk → what each manifest says about it. */
  readonly toHash: ReadonlyMap<
    string,
    readonly { readonly manifest: string; readonly algorithm: string; readonly digest: string }[]
  >;
};

/**
 * Second step: Payload-Oxum, then every list against the disk and the disk against every list. All manifests must
 * list the same files (RFC 8493, 2.1.3; asked of 0.97 too, as the reference library does not).
 */
export function checkCompleteness(bag: Bag): Completeness {
  const { files } = bag.listing;
  const problems: PackageProblem[] = [...checkOxum(bag)];
  const toHash = new Map<string, { manifest: string; algorithm: string; digest: string }[]>();
  const byForm = new Map([...files.keys()].map((path) => [path.normalize("NFC"), path]));
  const missing = new Set<string>();
  const normalised = new Set<string>();
  const find = (listed: string): string | null => {
    if (files.has(listed)) return listed;
    const found = byForm.get(listed.normalize("NFC")) ?? null;
    if (found === null) missing.add(listed);
    else normalised.add(found);
    return found;
  };

  const toFetch = checkFetch(bag, problems);
  for (const group of [bag.manifests, bag.tagManifests]) {
    const listedAnywhere = new Map<string, string>();
    for (const { entries } of group) for (const path of entries.keys()) listedAnywhere.set(path.normalize("NFC"), path);
    for (const { file, algorithm, entries } of group) {
      const listed = new Set([...entries.keys()].map((path) => path.normalize("NFC")));
      for (const [form, path] of listedAnywhere)
        if (!listed.has(form)) problems.push(packageFinding("manifests-differ", file, path));
      for (const [path, digest] of entries) {
        const onDisk = find(path);
        if (onDisk === null) continue;
        const expected = toHash.get(onDisk) ?? [];
        expected.push({ manifest: file, algorithm, digest });
        toHash.set(onDisk, expected);
      }
    }
  }
  for (const path of missing) if (!toFetch.has(path)) problems.push(packageFinding("file-missing", path));
  for (const path of normalised) problems.push(packageFinding("name-normalised", path));
  for (const path of [...files.keys()].sort()) {
    if (toHash.has(path)) continue;
    if (path.startsWith("data/")) problems.push(packageFinding("payload-unlisted", path));
    else if (bag.tagManifests.length > 0 && !path.startsWith("tagmanifest-"))
      problems.push(packageFinding("tag-file-unlisted", path));
  }
  return { problems, toHash };
}

function* checkOxum(bag: Bag): Generator<PackageProblem> {
  let bytes = 0;
  let count = 0;
  for (const [path, size] of bag.listing.files) {
    if (!path.startsWith("data/")) continue;
    bytes += size;
    count += 1;
  }
  for (const value of bagInfoValues(bag.info, "Payload-Oxum"))
    if (value !== `${bytes}.${count}`)
      yield packageFinding("oxum-mismatch", "bag-info.txt", `所记 ${value}，实有 ${bytes}.${count}`);
}

/** Findings of `fetch.txt` go to `problems`; returns what would have to be fetched. */
function checkFetch(bag: Bag, problems: PackageProblem[]): Set<string> {
  const toFetch = new Set<string>();
  const before = problems.length;
  if (bag.fetch === null) return toFetch;
  bag.fetch.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() === "") return;
    const listed = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1];
    const read = listed === undefined ? null : readBagPath(listed);
    if (!read) problems.push(packageFinding("fetch-line-invalid", "fetch.txt", index + 1));
    else if ("refused" in read) problems.push(packageFinding(read.refused, "fetch.txt", listed ?? ""));
    else if (!read.path.startsWith("data/")) problems.push(packageFinding("path-misplaced", "fetch.txt", read.path));
    else if (!bag.listing.files.has(read.path)) toFetch.add(read.path);
  });
  for (const path of toFetch) problems.push(packageFinding("fetch-incomplete", path));
  if (problems.length === before) problems.push(packageFinding("fetch-present", "fetch.txt"));
  return toFetch;
}
