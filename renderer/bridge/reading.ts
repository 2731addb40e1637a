// How far 文字识别 is: told by the engine after every page, asked once when an archive is opened.
import { useEffect } from "react";
import type { ReadingState } from "#contract/reading";
import type { ReadingProgress } from "#contract/reading-queue";
import type { PageId } from "#contract/scan";
import { ask } from "./call.ts";
import { onEngineEvent } from "./engine-events.ts";
import { sayRefused, sayThrown } from "./notices.ts";
import { sayRefusal } from "#contract/refusal-text";
import { makeStore } from "./store.ts";

/** The figures, and how many pages were done when this run of pages began. */
type Run = { readonly progress: ReadingProgress; readonly doneBefore: number };
export const reading = makeStore<Run | undefined>(undefined);

const doneOf = ({ read, unreadable }: ReadingProgress): number => read + unreadable;

/** Takes new figures in; a run begins when pages wait after none did. */
function take(progress: ReadingProgress): void {
  reading.set((now) => ({
    progress,
    doneBefore: now && now.progress.waiting > 0 ? Math.min(now.doneBefore, doneOf(progress)) : doneOf(progress),
  }));
}

/** Pages done in this run, and pages of the whole run. */
export function runOf({ progress, doneBefore }: Run): { done: number; total: number } {
  const done = doneOf(progress) - doneBefore;
  return { done, total: done + progress.waiting };
}

/** Asks how far reading is, e.g. after pages came in: the engine tells it only when a page is done. */
export const askReading = (): Promise<void> => ask("reading.state", {}).then(take, () => undefined);

/** Stops reading or lets it go on. */
export async function pauseReading(isPaused: boolean): Promise<void> {
  await ask(isPaused ? "reading.pause" : "reading.resume", {}).then(take, sayThrown);
}

const askAfter = 400;

/** Hears the engine as long as a desk is open: figures, and what work in the background had to refuse. */
export function useReadingWatch(): void {
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    reading.set(undefined);
    void askReading();
    const deaf = onEngineEvent((event) => {
      if (event.kind === "reading") take(event.progress);
      else if (event.kind === "refused") sayRefused(sayRefusal(event.code, event.details), event.code);
      else if (event.kind === "changed" && event.nouns.some((noun) => ["scan", "page", "reading"].includes(noun)))
        due ??= setTimeout(() => {
          due = undefined;
          void askReading();
        }, askAfter);
    });
    return () => {
      deaf();
      clearTimeout(due);
    };
  }, []);
}

/** Calls back when one of these pages has been read. */
export function useOnRead(pageIds: readonly PageId[], onRead: () => void): void {
  const key = pageIds.join(" ");
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.kind === "reading" && event.pageId !== null && key.includes(event.pageId)) onRead();
      }),
    [key, onRead],
  );
}

export type PageReadingState = { readonly state: ReadingState; readonly characterCount: number };
