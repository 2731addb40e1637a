// An archive whose pages are read in the background by the real reader; papers are printed small, so that a page is quick.
import { writeFile } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineEvent } from "#contract/event";
import type { ReadingProgress } from "#contract/reading-queue";
import type { PageId } from "#contract/scan";
import { printPaper, type PaperLook, type PrintedLine } from "#test/fixtures/printed-paper";
import { freshArchive, type TestArchive } from "./archive.ts";

export type ReadingArchive = TestArchive & {
  /** Prints papers, one picture each, takes them in and gives their pages in order. */
  takeIn(papers: readonly (readonly PrintedLine[])[], look?: PaperLook): Promise<PageId[]>;
  /** Resolves when no page waits any more. */
  allRead(): Promise<ReadingProgress>;
};

const patience = 90_000;

/** Looks again and again until it is so. */
export async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function readingArchive(): Promise<ReadingArchive> {
  const archive = await freshArchive({ readsPages: true });
  let count = 0;
  return {
    ...archive,
    async takeIn(papers, look = { dpi: 110 }) {
      const paths: string[] = [];
      for (const lines of papers) {
        const path = join(archive.around, `扫描${String(++count).padStart(3, "0")}.jpg`);
        await writeFile(path, await printPaper(lines, look));
        paths.push(path);
      }
      const { outcomes } = await archive.engine.ask("scan.accept", { paths });
      return outcomes.flatMap((outcome) => outcome.pageIds);
    },
    allRead: () =>
      until(async () => {
        const state = await archive.engine.ask("reading.state", {});
        return state.waiting === 0 && !state.isReading ? state : undefined;
      }),
  };
}

/** Pages in the order they were done. */
export const doneIn = (events: readonly EngineEvent[]): PageId[] =>
  events.flatMap((event) => (event.kind === "reading" && event.pageId !== null ? [event.pageId] : []));

/** Processes of the reader that belong to this one (Linux). */
export const readerPids = (): number[] =>
  readdirSync("/proc/self/task")
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" "))
    .filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("reading-helper"))
    .map(Number);
