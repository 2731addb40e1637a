// 导入台账: every usable row that is not there yet, as one act in one transaction; a second time nothing is left to do (product T16).
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { addLedgerImport, findKnownDigests, keepLedgerChoices } from "#db/ledger-import";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { keepRows } from "#engine/ledger/keep-rows";
import { ledgerForWriting } from "#engine/ledger/ledger-for-writing";
import { told } from "#engine/ledger/write-rows";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import {
  ledgerCountsOf,
  ledgerHeadingDigest,
  prepareLedgerImport,
  type PreparedLedgerImport,
} from "./prepare-ledger-import.ts";

/**
 * Reads the table again and writes it down. Stopping is possible until the transaction begins; it leaves nothing.
 * Refuses import-changed-meanwhile when the reading is not the one that was looked at.
 */
export async function commitLedgerImport(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.import">,
  job: Job,
): Promise<Output<"ledger.import">> {
  const prepared = await prepareLedgerImport(house, archive, input, job);
  if (input.planDigest !== undefined && input.planDigest !== prepared.planDigest)
    throw new Refusal("import-changed-meanwhile");
  const count = prepared.rows.filter(({ isKnown }) => !isKnown).length;
  const answer = { ...ledgerCountsOf(prepared), findings: [...prepared.findings] };
  refuseWhenCancelled(job.signal);
  if (count === 0) return { ...answer, importId: null, rowsMade: 0 };
  job.progress("写入", 0, count, "row");
  const importId = await writeStep(house, archive, "ledger.import", (db) => writeAll(db, house, archive, prepared));
  job.progress("写入", count, count, "row");
  return { ...answer, importId, rowsMade: count };
}

function writeAll(
  db: WriteDb,
  house: House,
  archive: OpenArchive,
  { ledger, rows, reading, sourceName }: PreparedLedgerImport,
): Written<string> {
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  // Another hand may have been quicker: closed or redesigned it, or taken in the same table.
  const now = ledgerForWriting(db, ledger.id);
  const fresh = rows.filter(({ isKnown }) => !isKnown);
  const digests = fresh.map(({ digest }) => digest);
  if (now.revision !== ledger.revision || findKnownDigests(db, ledger.id, digests).size > 0)
    throw new Refusal("import-changed-meanwhile");
  const id = house.makeId();
  const { changeId } = keepRows(
    db,
    desk,
    ledger,
    { kind: "import", why: "" },
    fresh.map(({ after, digest }) => ({ before: null, after, imported: { id, digest } })),
  );
  addLedgerImport(db, {
    ...{ id, ledgerId: ledger.id, changeId, sourceName, rowCount: fresh.length },
    ...{ importedAt: house.clock.now(), importedBy: archive.person.id },
  });
  for (const { headings, columns } of reading.sheets)
    keepLedgerChoices(
      db,
      ledgerHeadingDigest(archive, headings),
      ledger.id,
      columns.filter(({ isRefused }) => !isRefused),
    );
  return { ...told(changeId, ledger), output: id, nouns: ["ledger-row", "import"] };
}
