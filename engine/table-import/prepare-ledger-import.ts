// What looking and writing share: the file read, judged as rows of the ledger, and compared with what the ledger has.
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Input } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import type { RowEntry } from "#contract/ledger-write";
import { Refusal } from "#contract/refusal";
import { journalHead } from "#db/journal";
import { keyedDigest, keyObjectOf } from "#db/keys";
import { findKnownDigests, listLedgerChoices } from "#db/ledger-import";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { normaliseHeading } from "#engine/input/normalise-heading";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { ledgerForWriting } from "#engine/ledger/ledger-for-writing";
import type { OpenArchive } from "#engine/vault/open-archive";
import { dropImport, holdImport, takeImport } from "./held-import.ts";
import type { LedgerTableRow } from "./judge-ledger-row.ts";
import { judgeLedgerTable } from "./judge-ledger-table.ts";
import type { PreparedLedgerImport } from "./prepared-ledger-import.ts";
import { tellImportedBefore } from "./imported-before.ts";
import { openTableFile, type OpenedTable } from "./read-table-file.ts";
import { settleLedgerRows } from "./settle-ledger-rows.ts";

type Asked = Input<"ledger.check-import">;

const rowsInTurn = 500;

/** The name under which the reading of these headings is remembered: no value of any row goes into it. */
export const ledgerHeadingDigest = (archive: OpenArchive, headings: readonly string[]): string =>
  keyedDigest(archive.keys.hmac, ["ledger-headings", headings.map(normaliseHeading)]);

/**
 * On what a reading rests: the bytes of the file, what the clerk decided, the day, and an archive in which nothing was written since.
 * While all of it stands, the same reading comes out again.
 */
function groundsOf(house: House, archive: OpenArchive, { name, sha256 }: OpenedTable, input: Asked): string {
  const { ledgerId, mapping, headRows, sheets, words, residents, keepsRepeats } = input;
  const decided = [ledgerId, mapping, headRows, sheets, words, residents, keepsRepeats];
  const { hash } = journalHead(archive.connection.read);
  return JSON.stringify([name, sha256, decided, localDay(house.clock.now()), hash]);
}

/**
 * What is to be written: the reading the clerk has just looked at where it still stands, else the file read and judged anew. Refuses
 * as prepareLedgerImport does.
 */
export async function prepareLedgerCommit(
  house: House,
  archive: OpenArchive,
  input: Asked,
  job: Job,
): Promise<PreparedLedgerImport> {
  ledgerForWriting(archive.connection.read, input.ledgerId);
  // The bytes are read either way: what is written is what the file holds now.
  const file = await openTableFile(house, input.path, job);
  const held = takeImport(archive, groundsOf(house, archive, file, input));
  return held ?? judgeFile(house, archive, file, input, job);
}

/**
 * Reads, judges, compares, and holds the outcome for the writing. Refuses what reading refuses, ledger-not-found, ledger-not-open,
 * ledger-table-unlike, task-cancelled.
 */
export async function prepareLedgerImport(
  house: House,
  archive: OpenArchive,
  input: Asked,
  job: Job,
): Promise<PreparedLedgerImport> {
  ledgerForWriting(archive.connection.read, input.ledgerId);
  const file = await openTableFile(house, input.path, job);
  const grounds = groundsOf(house, archive, file, input);
  dropImport(archive);
  const prepared = await judgeFile(house, archive, file, input, job);
  holdImport(archive, grounds, prepared);
  return prepared;
}

async function judgeFile(
  house: House,
  archive: OpenArchive,
  file: OpenedTable,
  input: Asked,
  job: Job,
): Promise<PreparedLedgerImport> {
  const db = archive.connection.read;
  const ledger = ledgerForWriting(db, input.ledgerId);
  const content = await file.read();
  const total = content.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
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
  const reading = await judgeLedgerTable(content, {
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
  const comparedAt = journalHead(db).hash;
  const known = findKnownDigests(
    db,
    ledger.id,
    rows.map(({ digest }) => digest),
  );
  const fileDigest = keyedDigest(archive.keys.hmac, ["ledger-file", file.sha256]);
  const before =
    rows.length > known.size ? tellImportedBefore(db, ledger.id, { ...file, fileDigest }, reading, rows) : [];
  const columns = reading.sheets.map(({ name, headRow, columns: some }) => [
    name,
    headRow,
    some.map(({ column }) => column),
  ]);
  const decided = [file.sha256, ledger.id, ledger.revision, columns, input.words, input.residents, keepsRepeats];
  const placeOf = new Map(reading.sheets.map(({ name }, at) => [name, at]));
  const { rowsRead, skipped } = reading;
  const { rowsRefused, rowsRepeated, wordsAsked } = settled;
  return {
    ...{ ledger, sheets: reading.sheets, wordsAsked },
    counts: {
      ...{ rowsRead, rowsUsable: rows.length, skipped, rowsRefused, rowsRepeated },
      rowsKnown: rows.filter(({ digest }) => known.has(digest)).length,
    },
    findings: [...before, ...settled.findings].toSorted(
      (one, other) => (placeOf.get(one.sheet) ?? 0) - (placeOf.get(other.sheet) ?? 0) || one.row - other.row,
    ),
    ...{ sourceName: file.name, fileDigest, comparedAt },
    rows: rows.map((row) => ({ ...row, isKnown: known.has(row.digest) })),
    planDigest: createHash("sha256").update(JSON.stringify(decided)).digest("hex"),
  };
}

/** The same words stand for the same row, whatever the order of the columns; the second of two equal rows is the second. */
function digestRows(
  archive: OpenArchive,
  { id }: Ledger,
  usable: readonly LedgerTableRow[],
): (Pick<LedgerTableRow, "sheet" | "row" | "after"> & { readonly digest: string })[] {
  const times = new Map<string, number>();
  const key = keyObjectOf(archive.keys.hmac);
  return usable.map(({ sheet, row, after, source }) => {
    const time = (times.get(source) ?? 0) + 1;
    times.set(source, time);
    // What stood in the file is not held beyond what is kept of it.
    return { sheet, row, after, digest: keyedDigest(key, ["ledger-row", id, source, time]) };
  });
}
