// What no search of texts reaches: said beside every result, so that nothing found is never taken for nothing there (W16).
import type { Output } from "#contract/contract";
import { countPersonalPages, countUnread } from "#db/found-pages";
import type { ReadDb } from "#db/open";
import { countRestrictedImages } from "#db/search";
import { countDue } from "#db/search-index";

/** Pages not read, not readable, of restricted items, noticed as personal, and what the index still waits for. */
export function showSearchState(db: ReadDb): Output<"search.state"> {
  const unread = countUnread(db);
  const due = countDue(db);
  return {
    waitingPages: unread.waiting,
    unreadablePages: unread.unreadable,
    restrictedPages: countRestrictedImages(db),
    personalPages: countPersonalPages(db),
    dueItems: due.items,
    duePages: due.pages,
  };
}
