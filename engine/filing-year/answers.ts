// What the filing year answers.
import { listSources } from "#db/collection-list";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { showCheck } from "./check-year.ts";
import { closeYear } from "./close-year.ts";
import { correctRecord } from "./correct-record.ts";
import { showMissingSeries } from "./find-series.ts";
import { judgeCollection, remindCollection, restoreCollection } from "./judge-collection.ts";
import {
  addCollectionLine,
  expectAgain,
  listCollection,
  removeCollectionLine,
  reviseCollectionLine,
} from "./keep-collection.ts";
import { listDeadlines, postponeDeadline, withdrawDeadline } from "./keep-deadlines.ts";
import { addCollectionSource, reviseCollectionSource } from "./keep-sources.ts";
import { showCorrections } from "./list-corrections.ts";
import { showBoard } from "./show-board.ts";
import { showYear } from "./show-year.ts";
import { verifyHashes } from "./verify-hashes.ts";

export const filingYearReads = {
  "collection.sources": (db, { fondsId }) => listSources(db, fondsId),
  "collection.list": listCollection,
  "deadline.list": listDeadlines,
  "filing-year.show": showYear,
  "filing-year.board": showBoard,
  "filing-year.missing-series": showMissingSeries,
  "filing-year.check": showCheck,
  "filing-year.corrections": showCorrections,
} satisfies Partial<Reads>;

export const filingYearWrites = {
  "collection.add-source": addCollectionSource,
  "collection.revise-source": reviseCollectionSource,
  "collection.add": addCollectionLine,
  "collection.revise": reviseCollectionLine,
  "collection.remove": removeCollectionLine,
  "collection.judge": judgeCollection,
  "collection.remind": remindCollection,
  "collection.restore": restoreCollection,
  "collection.expect-again": expectAgain,
  "deadline.postpone": postponeDeadline,
  "deadline.withdraw": withdrawDeadline,
  "filing-year.close": closeYear,
  "filing-year.correct": correctRecord,
} satisfies Partial<Writes>;

export const filingYearTasks = { "filing-year.verify-hashes": verifyHashes } satisfies Partial<Tasks>;

/** Those that lead back from another write. */
export const filingYearWaysBack = {
  "collection.revise-source": reviseCollectionSource,
  "collection.add": addCollectionLine,
  "collection.revise": reviseCollectionLine,
  "collection.remove": removeCollectionLine,
  "collection.restore": restoreCollection,
  "deadline.withdraw": withdrawDeadline,
};
