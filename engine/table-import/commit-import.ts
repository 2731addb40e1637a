// 导入: every usable row that is not there yet, in one transaction; a second time nothing is left to do (product T16).
import type { Input, Output } from "#contract/contract";
import { tableImportId } from "#contract/table-import";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { addTableImport, addTableImportRow, findKnownRows, keepColumnChoices } from "#db/table-import";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { kindOfRegister, makeImportedEntries } from "./make-imported-entries.ts";
import { makeImportedItems } from "./make-imported-items.ts";
import { countsOf, headingDigest, prepareImport, type PreparedImport, type PreparedRow } from "./prepare-import.ts";

/** Makes one thing of each row and hands back their ids in order; calls `told` as it goes. */
export type MakeRows = (db: WriteDb, rows: readonly PreparedRow[], told: (done: number) => void) => readonly string[];

/**
 * Reads the table again and writes it down. Stopping is possible until the transaction begins; it leaves nothing.
 * Refuses import-changed-meanwhile when the reading is not the one that was looked at.
 */
export async function commitImport(
  house: House,
  archive: OpenArchive,
  input: Input<"import.commit">,
  job: Job,
): Promise<Output<"import.commit">> {
  const prepared = await prepareImport(house, archive, input, job);
  if (input.planDigest !== undefined && input.planDigest !== prepared.planDigest)
    throw new Refusal("import-changed-meanwhile");
  const rows = prepared.rows.filter(({ isKnown }) => !isKnown);
  const answer = { ...countsOf(prepared), findings: [...prepared.findings] };
  refuseWhenCancelled(job.signal);
  if (rows.length === 0) return { ...answer, importId: null, rowsMade: 0 };
  const told = (done: number): void => job.progress("写入", done, rows.length, "row");
  told(0);
  const { fondsId } = prepared;
  const desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const make: MakeRows =
    input.as === "register"
      ? (db, some, say) => makeImportedEntries(db, desk, fondsId, kindOfRegister(prepared.reading.sheets), some, say)
      : (db, some, say) => makeImportedItems(db, house, archive, fondsId, input.category, some, say);
  const importId = await writeStep(house, archive, "import.commit", (db) =>
    writeRows(db, house, archive, input, prepared, rows, make, told),
  );
  return { ...answer, importId, rowsMade: rows.length };
}

function writeRows(
  db: WriteDb,
  house: House,
  archive: OpenArchive,
  input: Input<"import.commit">,
  prepared: PreparedImport,
  rows: readonly PreparedRow[],
  make: MakeRows,
  told: (done: number) => void,
): Written<ReturnType<typeof tableImportId.parse>> {
  const id = tableImportId.parse(house.makeId());
  const fingerprints = rows.map(({ fingerprint }) => fingerprint);
  // Another import may have been quicker.
  if (findKnownRows(db, fingerprints).size > 0) throw new Refusal("import-changed-meanwhile");
  addTableImport(db, {
    id,
    usedAs: input.as,
    sourceName: prepared.sourceName,
    importedAt: house.clock.now(),
    importedBy: archive.person.id,
    rowCount: rows.length,
  });
  const objectIds = make(db, rows, told);
  rows.forEach(({ fingerprint, sheet, row }, at) =>
    addTableImportRow(db, { fingerprint, importId: id, sheet, sourceRow: row, objectId: objectIds[at] ?? "" }),
  );
  for (const { headings, columns } of prepared.reading.sheets)
    keepColumnChoices(
      db,
      headingDigest(archive, headings),
      input.as,
      columns.filter(({ isRefused }) => !isRefused),
    );
  return {
    output: id,
    objectId: id,
    after: fingerprints,
    undo: { name: "import.withdraw", input: { id } },
    nouns: ["import", "item", "filing", "register"],
  };
}
