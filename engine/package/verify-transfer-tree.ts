// Checks a transfer folder (DA/T 93-2022, annex B, 待核对) against itself: description, catalogue, folders, metadata.
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { packageFinding, verdictOf } from "#contract/package-problem-text";
import type { PackageProblem, PackageReport } from "#contract/package-report";
import { Refusal } from "#contract/refusal";
import { checkItemMetadata, type StatedFile, statedFiles } from "./check-item-folder.ts";
import {
  checkTransferTotals,
  readDescription,
  readTransferCatalogue,
  type TransferEntry,
} from "./check-transfer-catalogue.ts";
import { type DigestPool, FileFailure, openDigestPool } from "./digest-pool.ts";
import { listBag } from "./list-bag.ts";
import { readTagBytes, tagTextDecoder } from "./read-tag-text.ts";
import { readXml, type XmlNode } from "./read-xml.ts";

export type TransferOptions = {
  /** SHA-256 of a file relative to the folder, when it was compared before; then nothing is hashed again. */
  readonly knownSha256?: (path: string) => string | undefined;
  readonly signal?: AbortSignal | undefined;
};

const descriptionName = "说明文件.TXT";
const catalogueName = "目录文件.XML";
const isMetadata = (path: string): boolean => /(^|\/)电子档案\d*元数据\.xml$/i.test(path);

/**
 * Reports all findings; never follows links, never reads outside the folder.
 * Refuses `package-not-found` and `task-cancelled`.
 */
export async function verifyTransferFolder(path: string, options: TransferOptions = {}): Promise<PackageReport> {
  const root = resolve(path);
  const kind = await stat(root).catch(() => null);
  if (!kind?.isDirectory()) throw new Refusal("package-not-found", { name: path });
  const pool = options.knownSha256 ? null : openDigestPool();
  const stop = (): void => void pool?.close();
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    return await verify(root, pool, options);
  } catch (error) {
    if (options.signal?.aborted) throw new Refusal("task-cancelled");
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", stop);
    await pool?.close();
  }
}

async function verify(
  root: string,
  pool: DigestPool | null,
  { knownSha256, signal }: TransferOptions,
): Promise<PackageReport> {
  const { files, folders, problems: structure, isWhole } = await listBag(root, signal);
  const problems: PackageProblem[] = [...structure];
  let filesRead = 0;
  let bytesRead = 0;
  const readBytes = async (file: string): Promise<Buffer | null> => {
    signal?.throwIfAborted();
    const bytes = await readTagBytes(root, file);
    if (!bytes) problems.push(packageFinding("file-unreadable", file, "无法打开"));
    else {
      filesRead += 1;
      bytesRead += bytes.length;
    }
    return bytes;
  };
  const readTree = async (file: string): Promise<XmlNode | null> => {
    const bytes = await readBytes(file);
    const read = bytes && readXml(file, bytes);
    if (read && "code" in read) problems.push(read);
    return read && !("code" in read) ? read : null;
  };
  const report = (): PackageReport => ({
    verdict: verdictOf(problems),
    problems,
    filesRead,
    bytesRead,
    bagVersion: null,
    fingerprint: null,
  });

  if (!files.has(descriptionName)) problems.push(packageFinding("description-missing", descriptionName));
  if (!files.has(catalogueName)) problems.push(packageFinding("catalogue-missing", catalogueName));
  if (!isWhole) return report();
  const catalogue = files.has(catalogueName) ? await readTree(catalogueName) : null;
  const entries = catalogue ? readTransferCatalogue(catalogueName, catalogue, problems) : [];
  const description = files.has(descriptionName) ? await readBytes(descriptionName) : null;
  if (description) {
    const text = tagTextDecoder("utf-8")?.(description) ?? tagTextDecoder("gb18030")?.(description) ?? null;
    if (text === null) problems.push(packageFinding("text-encoding-wrong", descriptionName, "UTF-8、GB18030"));
    else if (catalogue)
      problems.push(...checkTransferTotals(descriptionName, catalogueName, readDescription(text), entries));
  }
  if (!catalogue) return report();

  const { found, strays } = matchFolders(entries, files, folders, problems);
  for (const stray of strays) problems.push(packageFinding("item-folder-unlisted", stray));
  const toCompare: StatedFile[] = [];
  for (const [folder, { entry, inside }] of found) {
    const metadata = inside.filter(isMetadata);
    const content = inside.filter((file) => !isMetadata(file));
    if (metadata.length === 0) problems.push(packageFinding("item-metadata-missing", folder));
    if (content.length === 0) problems.push(packageFinding("item-content-missing", folder));
    const stated: StatedFile[] = [];
    for (const file of metadata) {
      const tree = await readTree(file);
      if (!tree) continue;
      problems.push(...checkItemMetadata(file, tree, entry));
      stated.push(...statedFiles(folder, tree));
    }
    toCompare.push(...stated);
    const named = new Set(stated.map((file) => file.path));
    if (stated.length > 0)
      for (const file of content) if (!named.has(file)) problems.push(packageFinding("metadata-file-unlisted", file));
  }

  const compare = async (stated: StatedFile): Promise<PackageProblem | null> => {
    const size = files.get(stated.path);
    if (size === undefined) return packageFinding("file-missing", stated.path);
    if (stated.size !== null && stated.size !== size) return packageFinding("metadata-digest-mismatch", stated.path);
    try {
      const read = pool && (await pool.read(join(root, stated.path), [...stated.digests.keys()]));
      filesRead += read ? 1 : 0;
      bytesRead += read?.bytes ?? 0;
      const actual = (name: string): string | undefined =>
        read ? read.digests[name] : name === "sha256" ? knownSha256?.(stated.path) : undefined;
      const differs = [...stated.digests].some(([name, digest]) => (actual(name) ?? digest) !== digest);
      return differs ? packageFinding("metadata-digest-mismatch", stated.path) : null;
    } catch (error) {
      if (error instanceof FileFailure) return packageFinding("file-unreadable", stated.path, error.code);
      throw error;
    }
  };
  for (let at = 0; at < toCompare.length; at += 16) {
    signal?.throwIfAborted();
    const compared = await Promise.all(toCompare.slice(at, at + 16).map(compare));
    problems.push(...compared.filter((problem) => problem !== null));
  }
  return report();
}

type Matched = {
  /** Folder → its line of the catalogue and the files anywhere inside it. */
  readonly found: ReadonlyMap<string, { readonly entry: TransferEntry; readonly inside: readonly string[] }>;
  readonly strays: ReadonlySet<string>;
};

/** Each 档号 has exactly one folder of its name, at any level; every file outside these, the two lists and 其他/ is stray. */
function matchFolders(
  entries: readonly TransferEntry[],
  files: ReadonlyMap<string, number>,
  folders: ReadonlySet<string>,
  problems: PackageProblem[],
): Matched {
  const byName = new Map<string, string[]>();
  for (const folder of folders) {
    if (folder === "其他" || folder.startsWith("其他/")) continue;
    const name = folder.slice(folder.lastIndexOf("/") + 1).normalize("NFC");
    byName.set(name, [...(byName.get(name) ?? []), folder]);
  }
  const found = new Map<string, { entry: TransferEntry; inside: string[] }>();
  for (const entry of entries) {
    const places = byName.get(entry.archivalCode.normalize("NFC")) ?? [];
    const [place] = places;
    if (place === undefined) problems.push(packageFinding("item-folder-missing", catalogueName, entry.archivalCode));
    else if (!found.has(place)) found.set(place, { entry, inside: [] });
    if (places.length > 1) problems.push(packageFinding("item-folder-twice", places.join("、"), entry.archivalCode));
  }
  const strays = new Set<string>();
  for (const file of [...files.keys()].sort()) {
    if (file === descriptionName || file === catalogueName || file.startsWith("其他/")) continue;
    const parts = file.split("/");
    const holder = parts.map((_, index) => found.get(parts.slice(0, index).join("/"))).find((held) => held);
    if (holder) holder.inside.push(file);
    else strays.add(parts.length > 1 ? parts.slice(0, -1).join("/") : file);
  }
  return { found, strays };
}
