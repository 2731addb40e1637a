// 页面提示 of the tray, and the looking that finds them: it begins by itself while the tray is on the screen.
import { useEffect, useMemo, useRef } from "react";
import type { Output } from "#contract/contract";
import type { PageMark } from "#contract/page-mark";
import type { PageId } from "#contract/scan";
import { ask } from "./call.ts";
import { runTask } from "./tasks.ts";
import { useRead } from "./use-read.ts";

export type PageMarks = Pick<Output<"page-mark.tray">, "counts" | "markedCount" | "unlookedCount"> & {
  readonly of: (id: PageId) => readonly PageMark[];
};

const none: readonly PageMark[] = [];
/** A page or two between two stills is no task worth a line in the strip. */
const quietly = 8;
/** What comes in is waited for this long, in ms, so that looking never runs beside taking in. */
const settleAfter = 400;

/** Marks by page; `taskLabel` names the looking in the strip. */
export function usePageMarks(taskLabel: string): PageMarks {
  const { value } = useRead("page-mark.tray", {});
  const isLooking = useRef(false);
  const failedAt = useRef(-1);
  const waiting = value?.unlookedCount ?? 0;

  useEffect(() => {
    if (waiting === 0 || isLooking.current || failedAt.current === waiting) return;
    const due = setTimeout(() => {
      isLooking.current = true;
      const look =
        waiting <= quietly
          ? ask("page-mark.look", {}).catch(() => undefined)
          : runTask("page-mark.look", {}, { label: taskLabel });
      void look.then((done) => {
        isLooking.current = false;
        // Refused or stopped by hand: looked at again when other pages have come.
        failedAt.current = done ? -1 : waiting;
      });
    }, settleAfter);
    return () => clearTimeout(due);
  }, [waiting, value, taskLabel]);

  const byPage = useMemo(() => new Map(value?.marked.map(({ pageId, marks }) => [pageId, marks])), [value]);
  return {
    counts: value?.counts ?? [],
    markedCount: value?.markedCount ?? 0,
    unlookedCount: waiting,
    of: (id) => byPage.get(id) ?? none,
  };
}
