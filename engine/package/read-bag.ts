import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import { type BagListing, listBag } from "./list-bag.ts";
import { type BagInfoElement, readBagInfo } from "./read-bag-info.ts";
import { readBagitTxt } from "./read-bagit-txt.ts";
import { digestLength, type Manifest, readManifest } from "./read-manifest.ts";
import { mostTagBytes, readTagBytes, tagTextDecoder } from "./read-tag-text.ts";

export type Bag = {
  readonly version: string | null;
  readonly listing: BagListing;
  readonly info: readonly BagInfoElement[];
  readonly manifests: readonly Manifest[];
  readonly tagManifests: readonly Manifest[];
  /** Text of `fetch.txt`; null without one. */
  readonly fetch: string | null;
  /** Bytes of the tag files that were read as text. */
  readonly tagBytes: ReadonlyMap<string, Buffer>;
};

/** Findings about the structure, and the bag when there is enough of one to go on with. */
export type BagReading = {
  readonly version: string | null;
  readonly bag: Bag | null;
  readonly problems: readonly PackageProblem[];
};

const manifestName = /^(tag)?manifest-([A-Za-z0-9._-]+)\.txt$/;

/** First step of the check: structure and tag files, nothing hashed yet. Only versions 0.97 and 1.0 are read. */
export async function readBag(root: string, signal?: AbortSignal): Promise<BagReading> {
  const stop = (version: string | null, ...problems: PackageProblem[]): BagReading => ({
    version,
    bag: null,
    problems,
  });
  const kind = await lstat(join(root, "bagit.txt")).catch(() => null);
  if (!kind) return stop(null, packageFinding("bagit-txt-missing", "bagit.txt"));
  if (kind.isSymbolicLink()) return stop(null, packageFinding("link-inside", "bagit.txt"));
  const bagitBytes = await readTagBytes(root, "bagit.txt");
  if (!bagitBytes) return stop(null, packageFinding("file-unreadable", "bagit.txt", "无法打开"));
  const bagit = readBagitTxt(bagitBytes);
  const { version } = bagit;
  const problems: PackageProblem[] = [];
  if (bagit.fault !== null) problems.push(packageFinding("bagit-txt-invalid", "bagit.txt", bagit.fault));
  if (version !== null && !["0.97", "1.0"].includes(version))
    return stop(version, ...problems, packageFinding("bag-version-unsupported", "bagit.txt", version));
  const decode = tagTextDecoder(bagit.encoding);
  if (!decode) return stop(version, ...problems, packageFinding("encoding-unsupported", "bagit.txt", bagit.encoding));
  if (bagit.encoding.toUpperCase() !== "UTF-8")
    problems.push(packageFinding("encoding-unusual", "bagit.txt", bagit.encoding));

  const listing = await listBag(root, signal);
  problems.push(...listing.problems);
  if (!listing.isWhole) return stop(version, ...problems);
  if (!listing.folders.has("data")) problems.push(packageFinding("data-missing", "data"));

  const tagBytes = new Map([["bagit.txt", bagitBytes]]);
  const readText = async (file: string): Promise<string | null> => {
    const size = listing.files.get(file);
    if (size === undefined) return null;
    if (size > mostTagBytes) {
      problems.push(packageFinding("bag-too-large", file, "128 MB"));
      return null;
    }
    const bytes = await readTagBytes(root, file);
    const text = bytes && decode(bytes);
    if (bytes) tagBytes.set(file, bytes);
    if (text === null)
      problems.push(packageFinding(bytes ? "text-encoding-wrong" : "file-unreadable", file, bagit.encoding));
    return text;
  };
  const all: Manifest[] = [];
  for (const file of [...listing.files.keys()].sort()) {
    const name = manifestName.exec(file);
    if (!name) continue;
    const algorithm = (name[2] ?? "").toLowerCase().replace(/[^a-z0-9]/g, "");
    if (digestLength[algorithm] === undefined) {
      problems.push(packageFinding("algorithm-unsupported", file));
      continue;
    }
    const text = await readText(file);
    if (text !== null) all.push(readManifest(file, algorithm, text));
  }
  const manifests = all.filter(({ file }) => !file.startsWith("tag"));
  const tagManifests = all.filter(({ file }) => file.startsWith("tag"));
  if (manifests.length === 0) problems.push(packageFinding("manifest-missing"));
  for (const manifest of all) problems.push(...manifest.problems);
  const weak = manifests.every(({ algorithm }) => algorithm === "md5" || algorithm === "sha1");
  if (manifests.length > 0 && weak)
    problems.push(
      packageFinding("algorithm-weak", "", manifests.map(({ algorithm }) => algorithm.toUpperCase()).join("、")),
    );
  const info = readBagInfo((await readText("bag-info.txt")) ?? "");
  const fetch = await readText("fetch.txt");
  return { version, bag: { version, listing, info, manifests, tagManifests, fetch, tagBytes }, problems };
}
