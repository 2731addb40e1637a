// 起步保管期限表: the schedule an archive starts with, shipped as data. Every row is 待核对; the table is no annex of any order.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { scheduleRowId } from "#contract/place-of-item";
import { oldLabel, scheduleRow, scheduleVersionId, type OldLabel } from "#contract/schedule";
import type { WriteDb } from "#db/open";
import { addRow, addVersion } from "#db/schedule";
import { resourcePath } from "#engine/resources";

const starterFile = z.object({
  name: z.string(),
  note: z.string(),
  rows: z.array(
    scheduleRow.unwrap().omit({ versionId: true, position: true, status: true }).extend({ basis: z.string() }),
  ),
  oldLabels: z.array(oldLabel),
});

let known: z.infer<typeof starterFile> | undefined;
/** The shipped file. Throws when it was not shipped or is not what it should be. */
const starter = (): z.infer<typeof starterFile> =>
  (known ??= starterFile.parse(JSON.parse(readFileSync(resourcePath("starter-schedule.json"), "utf8"))));

/** Words on labels of before 2016, with the terms they then meant: help for reading, never a term for anything new. */
export const oldLabels = (): readonly OldLabel[] => starter().oldLabels;

/** Lays the starter as version 1, every row 待核对. */
export function layStarterSchedule(db: WriteDb, at: string): void {
  const { name, note, rows } = starter();
  const versionId = scheduleVersionId.parse("starter");
  addVersion(db, { id: versionId, name, state: "starter", validFrom: "", madeAt: at, note });
  rows.forEach((row, index) =>
    addRow(db, {
      ...row,
      id: scheduleRowId.parse(row.id),
      versionId,
      position: index + 1,
      status: "to-verify",
      judgedBy: "",
      judgedAt: "",
      derivedFrom: null,
    }),
  );
}
