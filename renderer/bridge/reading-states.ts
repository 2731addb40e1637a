// Whether single pages were read, for the marks on thumbnails: many thumbnails ask at once, the engine is asked together.
import { useEffect } from "react";
import type { PageId } from "#contract/scan";
import { ask } from "./call.ts";
import { onEngineEvent } from "./engine-events.ts";
import type { PageReadingState } from "./reading.ts";
import { session } from "./session.ts";
import { makeStore } from "./store.ts";

const known = makeStore<ReadonlyMap<PageId, PageReadingState>>(new Map());
const wanted = new Set<PageId>();
let due: ReturnType<typeof setTimeout> | undefined;
let unlockedAt = "";
let isHearing = false;
const askAfter = 60;
const atOnce = 500;

async function askWanted(): Promise<void> {
  due = undefined;
  const pageIds = [...wanted].slice(0, atOnce);
  for (const id of pageIds) wanted.delete(id);
  // Marks are a help; without an answer a thumbnail has none.
  const found = await ask("reading.states", { pageIds }).catch(() => []);
  known.set((now) => {
    const next = new Map(now);
    for (const { pageId, ...state } of found) next.set(pageId, state);
    return next;
  });
  if (wanted.size > 0) want();
}

function want(...pageIds: readonly PageId[]): void {
  for (const id of pageIds) wanted.add(id);
  due ??= setTimeout(() => void askWanted(), askAfter);
}

function hear(): void {
  if (isHearing) return;
  isHearing = true;
  onEngineEvent((event) => {
    if (event.kind === "reading" && event.pageId !== null && known.get().has(event.pageId)) want(event.pageId);
    // Another image may be shown now, or a page waits again.
    if (event.kind === "changed" && event.nouns.some((noun) => noun === "page" || noun === "reading"))
      want(...[...known.get().keys()].slice(-atOnce));
  });
}

/** Whether a page was read; undefined while that is not known. */
export function useReadingState(pageId: PageId): PageReadingState | undefined {
  const states = known.use();
  useEffect(() => {
    hear();
    const opened = session.get()?.unlockedAt ?? "";
    // Nothing of one unlocking is shown in another.
    if (opened !== unlockedAt) {
      unlockedAt = opened;
      known.set(new Map());
    }
    if (!known.get().has(pageId)) want(pageId);
  }, [pageId]);
  return states.get(pageId);
}
