// 重建检索: the index emptied and made anew. Searching goes on meanwhile and says what it cannot reach yet.
import { setImmediate as turn } from "node:timers/promises";
import type { Output } from "#contract/contract";
import { countRows } from "#db/count-rows";
import { itemDueTable } from "#db/item-words";
import { pageDueTable } from "#db/page-words";
import { removeOldIndex } from "#db/old-index";
import { emptySearchIndex, gatherParts, mostParts, usualParts } from "#db/search-index";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { indexDue, type IndexPiece } from "./index-due.ts";
import { loadReadings } from "./say-readings.ts";

/** Somebody asked for it and looks on: larger pieces than in the background, a quarter of a second each. */
export const askedPiece: IndexPiece = { items: 100, pages: 240 };

/** Refuses task-cancelled; what is then left is indexed in the background. */
export async function rebuildIndex(
  house: House,
  archive: OpenArchive,
  _input: unknown,
  job: Job,
): Promise<Output<"search.rebuild">> {
  house.isRebuilding = true;
  try {
    return await rebuild(archive, job);
  } finally {
    house.isRebuilding = false;
    archive.connection.write((db) => gatherParts(db, usualParts));
  }
}

async function rebuild(archive: OpenArchive, job: Job): Promise<Output<"search.rebuild">> {
  const { read } = archive.connection;
  while (!removeOldIndex(archive.connection)) await turn();
  const sayReadings = await loadReadings();
  emptySearchIndex(archive.connection);
  archive.connection.write((db) => gatherParts(db, mostParts));
  const total = countRows(read, itemDueTable) + countRows(read, pageDueTable);
  const done = { items: 0, pages: 0 };
  for (;;) {
    refuseWhenCancelled(job.signal);
    const { items, pages } = indexDue(archive, sayReadings, askedPiece);
    if (items + pages === 0) return done;
    done.items += items;
    done.pages += pages;
    job.progress("重建检索", Math.min(total, done.items + done.pages), total, "row");
    await turn();
  }
}
