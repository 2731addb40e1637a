// 导入期限表: a dry run with every finding, then all of it or nothing, into the draft and never into what is in force.
import { basename } from "node:path";
import type { Input, Output } from "#contract/contract";
import { scheduleRowId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import type { ScheduleImport } from "#contract/schedule-table";
import { listCategories } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { addRow, listRows, nextPosition, openDraft, versionInForce, type ScheduleRecord } from "#db/schedule";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { openHelperPool } from "#engine/helper/helper-pool";
import { formatName, identifyFormat } from "#engine/input/identify-format";
import { readSource } from "#engine/input/read-source";
import { readTableContent, type TableContent } from "#engine/input/read-table";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { ownRow } from "./add-row.ts";
import { compareImport, type ImportPlan } from "./compare-import.ts";
import { noteJudgement } from "./judge-row.ts";
import { copyToDraft } from "./keep-version.ts";
import { readScheduleTable } from "./read-schedule-table.ts";

/** Only what is read in a helper process comes back (personal-data: bytes of strangers are never opened here). */
async function readTable(path: string, job: Job): Promise<TableContent> {
  const { bytes } = await readSource(path, job.signal);
  const format = identifyFormat(bytes);
  const known = format === "text" ? "csv" : format;
  if (known !== "xlsx" && known !== "xls" && known !== "ods" && known !== "csv")
    throw new Refusal("format-unsupported", { actual: formatName[format] });
  const pool = openHelperPool({ name: "table-helper", size: 1 });
  try {
    return await readTableContent(pool, bytes, known, (rows) => job.progress("reading", rows, rows, "row"), job.signal);
  } finally {
    pool.close();
  }
}

function planOf(
  db: ReadDb,
  content: TableContent,
  input: Input<"schedule.import">,
): { plan: ImportPlan; told: ScheduleImport } {
  const categories = new Map(
    listCategories(db).flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]),
  );
  const table = readScheduleTable(content, categories, input.oldTerms);
  const base = openDraft(db) ?? versionInForce(db);
  const plan = compareImport(table.rows, base ? listRows(db, base.id) : []);
  const findings = [...table.findings, ...plan.findings];
  const counts = { added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged };
  return { plan, told: { rowsRead: table.rowsRead, ...counts, absent: plan.absent.length, findings } };
}

/** The dry run. Refuses what reading a table refuses; everything else is a finding. */
export async function checkScheduleImport(
  _house: House,
  archive: OpenArchive,
  input: Input<"schedule.check-import">,
  job: Job,
): Promise<Output<"schedule.check-import">> {
  const content = await readTable(input.path, job);
  return planOf(archive.connection.read, content, input).told;
}

/** Writes the plan into the draft; every change keeps who imported it and from which row of which file. */
function writePlan(
  db: WriteDb,
  plan: ImportPlan,
  input: Input<"schedule.import">,
  house: House,
  archive: OpenArchive,
): string {
  const file = basename(input.path);
  const draft = openDraft(db) ?? copyToDraft(db, "本单位保管期限表", house);
  const copies = new Map<string, ScheduleRecord>(
    listRows(db, draft.id).flatMap((row) => [[row.id, row] as const, [row.derivedFrom ?? row.id, row] as const]),
  );
  const judged = (row: ScheduleRecord): ScheduleRecord => copies.get(row.id) ?? row;
  const role = archive.person.roles.includes("clerk") ? "clerk" : "supervisor";
  const by = { person: archive.person, as: role, at: house.clock.now() } as const;
  for (const { at, row, fields } of plan.changed)
    noteJudgement(
      db,
      judged(row),
      { verdict: "correct", fields, reason: `导入「${file}」第 ${at.row} 行`.slice(0, 200) },
      by,
    );
  if (input.absent === "drop")
    for (const row of plan.absent)
      noteJudgement(
        db,
        judged(row),
        { verdict: "drop", fields: {}, reason: `导入的「${file}」没有这一条`.slice(0, 200) },
        by,
      );
  let position = nextPosition(db, draft.id);
  for (const { fields } of plan.added)
    addRow(db, {
      ...ownRow,
      ...fields,
      id: scheduleRowId.parse(house.makeId()),
      versionId: draft.id,
      position: position++,
    });
  return draft.id;
}

/**
 * The import itself. Anything that is an error or an open question refuses the whole file; a file that changes nothing
 * writes nothing. Refuses schedule-import-refused with the number of findings, and what reading a table refuses.
 */
export async function importSchedule(
  house: House,
  archive: OpenArchive,
  input: Input<"schedule.import">,
  job: Job,
): Promise<Output<"schedule.import">> {
  const content = await readTable(input.path, job);
  refuseWhenCancelled(job.signal);
  const { told } = planOf(archive.connection.read, content, input);
  const open = told.findings.filter((each) => each.weight !== "note").length;
  if (open > 0) throw new Refusal("schedule-import-refused", { count: open });
  const isChange = told.added + told.changed + (input.absent === "drop" ? told.absent : 0) > 0;
  if (!isChange) return { ...told, versionId: null };
  const versionId = await writeStep(house, archive, "schedule.import", (db) => {
    // Planned anew inside the transaction: what was read may have changed meanwhile.
    const { plan } = planOf(db, content, input);
    const hadDraft = openDraft(db) !== undefined;
    const id = writePlan(db, plan, input, house, archive);
    const counts = { added: plan.added.length, changed: plan.changed.length };
    const undo = { name: "schedule.discard-draft", input: { versionId: id } } as const;
    const wayBack = hadDraft ? { keepsUndo: true as const } : { undo };
    return { output: id, objectId: id, after: counts, ...wayBack, nouns: ["schedule"] };
  });
  return { ...told, versionId: versionId as ScheduleRecord["versionId"] };
}
