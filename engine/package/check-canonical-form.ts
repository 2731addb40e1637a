import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import { canonicalBagitTxt, ownAlgorithms, renderManifest, renderReadBagInfo } from "./canonical-text.ts";
import type { Bag } from "./read-bag.ts";
import { bagInfoValues } from "./read-bag-info.ts";

/** Is this a package of ours? Then its form is checked too, not only its digests. */
export function isOwnBag(bag: Bag): boolean {
  return (
    bagInfoValues(bag.info, "External-Identifier").length > 0 && bag.info.some(({ label }) => /^Lindang-/.test(label))
  );
}

/**
 * Our own packages have exactly one form (package-and-trust A6): the tag files are written anew from what was read and
 * compared byte for byte, and every file beside `data/` must be listed. Only `seal/` may be added later.
 */
export function checkCanonicalForm(bag: Bag): PackageProblem[] {
  const problems: PackageProblem[] = [];
  const { files } = bag.listing;
  const expect = (file: string, text: string | null): void => {
    const bytes = bag.tagBytes.get(file);
    if (!bytes) problems.push(packageFinding("file-missing", file));
    else if (text === null || !bytes.equals(Buffer.from(text, "utf8")))
      problems.push(packageFinding("own-not-canonical", file));
  };
  expect("bagit.txt", canonicalBagitTxt);
  expect("bag-info.txt", renderReadBagInfo(bag.info));
  for (const algorithm of ownAlgorithms)
    for (const kind of ["manifest", "tagmanifest"]) {
      const file = `${kind}-${algorithm}.txt`;
      const manifest = [...bag.manifests, ...bag.tagManifests].find((other) => other.file === file);
      expect(file, manifest ? renderManifest(manifest.entries) : null);
    }
  const listed = bag.tagManifests.flatMap(({ entries }) => [...entries.keys()]);
  const known = new Set([...listed, ...ownAlgorithms.map((algorithm) => `tagmanifest-${algorithm}.txt`)]);
  for (const path of [...files.keys()].sort())
    if (!path.startsWith("data/") && !path.startsWith("seal/") && !known.has(path))
      problems.push(packageFinding("own-file-extra", path));
  return problems;
}
