// 挂接, looked at first: which file of a folder belongs to which item, by its own name or by the folder it lies in.
import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";
import { basename, extname, relative, sep } from "node:path";
import type { Input, Output } from "#contract/contract";
import type { ImageMatch, LooseImage } from "#contract/image-matching";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { isYearClosed } from "#db/filing-year";
import { listMatchableItems, type MatchableItem } from "#db/image-match";
import type { ReadDb } from "#db/open";
import type { House } from "#engine/house";
import { checkSource } from "#engine/input/check-source";
import { readSource } from "#engine/input/read-source";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { listSources } from "#engine/scan/list-sources";
import type { OpenArchive } from "#engine/vault/open-archive";
import { codesAsNames, findCode, plainCode, type CodeIndex } from "./code-in-name.ts";

export type MatchPlan = Output<"image-matching.dry-run"> & {
  /** Whole paths of the files of each item, in the order of their pages. */
  readonly pathsOf: ReadonlyMap<ItemId, readonly string[]>;
};

const images = new Set([".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".jp2", ".j2k", ".pdf"]);
/** Formats that may hold many pages: only these are opened to count. */
const manyPaged = new Set([".tif", ".tiff", ".pdf"]);
const codesTold = 500;

type Placed = { readonly path: string; readonly number: number | null };

/** Refuses source-missing, image-match-empty, task-cancelled. */
export async function matchImages(
  house: House,
  archive: OpenArchive,
  { folder }: Input<"image-matching.dry-run">,
  job: Job,
): Promise<MatchPlan> {
  const facts = await lstat(folder).catch(() => undefined);
  if (!facts?.isDirectory()) throw new Refusal("source-missing", { name: basename(folder) });
  const paths = await listSources([folder], job.signal);
  if (paths.length === 0) throw new Refusal("image-match-empty");
  const db = archive.connection.read;
  const items = listMatchableItems(db);
  const index = codesAsNames(items);
  const loose: LooseImage[] = [];
  const found = new Map<MatchableItem, Placed[]>();
  for (const path of paths) {
    const place = placeOf(folder, path, index);
    if ("reason" in place) loose.push({ path: relative(folder, path), reason: place.reason });
    else found.set(place.item, [...(found.get(place.item) ?? []), { path, number: place.number }]);
  }
  const matches: ImageMatch[] = [];
  const pathsOf = new Map<ItemId, readonly string[]>();
  let done = 0;
  for (const [item, placed] of found) {
    // Pages without a number keep the order a person would count the files in.
    const files = placed.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).map(({ path }) => path);
    const counted = await countPages(house, files, job, () => job.progress("核对影像", ++done, paths.length, "file"));
    for (const path of counted.unreadable) loose.push({ path: relative(folder, path), reason: "unreadable" });
    if (counted.readable.length === 0) continue;
    pathsOf.set(item.id, counted.readable);
    matches.push({
      itemId: item.id,
      archivalCode: item.code,
      outcome: judge(db, item, placed, counted.pages),
      files: counted.readable.map((path) => relative(folder, path)),
      imageCount: counted.pages,
      paperPageCount: item.paperPageCount,
    });
  }
  const without = new Map(
    items.filter((item) => item.carrier === "paper" && item.imageCount === 0).map((item) => [item.id, item.code]),
  );
  for (const { itemId } of matches) without.delete(itemId);
  const decided = matches.map(({ itemId, outcome, files }) => [itemId, outcome, files]);
  return {
    fileCount: paths.length,
    matches: matches.toSorted((a, b) => (a.archivalCode < b.archivalCode ? -1 : 1)),
    looseImages: loose,
    itemsWithoutFiles: { count: without.size, codes: [...without.values()].sort().slice(0, codesTold) },
    planDigest: createHash("sha256").update(JSON.stringify(decided)).digest("hex"),
    pathsOf,
  };
}

type Place =
  { readonly item: MatchableItem; readonly number: number | null } | { readonly reason: LooseImage["reason"] };

/** The file's own name first, then the folders it lies in, the nearest first. */
function placeOf(folder: string, path: string, index: CodeIndex): Place {
  if (!images.has(extname(path).toLowerCase())) return { reason: "not-an-image" };
  const stem = basename(path, extname(path));
  const folders = [basename(folder), ...relative(folder, path).split(sep).slice(0, -1)].reverse();
  const own = findCode(index, stem);
  if (own) return own;
  for (const name of folders) {
    const items = index.get(plainCode(name));
    if (!items) continue;
    const [item] = items;
    if (!item || items.length > 1) return { reason: "several-items" };
    const number = /(\d{1,5})\D*$/.exec(stem)?.[1];
    return { item, number: number === undefined ? null : Number(number) };
  }
  return { reason: "no-code" };
}

async function countPages(
  house: House,
  files: readonly string[],
  job: Job,
  told: () => void,
): Promise<{ pages: number; readable: string[]; unreadable: string[] }> {
  const readable: string[] = [];
  const unreadable: string[] = [];
  let pages = 0;
  for (const path of files) {
    refuseWhenCancelled(job.signal);
    told();
    if (!manyPaged.has(extname(path).toLowerCase())) {
      pages += 1;
      readable.push(path);
      continue;
    }
    const count = await pagesOf(house, path, job.signal);
    (count > 0 ? readable : unreadable).push(path);
    pages += count;
  }
  return { pages, readable, unreadable };
}

/** Pages of a PDF or TIFF; 0 for one that cannot be read. */
async function pagesOf(house: House, path: string, signal: AbortSignal): Promise<number> {
  try {
    const { bytes } = await readSource(path, signal);
    const { outcome, pageCount } = await checkSource(house.helpers, { path, bytes }, { signal });
    return outcome === "reject" ? 0 : pageCount;
  } catch (error) {
    if (error instanceof Refusal && error.code !== "task-cancelled") return 0;
    throw error;
  }
}

function judge(db: ReadDb, item: MatchableItem, placed: readonly Placed[], pages: number): ImageMatch["outcome"] {
  const numbers = placed.map(({ number }) => number);
  if (item.carrier === "sealed") return "sealed";
  if (isYearClosed(db, item)) return "year-closed";
  if (item.imageCount > 0) return "has-images";
  if (numbers.length > 1 && new Set(numbers).size < numbers.length && numbers.every((number) => number !== null))
    return "number-twice";
  return item.paperPageCount > 0 && item.paperPageCount !== pages ? "pages-differ" : "ready";
}

/** What the window and the command line are told. */
export async function dryRunMatching(
  house: House,
  archive: OpenArchive,
  input: Input<"image-matching.dry-run">,
  job: Job,
): Promise<Output<"image-matching.dry-run">> {
  const { pathsOf: _, ...report } = await matchImages(house, archive, input, job);
  return report;
}
