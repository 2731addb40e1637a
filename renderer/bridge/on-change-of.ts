// A read looks again after a write that concerns it: once for all announcements of a moment, because a busy engine must
// not keep the page from looking at all.
import type { Name } from "#contract/contract";
import { onEngineEvent } from "./engine-events.ts";
import { mustLookAgain } from "./refresh.ts";

/** Calls `lookAgain` at most once in `momentMs` after changes that concern `name`, until the returned function is called. */
export function onChangeOf(name: Name, lookAgain: () => void, momentMs: number): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const deaf = onEngineEvent((event) => {
    if (event.kind !== "changed" || !mustLookAgain(name, event.nouns)) return;
    due ??= setTimeout(() => {
      due = undefined;
      lookAgain();
    }, momentMs);
  });
  return () => {
    deaf();
    clearTimeout(due);
  };
}
