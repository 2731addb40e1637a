// What the room of the retention schedule answers.
import { listVersions } from "#db/schedule";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { oldLabels } from "#engine/vault/starter-schedule";
import { addScheduleRow, removeAddedRow } from "./add-row.ts";
import { exportSchedule } from "./export-schedule.ts";
import { checkScheduleImport, importSchedule } from "./import-schedule.ts";
import { judgeRow, takeBackJudgement } from "./judge-row.ts";
import { discardDraft, draftVersion, enactVersion } from "./keep-version.ts";
import { readRow, showRows } from "./show-schedule.ts";
import { suggestTerm } from "./suggest-term.ts";

export const scheduleReads = {
  "schedule.versions": (db) => listVersions(db),
  "schedule.rows": showRows,
  "schedule.read-row": readRow,
  "schedule.old-labels": () => oldLabels(),
  "schedule.suggest": suggestTerm,
} satisfies Partial<Reads>;

export const scheduleWrites = {
  "schedule.judge": judgeRow,
  "schedule.take-back": takeBackJudgement,
  "schedule.add-row": addScheduleRow,
  "schedule.remove-row": removeAddedRow,
  "schedule.draft": draftVersion,
  "schedule.discard-draft": discardDraft,
  "schedule.enact": enactVersion,
} satisfies Partial<Writes>;

export const scheduleTasks = {
  "schedule.export": exportSchedule,
  "schedule.check-import": checkScheduleImport,
  "schedule.import": importSchedule,
} satisfies Partial<Tasks>;
