// Writes one BagIt 1.0 bag: whole, checked and durable under its final name, or not at all (package-and-trust A1).
import { lstat, mkdir, rm, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { PackageProblem, PackageReport } from "#contract/package-report";
import { Refusal } from "#contract/refusal";
import { syncFolder } from "#vault-format/seal-file";
import {
  bagSize,
  canonicalBagitTxt,
  type OwnBagInfo,
  ownAlgorithms,
  renderBagInfo,
  renderManifest,
} from "./canonical-text.ts";
import type { PackageProgress } from "./check-digests.ts";
import { type DigestPool, type FileDigest, openDigestPool } from "./digest-pool.ts";
import { renameWithPatience, syncFiles, syncFolders } from "./durable-folder.ts";
import { refuseTargetError } from "./refuse-target-error.ts";
import { openPathGate } from "./safe-name.ts";
import { makeUnfinishedFolder } from "./unfinished-folder.ts";
import { verifyPackage } from "./verify-package.ts";

/** One payload file. `path` is relative to `data/`; a given SHA-256 must be met while the source is read. */
export type BagEntry = {
  readonly path: string;
  readonly size: number;
  readonly expectedSha256?: string | undefined;
  open(): AsyncIterable<Uint8Array>;
};

export type BagPlan = {
  /** Existing folder that will hold the folder `name`. */
  readonly target: string;
  readonly name: string;
  readonly payload: AsyncIterable<BagEntry> | Iterable<BagEntry>;
  /** Sum of the sizes and number of the payload files: for the free space and the progress. */
  readonly bytes: number;
  readonly files: number;
  /** Files beside `data/`: name → text. */
  readonly tagFiles: ReadonlyMap<string, string>;
  readonly info: Omit<OwnBagInfo, "Bag-Size" | "Payload-Oxum">;
  /** A further check of the finished but not yet renamed folder; any finding stops the package. */
  readonly inspect?: (folder: string, sha256: ReadonlyMap<string, string>) => Promise<readonly PackageProblem[]>;
  readonly progress?: ((progress: PackageProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type WrittenBag = {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  readonly oxum: string;
  readonly report: PackageReport;
  /** An unfinished folder of an earlier, interrupted run was removed first. */
  readonly leftoverRemoved: boolean;
};

// Files in work at a time. More than threads, so that no thread waits for a source or for the disk.
const lanes = 8;
const busy = new Set<string>();

/**
 * Refuses `target-exists`, `target-not-writable`, `disk-full`, `target-file-limit`, `target-lost`,
 * `package-name-unsafe`, `package-source-damaged`, `package-invalid`, `task-cancelled`; none leaves anything at the
 * target except that a disk pulled out keeps its `.partial`, which the next run removes.
 */
export async function writeBag(plan: BagPlan): Promise<WrittenBag> {
  const parent = resolve(plan.target);
  const path = join(parent, plan.name);
  const partial = `${path}.partial`;
  openPathGate()(plan.name);
  if (!(await stat(parent).catch(() => null))?.isDirectory()) throw new Refusal("target-not-writable");
  if (busy.has(partial)) throw new Refusal("target-exists", { name: plan.name });
  busy.add(partial);
  const pool = openDigestPool();
  const stop = (): void => void pool.close();
  plan.signal?.addEventListener("abort", stop, { once: true });
  let isOurs = false;
  try {
    plan.signal?.throwIfAborted();
    if (await lstat(path).catch(() => null)) throw new Refusal("target-exists", { name: plan.name });
    const leftoverRemoved = await onTarget(plan.name, async () => {
      const removed = await makeUnfinishedFolder(partial, `${plan.name}.partial`, [...plan.tagFiles.keys()]);
      isOurs = true;
      await checkFreeSpace(parent, plan);
      return removed;
    });
    const { written, sums, folders } = await fill(partial, plan, pool);
    const paths = [...sums.keys()].map((file) => join(partial, file));
    // Reading back keeps the processor busy, syncing the disk: together they take as long as the slower one.
    const checked = verifyPackage(partial, { pool, progress: plan.progress, signal: plan.signal });
    await settle([onTarget(plan.name, () => syncFiles(paths, plan.signal)), checked]);
    const report = await checked;
    if (report.verdict !== "valid") throw invalid(report.problems);
    const findings = (await plan.inspect?.(partial, sums)) ?? [];
    if (findings.length > 0) throw invalid(findings);
    plan.signal?.throwIfAborted();
    await onTarget(plan.name, async () => {
      if (await lstat(path).catch(() => null)) throw new Refusal("target-exists", { name: plan.name });
      // Deepest first, so that no folder's name is durable before what it holds.
      await syncFolders(folders);
      await renameWithPatience(partial, path);
      isOurs = false;
      await syncFolder(parent);
    });
    return { path, ...written, report, leftoverRemoved };
  } catch (error) {
    if (plan.signal?.aborted && !(error instanceof Refusal)) throw new Refusal("task-cancelled");
    throw error;
  } finally {
    plan.signal?.removeEventListener("abort", stop);
    await pool.close();
    // On a disk that was pulled out nothing can be removed; the refusal already says so.
    if (isOurs) await rm(partial, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    busy.delete(partial);
  }
}

const invalid = (problems: readonly PackageProblem[]): Refusal =>
  new Refusal("package-invalid", { problem: problems[0]?.code ?? "", file: problems[0]?.file ?? "" });

async function onTarget<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refuseTargetError(error, name);
  }
}

// Every file fills up its last block; four lists name every file once with its path and digest.
async function checkFreeSpace(parent: string, plan: BagPlan): Promise<void> {
  const { bavail, bsize } = await statfs(parent);
  const tags = [...plan.tagFiles.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const needed = plan.bytes + tags + plan.files * (4096 + 2 * 400) + (1 << 20);
  if (bavail * bsize < needed) throw new Refusal("disk-full", { needed });
}

type Filled = {
  readonly written: Pick<WrittenBag, "files" | "bytes" | "oxum">;
  /** Every file, the lists included → SHA-256. */
  readonly sums: ReadonlyMap<string, string>;
  /** Deepest first. */
  readonly folders: readonly string[];
};

async function fill(partial: string, plan: BagPlan, pool: DigestPool): Promise<Filled> {
  const passes = openPathGate();
  const digests = new Map<string, FileDigest>();
  const folders = new Set<string>([partial]);
  const put = async (path: string, source: AsyncIterable<Uint8Array>): Promise<FileDigest> => {
    passes(path);
    const folder = dirname(join(partial, path));
    return onTarget(path, async () => {
      if (!folders.has(folder)) await mkdir(folder, { recursive: true });
      for (let above = folder; !folders.has(above); above = dirname(above)) folders.add(above);
      const digest = await pool.write(join(partial, path), ownAlgorithms, sourceOnly(source));
      digests.set(path, digest);
      return digest;
    });
  };
  const putText = (path: string, text: string): Promise<FileDigest> => put(path, once(Buffer.from(text, "utf8")));

  await putText("bagit.txt", canonicalBagitTxt); // first: by this an interrupted folder is known as ours
  await onTarget("data", () => mkdir(join(partial, "data")));
  folders.add(join(partial, "data"));
  let bytes = 0;
  let files = 0;
  const entries =
    Symbol.asyncIterator in plan.payload ? plan.payload[Symbol.asyncIterator]() : plan.payload[Symbol.iterator]();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (;;) {
      plan.signal?.throwIfAborted();
      if (hasFailed) return;
      const step = await entries.next();
      if (step.done) return;
      const { path, size, expectedSha256, open } = step.value;
      const digest = await put(`data/${path}`, open.call(step.value));
      if (
        digest.bytes !== size ||
        (expectedSha256 !== undefined && digest.digests["sha256"] !== expectedSha256.toLowerCase())
      )
        throw new Refusal("package-source-damaged", { name: path });
      bytes += digest.bytes;
      files += 1;
      plan.progress?.({
        phase: "write",
        filesDone: files,
        filesTotal: plan.files,
        bytesDone: bytes,
        bytesTotal: plan.bytes,
      });
    }
  };
  const guarded = (): Promise<void> =>
    lane().catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
  try {
    await settle(Array.from({ length: lanes }, guarded));
  } finally {
    await entries.return?.();
  }

  const oxum = `${bytes}.${files}`;
  const list = (algorithm: string, isTag: boolean): string =>
    renderManifest(
      [...digests]
        .filter(([path]) => path.startsWith("data/") !== isTag && !path.startsWith("tagmanifest-"))
        .map(([path, digest]) => [path, digest.digests[algorithm] ?? ""]),
    );
  for (const [name, text] of plan.tagFiles) await putText(name, text);
  await putText(
    "bag-info.txt",
    renderBagInfo(oneLine({ ...plan.info, "Bag-Size": bagSize(bytes), "Payload-Oxum": oxum })),
  );
  for (const algorithm of ownAlgorithms) await putText(`manifest-${algorithm}.txt`, list(algorithm, false));
  for (const algorithm of ownAlgorithms) await putText(`tagmanifest-${algorithm}.txt`, list(algorithm, true));
  const sums = new Map([...digests].map(([path, digest]) => [path, digest.digests["sha256"] ?? ""]));
  return { written: { files, bytes, oxum }, sums, folders: [...folders].sort((a, b) => b.length - a.length) };
}

// All must have ended before the folder is removed; the first failure in the order given is the one to report.
async function settle(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

/** An error of the source is never mistaken for one of the target disk. */
class SourceFailure extends Error {}

async function* sourceOnly(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    throw error instanceof Refusal ? error : new SourceFailure("the source of a package file failed", { cause: error });
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

// A line break in a value would begin a new element.
function oneLine(info: OwnBagInfo): OwnBagInfo {
  const clean = (text: string): string =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim();
  return Object.fromEntries(Object.entries(info).map(([label, value]) => [label, clean(value)])) as OwnBagInfo;
}
