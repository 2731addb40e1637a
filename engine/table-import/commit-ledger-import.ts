// 导入台账: every usable row that is not there yet, as one act in one transaction; a second time nothing is left to do (product T16).
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { leavingLog, settleLog } from "#db/health";
import { journalHead } from "#db/journal";
import { addLedgerImport, findKnownDigests, keepLedgerChoices } from "#db/ledger-import";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { beginAct, keepNewRows, type Act } from "#engine/ledger/keep-rows";
import { ledgerForWriting } from "#engine/ledger/ledger-for-writing";
import { rowMaker, type BegunAct, type NewRow } from "#engine/ledger/new-row";
import { told } from "#engine/ledger/write-rows";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { ledgerHeadingDigest, prepareLedgerCommit } from "./prepare-ledger-import.ts";
import type { PreparedLedgerImport, PreparedLedgerRow } from "./prepared-ledger-import.ts";

const act: Act = { kind: "import", why: "" };
const rowsInTurn = 500;
/** Rows made ready beforehand; those of a longer table are made while it is written, or they would fill the memory. */
const mostAhead = 20_000;

type ReadyImport = {
  readonly id: string;
  readonly begun: BegunAct;
  readonly fresh: readonly PreparedLedgerRow[];
  /** Each as it is to be written; to be gone through once. */
  readonly rows: Iterable<NewRow>;
};

/**
 * Writes down what was looked at, or reads the table again where that does not stand any more. Sealing and sorting is done in turns
 * beforehand, so that the one transaction in which the engine answers nobody else only writes. Stopping is possible until it begins;
 * it leaves nothing. Refuses import-changed-meanwhile when the reading is not the one that was looked at.
 */
export async function commitLedgerImport(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.import">,
  job: Job,
): Promise<Output<"ledger.import">> {
  const prepared = await prepareLedgerCommit(house, archive, input, job);
  if (input.planDigest !== undefined && input.planDigest !== prepared.planDigest)
    throw new Refusal("import-changed-meanwhile");
  const { counts, findings } = prepared;
  const answer = { ...counts, findings: [...findings] };
  const fresh = prepared.rows.filter(({ isKnown }) => !isKnown);
  const count = fresh.length;
  refuseWhenCancelled(job.signal);
  if (count === 0) return { ...answer, importId: null, rowsMade: 0 };
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const ready = await makeReady(desk, prepared, fresh, job);
  job.progress("写入", 0, count, "row");
  await nextTurn();
  refuseWhenCancelled(job.signal);
  const { raw } = archive.connection;
  const write = (): Promise<string> =>
    writeStep(house, archive, "ledger.import", (db) => writeAll(db, desk, prepared, ready));
  const importId = await leavingLog(raw, write);
  // Once it is answered.
  setImmediate(() => settleLog(raw));
  job.progress("写入", count, count, "row");
  return { ...answer, importId, rowsMade: count };
}

/** Names, keys, seals and sorts the rows in turns. Refuses task-cancelled. */
async function makeReady(
  desk: Desk,
  { ledger }: PreparedLedgerImport,
  fresh: readonly PreparedLedgerRow[],
  { progress, signal }: Job,
): Promise<ReadyImport> {
  const id = desk.makeId();
  const begun = beginAct(desk, act);
  const makeRow = rowMaker(desk, ledger, begun);
  const make = ({ after, digest }: PreparedLedgerRow): NewRow => makeRow(after, { id, digest });
  const ahead: NewRow[] = [];
  for (const row of fresh.slice(0, mostAhead)) {
    if (ahead.push(make(row)) % rowsInTurn !== 0) continue;
    progress("逐行加密", ahead.length, fresh.length, "row");
    await nextTurn();
    refuseWhenCancelled(signal);
  }
  function* rows(): Generator<NewRow, void> {
    yield* ahead;
    for (const row of fresh.slice(mostAhead)) yield make(row);
  }
  return { id, begun, fresh, rows: rows() };
}

function writeAll(
  db: WriteDb,
  desk: Desk,
  { ledger, sheets, sourceName, fileDigest, comparedAt }: PreparedLedgerImport,
  { id, begun, fresh, rows }: ReadyImport,
): Written<string> {
  const { archive, clock } = desk;
  // Another hand may have been quicker: closed or redesigned it, or taken in the same table.
  const now = ledgerForWriting(db, ledger.id);
  const digests = fresh.map(({ digest }) => digest);
  const isCompared = journalHead(db).hash === comparedAt;
  if (now.revision !== ledger.revision || (!isCompared && findKnownDigests(db, ledger.id, digests).size > 0))
    throw new Refusal("import-changed-meanwhile");
  const { changeId } = begun;
  keepNewRows(db, desk, ledger, { act, begun, count: fresh.length }, rows);
  addLedgerImport(db, {
    ...{ id, ledgerId: ledger.id, changeId, sourceName, rowCount: fresh.length },
    ...{ fileDigest, importedAt: clock.now(), importedBy: archive.person.id },
  });
  for (const { headings, columns } of sheets)
    keepLedgerChoices(
      db,
      ledgerHeadingDigest(archive, headings),
      ledger.id,
      columns.filter(({ isRefused }) => !isRefused),
    );
  return { ...told(changeId, ledger), output: id, nouns: ["ledger-row", "import"] };
}
