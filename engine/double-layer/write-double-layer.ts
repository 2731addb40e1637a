// 导出双层 PDF / OFD: every item that may leave, one after another; what failed or stayed is told beside what was written.
import { stat } from "node:fs/promises";
import type { Input, Output } from "#contract/contract";
import type { DoubleLayerOutcome } from "#contract/double-layer";
import { Refusal, type RefusalCode } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { pageLimit } from "#engine/helper/decode-limits";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { refusalOfIo } from "#engine/refuse-io";
import { freeBytes } from "#engine/vault/ballast";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { Bookmark } from "./document.ts";
import { gatherItems, isRead, type GatheredItem } from "./gather-items.ts";
import { fileNames } from "./name-files.ts";
import { writeOneFile, type DoubleLayer } from "./write-one-file.ts";

/** Bytes of page images in one file: it is read back whole by a helper of one gigabyte. */
const mostInFile = 320 * 1024 * 1024;
/** Refusals that every further item would meet as well. */
const endsTheRun: readonly RefusalCode[] = ["disk-full", "target-not-writable", "target-lost", "task-cancelled"];

type Paged = DoubleLayer["pages"][number];

/** Pages in runs small enough for a file each. */
function inFiles(pages: readonly Paged[], most: number): Paged[][] {
  const files: Paged[][] = [];
  let size = 0;
  for (const each of pages) {
    const current = files.at(-1);
    if (!current || size + each.page.size > most || current.length === pageLimit) {
      files.push([each]);
      size = each.page.size;
    } else {
      current.push(each);
      size += each.page.size;
    }
  }
  return files;
}

const pagesOf = ({ item, label, pages }: GatheredItem): Paged[] =>
  pages.map((page) => ({ page, label, itemId: item.id }));

/** A bookmark where each item begins. */
function bookmarksOf(pages: readonly Paged[], items: readonly GatheredItem[]): Bookmark[] {
  if (items.length < 2) return [];
  return pages.flatMap(({ itemId }, page) => {
    const of = itemId === pages[page - 1]?.itemId ? undefined : items.find(({ item }) => item.id === itemId);
    return of ? [{ label: `${of.label} ${of.title}`, page }] : [];
  });
}

function outcomeOf(
  { item, label, title, pages }: GatheredItem,
  outcome: DoubleLayerOutcome["outcome"],
  refusal: Refusal | null,
  paths: readonly string[] = [],
): DoubleLayerOutcome {
  const isWritten = outcome === "written";
  return {
    ...{ itemId: item.id, label, title, outcome, paths },
    code: refusal?.code ?? "ok",
    message: refusal ? sayRefusal(refusal.code, { name: label, ...refusal.details }) : "",
    pageCount: isWritten ? pages.length : 0,
    unreadPageCount: isWritten ? pages.filter((page) => !isRead(page)).length : 0,
  };
}

async function checkFolder(into: string, bytes: number): Promise<void> {
  const found = await stat(into).catch(() => undefined);
  if (!found?.isDirectory()) throw new Refusal("target-not-writable");
  if ((await freeBytes(into)) < bytes) throw new Refusal("disk-full");
}

/** Refuses as double-layer.write declares; nothing half-written stays. */
export async function writeDoubleLayer(
  house: House,
  archive: OpenArchive,
  input: Input<"double-layer.write">,
  job: Job,
): Promise<Output<"double-layer.write">> {
  const gathered = gatherItems(archive.connection.read, input.itemIds);
  const leaving = gathered.filter(({ refused }) => refused === null);
  const [only] = gathered;
  if (gathered.length === 1 && only?.refused) throw only.refused;
  if (leaving.length === 0) throw new Refusal("double-layer-empty");
  const pages = leaving.flatMap((each) => each.pages);
  await checkFolder(
    input.into,
    pages.reduce((sum, { size }) => sum + size, 0),
  );
  let done = 0;
  const step = (): void => job.progress("写出并核对", (done += 1), pages.length * 2, "page");
  const nameOf = fileNames();
  const groups = input.arrangement === "one" ? [leaving] : leaving.map((each) => [each]);
  const outcomes = new Map(gathered.map((each) => [each.item.id, outcomeOf(each, "left-out", each.refused)]));
  let fileCount = 0;
  let ended: Refusal | undefined;
  for (const group of groups) {
    const tell = (outcome: "written" | "failed", refusal: Refusal | null, paths: readonly string[]): void =>
      group.forEach((each) => outcomes.set(each.item.id, outcomeOf(each, outcome, refusal, paths)));
    if (ended) {
      tell("failed", ended, []);
      continue;
    }
    const paths: string[] = [];
    try {
      for (const order of ordersOf(input, group, nameOf)) {
        const own = group.filter(({ item }) => order.pages.some(({ itemId }) => itemId === item.id));
        paths.push(await writeOneFile(house, archive, order, own, job, step));
        fileCount += 1;
      }
      tell("written", null, paths);
    } catch (error) {
      const known = refusalOfIo(error);
      if (!(known instanceof Refusal)) throw error;
      // Where nothing was written and nothing more can be, there is no list to tell.
      if (groups.length === 1 || (endsTheRun.includes(known.code) && fileCount === 0)) throw known;
      if (endsTheRun.includes(known.code)) ended = known;
      tell("failed", known, paths);
    }
  }
  return sum([...outcomes.values()], fileCount);
}

function ordersOf(
  input: Input<"double-layer.write">,
  group: readonly GatheredItem[],
  nameOf: (label: string) => string,
): DoubleLayer[] {
  const [first] = group;
  const isOne = group.length > 1;
  const usual = isOne ? `${first?.label ?? ""} 等${group.length}件` : (first?.label ?? "");
  const name = nameOf(input.arrangement === "one" && input.name !== "" ? input.name : usual);
  const files = inFiles(group.flatMap(pagesOf), mostInFile);
  return files.map((pages, at) => ({
    format: input.format,
    into: input.into,
    name: files.length === 1 ? name : `${name}_${at + 1}`,
    title: isOne ? name : (first?.title ?? ""),
    author: isOne ? "" : (first?.item.creator ?? ""),
    pages,
    bookmarks: bookmarksOf(pages, group),
  }));
}

function sum(outcomes: readonly DoubleLayerOutcome[], fileCount: number): Output<"double-layer.write"> {
  const of = (outcome: DoubleLayerOutcome["outcome"]): number =>
    outcomes.filter((each) => each.outcome === outcome).length;
  return {
    outcomes: [...outcomes],
    fileCount,
    writtenCount: of("written"),
    pageCount: outcomes.reduce((total, each) => total + each.pageCount, 0),
    unreadPageCount: outcomes.reduce((total, each) => total + each.unreadPageCount, 0),
    leftOutCount: of("left-out"),
    failedCount: of("failed"),
  };
}
