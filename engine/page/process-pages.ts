// One recipe on many pages. Each page is durable when it is done; a run that was stopped is asked again and goes on where
// it was, because what was made of the same version by the same steps is found and not made twice.
import type { Input, Output } from "#contract/contract";
import type { ImageRecipe, ImageStep } from "#contract/derivative";
import type { ProcessOutcome } from "#contract/page-tool";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { listVersions, showVersion, shownVersionOf } from "#db/page-version";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { makeDerivative } from "./make-derivative.ts";
import { refuseFixedPages } from "./refuse-fixed-pages.ts";

/** Pages worked on at the same time: there are two helpers. */
const atOnce = 2;

/** Whether a step that was done is the one asked: a slant that was to be measured may be any. */
function isSameStep(asked: ImageStep, done: ImageStep | undefined): boolean {
  if (asked.kind === "straighten" && asked.degrees === null) return done?.kind === "straighten";
  if (asked.kind === "crop")
    return done?.kind === "crop" && done.left === asked.left && done.top === asked.top && done.width <= asked.width;
  return JSON.stringify(asked, keysOf(asked)) === JSON.stringify(done, keysOf(asked));
}
const keysOf = (step: ImageStep): string[] => [...Object.keys(step), "x", "y"].sort();

function findMade(db: ReadDb, pageId: PageId, from: number, recipe: ImageRecipe): number | undefined {
  return listVersions(db, pageId).find((version) => {
    if (version.madeFrom !== from) return false;
    const done = JSON.parse(version.recipe) as ImageRecipe;
    return done.length === recipe.length && recipe.every((step, at) => isSameStep(step, done[at]));
  })?.number;
}

/** Refusals of one page are its outcome; a full disk ends the run. Refuses as page.process declares. */
export async function processPages(
  house: House,
  archive: OpenArchive,
  { pages, recipe }: Input<"page.process">,
  job: Job,
): Promise<Output<"page.process">> {
  const db = archive.connection.read;
  const ids = pages.map((each) => each.pageId);
  refuseFixedPages(db, ids);
  const before = new Map(ids.map((id) => [id, shownVersionOf(db, id) ?? 1]));
  const outcomes: ProcessOutcome[] = [];
  const changed: PageId[] = [];
  let fatal: Refusal | undefined;
  let next = 0;
  const one = async ({ pageId, from }: (typeof pages)[number]): Promise<ProcessOutcome> => {
    try {
      const known = from === null ? undefined : findMade(db, pageId, from, recipe);
      if (known !== undefined) await showAgain(house, archive, pageId, known);
      const number =
        known ?? (await makeDerivative(house, archive, pageId, recipe, job, { from: from ?? undefined })).number;
      changed.push(pageId);
      return { pageId, number, code: "ok", message: "" };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "disk-full") fatal = error;
      return { pageId, number: null, code: error.code, message: sayRefusal(error.code, error.details) };
    }
  };
  job.progress("处理", 0, pages.length, "page");
  const worker = async (): Promise<void> => {
    while (next < pages.length && !job.signal.aborted && fatal === undefined) {
      const page = pages[next++];
      if (!page) return;
      const outcome = await one(page);
      if (outcome.code !== "task-cancelled") outcomes.push(outcome);
      job.progress("处理", outcomes.length, pages.length, "page");
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  if (changed.length > 0) await keepWayBack(house, archive, changed, before);
  for (const each of ended) if (each.status === "rejected") throw each.reason as Error;
  if (fatal) throw fatal;
  const doneCount = outcomes.filter((each) => each.number !== null).length;
  return { outcomes, doneCount, refusedCount: outcomes.length - doneCount, isCut: outcomes.length < pages.length };
}

async function showAgain(house: House, archive: OpenArchive, pageId: PageId, number: number): Promise<void> {
  if (shownVersionOf(archive.connection.read, pageId) === number) return;
  await writeStep(house, archive, "page.process", (db) => {
    refuseFixedPages(db, [pageId]);
    showVersion(db, pageId, number);
    return { output: undefined, objectId: pageId, after: number, keepsUndo: true, nouns: ["page"] };
  });
}

/** One way back for all pages that were done. */
function keepWayBack(
  house: House,
  archive: OpenArchive,
  changed: readonly PageId[],
  before: ReadonlyMap<PageId, number>,
): Promise<void> {
  return writeStep(house, archive, "page.process", () => ({
    output: undefined,
    objectId: changed[0] ?? "",
    after: changed,
    undo: {
      name: "page.show-version",
      input: { pages: changed.map((pageId) => ({ pageId, number: before.get(pageId) ?? 1 })) },
    },
    nouns: ["page"],
  }));
}
