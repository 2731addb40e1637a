// What looking and writing share: the file read, judged as rows of the ledger, and compared with what the ledger has.
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Input } from "#contract/contract";
import type { LedgerImportFinding } from "#contract/ledger-import-finding";
import type { Ledger } from "#contract/ledger";
import type { RowEntry } from "#contract/ledger-write";
import { Refusal } from "#contract/refusal";
import { keyedDigest } from "#db/keys";
import { findKnownDigests, listLedgerChoices } from "#db/ledger-import";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { normaliseHeading } from "#engine/input/normalise-heading";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { ledgerForWriting } from "#engine/ledger/ledger-for-writing";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { LedgerTableRow } from "./judge-ledger-row.ts";
import { judgeLedgerTable, type LedgerTableReading } from "./judge-ledger-table.ts";
import { readTableFile } from "./read-table-file.ts";
import { settleLedgerRows, type SettledRows } from "./settle-ledger-rows.ts";

export type PreparedLedgerRow = LedgerTableRow & { readonly digest: string; readonly isKnown: boolean };
export type PreparedLedgerImport = {
  readonly ledger: Ledger;
  readonly reading: LedgerTableReading;
  readonly settled: SettledRows;
  readonly findings: readonly LedgerImportFinding[];
  readonly sourceName: string;
  readonly rows: readonly PreparedLedgerRow[];
  readonly planDigest: string;
};

const rowsInTurn = 500;

/** The name under which the reading of these headings is remembered: no value of any row goes into it. */
export const ledgerHeadingDigest = (archive: OpenArchive, headings: readonly string[]): string =>
  keyedDigest(archive.keys.hmac, ["ledger-headings", headings.map(normaliseHeading)]);

/** Reads, judges, compares. Refuses what reading refuses, ledger-not-found, ledger-not-open, ledger-table-unlike, task-cancelled. */
export async function prepareLedgerImport(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.check-import">,
  job: Job,
): Promise<PreparedLedgerImport> {
  const db = archive.connection.read;
  const ledger = ledgerForWriting(db, input.ledgerId);
  const file = await readTableFile(house, input.path, job);
  const total = file.content.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const turn =
    (phase: string) =>
    async (rows: number): Promise<void> => {
      if (rows % rowsInTurn !== 0) return;
      job.progress(phase, Math.min(rows, total), total, "row");
      await setImmediate();
      refuseWhenCancelled(job.signal);
    };
  const links = new Map<string, Record<string, string>>();
  for (const { sheet, row, column, residentId } of input.residents)
    links.set(`${row} ${sheet}`, { ...links.get(`${row} ${sheet}`), [column]: residentId });
  const reading = await judgeLedgerTable(file.content, {
    columns: ledger.columns,
    sheets: input.sheets,
    headRowOf: (sheet) => input.headRows.find((each) => each.sheet === sheet)?.row,
    chosenOf: (sheet) => input.mapping.filter((each) => each.sheet === sheet),
    rememberedOf: (headings) => listLedgerChoices(db, ledgerHeadingDigest(archive, headings), ledger.id),
    words: input.words,
    linksOf: (sheet, row) => (links.get(`${row} ${sheet}`) ?? {}) as RowEntry["links"],
    turn: turn("读各列"),
  });
  if (reading.sheets.length === 0) throw new Refusal("ledger-table-unlike", { ledger: ledger.name });
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const { keepsRepeats } = input;
  const settled = await settleLedgerRows(db, desk, ledger, reading, { keepsRepeats, turn: turn("逐行核对") });
  const rows = digestRows(archive, ledger, settled.usable);
  const known = findKnownDigests(
    db,
    ledger.id,
    rows.map(({ digest }) => digest),
  );
  const columns = reading.sheets.map(({ name, headRow, columns: some }) => [
    name,
    headRow,
    some.map(({ column }) => column),
  ]);
  const decided = [file.sha256, ledger.id, ledger.revision, columns, input.words, input.residents, keepsRepeats];
  const placeOf = new Map(reading.sheets.map(({ name }, at) => [name, at]));
  return {
    ledger,
    reading,
    settled,
    findings: settled.findings.toSorted(
      (one, other) => (placeOf.get(one.sheet) ?? 0) - (placeOf.get(other.sheet) ?? 0) || one.row - other.row,
    ),
    sourceName: file.name,
    rows: rows.map((row) => ({ ...row, isKnown: known.has(row.digest) })),
    planDigest: createHash("sha256").update(JSON.stringify(decided)).digest("hex"),
  };
}

/** The same words stand for the same row, whatever the order of the columns; the second of two equal rows is the second. */
function digestRows(
  archive: OpenArchive,
  { id }: Ledger,
  usable: readonly LedgerTableRow[],
): (LedgerTableRow & { digest: string })[] {
  const times = new Map<string, number>();
  return usable.map((row) => {
    const words = JSON.stringify(row.source);
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { ...row, digest: keyedDigest(archive.keys.hmac, ["ledger-row", id, words, time]) };
  });
}

/** The counts of a reading, as the contract has them. */
export const ledgerCountsOf = ({ reading, settled, rows }: PreparedLedgerImport) => ({
  rowsRead: reading.rowsRead,
  rowsUsable: settled.usable.length,
  skipped: reading.skipped,
  rowsRefused: settled.rowsRefused,
  rowsRepeated: settled.rowsRepeated,
  rowsKnown: rows.filter(({ isKnown }) => isKnown).length,
});
