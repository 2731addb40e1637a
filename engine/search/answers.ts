// What this room answers.
import type { Reads, Tasks } from "#engine/handler";
import { findBoxes } from "./find-boxes.ts";
import { findItems } from "./find-items.ts";
import { findPeriods } from "./find-periods.ts";
import { findPages } from "./find-pages.ts";
import { markPage } from "./mark-page.ts";
import { rebuildIndex } from "./rebuild-index.ts";
import { showSearchState } from "./show-state.ts";
import { tallyHits } from "./tally-hits.ts";

export const searchReads = {
  "search.find": findItems,
  "search.find-pages": findPages,
  "search.find-boxes": findBoxes,
  "search.find-periods": findPeriods,
  "search.tally": tallyHits,
  "search.state": showSearchState,
  "search.mark-page": markPage,
} satisfies Partial<Reads>;

export const searchTasks = { "search.rebuild": rebuildIndex } satisfies Partial<Tasks>;
