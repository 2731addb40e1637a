// What no search reaches, kept true without a write: pages are read and words go into the index in the background.
import { useEffect, useRef } from "react";
import type { Output } from "#contract/contract";
import { reading } from "#bridge/reading";
import { useRead } from "#bridge/use-read";

/** Looks while words go into the index, each after twice the time: every question holds off the locking of a desk nobody sits at. */
const mostLooks = 5;
const firstLookMs = 1000;

/** Looked at again when the last page has been read, and for half a minute while something is due. */
export function useSearchState(): Output<"search.state"> | undefined {
  const { value, lookAgain } = useRead("search.state", {});
  const isRead = reading.use()?.progress.waiting === 0;
  const looks = useRef(0);
  useEffect(() => {
    if (isRead) lookAgain();
  }, [isRead, lookAgain]);
  useEffect(() => {
    if (!value || value.dueItems + value.duePages === 0) {
      looks.current = 0;
      return;
    }
    if (looks.current >= mostLooks) return;
    const due = setTimeout(lookAgain, firstLookMs * 2 ** looks.current++);
    return () => clearTimeout(due);
  }, [value, lookAgain]);
  return value;
}
