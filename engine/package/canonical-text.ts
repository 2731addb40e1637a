// The one way in which this program writes the tag files of a bag; the check regenerates them and compares bytes (A6).
import type { BagInfoElement } from "./read-bag-info.ts";

export const canonicalBagitTxt = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** Both algorithms a 1.0 implementation must know (RFC 8493, 2.4). */
export const ownAlgorithms = ["sha256", "sha512"] as const;

/** Labels of our own bag-info.txt in their order; each stands exactly once. */
export const ownBagInfoLabels = [
  "Source-Organization",
  "External-Identifier",
  "Bagging-Date",
  "Bag-Size",
  "Payload-Oxum",
  "Lindang-App-Version",
  "Lindang-Catalogue-Fingerprint",
  "Lindang-Items",
  "Lindang-Journal-Head",
  "Lindang-Profile",
] as const;
export type OwnBagInfo = Readonly<Record<(typeof ownBagInfoLabels)[number], string>>;

/** `bag-info.txt` of one of our packages. Values are single lines; the caller has made sure of that. */
export function renderBagInfo(info: OwnBagInfo): string {
  return ownBagInfoLabels.map((label) => `${label}: ${info[label]}\n`).join("");
}

/** The same for elements read back; null when a label is missing, repeated or not ours. */
export function renderReadBagInfo(elements: readonly BagInfoElement[]): string | null {
  if (elements.length !== ownBagInfoLabels.length) return null;
  const values = new Map(elements.map(({ label, value }) => [label, value]));
  if (!ownBagInfoLabels.every((label) => values.has(label))) return null;
  return renderBagInfo(Object.fromEntries(values) as OwnBagInfo);
}

/** A manifest: lower-case hex, two spaces, path; sorted by the path's UTF-8 bytes, LF (so `sha256sum -c` reads it). */
export function renderManifest(digests: Iterable<readonly [path: string, digest: string]>): string {
  return [...digests]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join("");
}

/** `Bag-Size` for people: decimal units as disks are sold, one digit after the point. */
export function bagSize(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return power === 0 ? `${bytes} B` : `${(bytes / 1000 ** power).toFixed(1)} ${units[power] ?? "TB"}`;
}
