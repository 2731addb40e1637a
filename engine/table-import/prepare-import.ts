// What dry run and commit share: the file read, judged and compared with what the archive has.
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Input } from "#contract/contract";
import type { FondsId, Matter } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import type { TableFinding } from "#contract/table-finding";
import { listClosedYears } from "#db/filing-year";
import { listFonds, getFonds, listMatters } from "#db/fonds";
import { keyedDigest } from "#db/keys";
import { findBorneCodes, findKnownRows, listColumnChoices } from "#db/table-import";
import type { House } from "#engine/house";
import { normaliseHeading } from "#engine/input/normalise-heading";
import { refuseWhenCancelled, type Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { shown } from "./cell-text.ts";
import type { RowReading } from "./judge-row.ts";
import { judgeTable, type TableReading } from "./judge-table.ts";
import { readTableFile } from "./read-table-file.ts";
import { sayFinding } from "./say-finding.ts";

export type PreparedRow = RowReading & { readonly fingerprint: string; readonly isKnown: boolean };
export type PreparedImport = {
  readonly reading: TableReading;
  readonly findings: readonly TableFinding[];
  readonly fondsId: FondsId;
  readonly sourceName: string;
  readonly rows: readonly PreparedRow[];
  readonly planDigest: string;
};

const rowsInTurn = 500;

/** The name under which the reading of these headings is remembered: no value of any row goes into it. */
export const headingDigest = (archive: OpenArchive, headings: readonly string[]): string =>
  keyedDigest(archive.keys.hmac, ["headings", headings.map(normaliseHeading)]);

/** Reads, judges, compares. Refuses what reading refuses, fonds-not-found, fonds-closed, table-without-heading, task-cancelled. */
export async function prepareImport(
  house: House,
  archive: OpenArchive,
  input: Input<"import.dry-run">,
  job: Job,
): Promise<PreparedImport> {
  const db = archive.connection.read;
  const fonds = input.fondsId ? getFonds(db, input.fondsId) : listFonds(db).find(({ closedOn }) => closedOn === "");
  if (!fonds) throw new Refusal("fonds-not-found");
  if (fonds.closedOn !== "") throw new Refusal("fonds-closed", { name: fonds.name, date: fonds.closedOn });
  const fondsId = fonds.id;
  const isOpen = (matter: Matter): boolean =>
    matter.fondsId === fondsId && matter.category === input.category && matter.closedOn === "";
  const file = await readTableFile(house, input.path, job);
  const total = file.content.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const reading = await judgeTable(file.content, {
    as: input.as,
    category: input.category,
    year: input.year ?? null,
    terms: input.terms,
    matters: listMatters(db).filter(isOpen),
    today: house.clock.now().slice(0, 10),
    keepsRepeats: input.keepsRepeats,
    closedYears: new Set(listClosedYears(db, { fondsId, category: input.category }).map(({ year }) => year)),
    headRowOf: (sheet) => input.headRows.find((each) => each.sheet === sheet)?.row,
    chosenOf: (sheet) => input.mapping.filter((each) => each.sheet === sheet),
    rememberedOf: (headings) => listColumnChoices(db, headingDigest(archive, headings), input.as),
    turn: async (rows) => {
      if (rows % rowsInTurn !== 0) return;
      job.progress("逐行核对", Math.min(rows, total), total, "row");
      await setImmediate();
      refuseWhenCancelled(job.signal);
    },
  });
  const rows = fingerprintRows(archive, input, fondsId, reading.usable);
  const known = findKnownRows(
    db,
    rows.map(({ fingerprint }) => fingerprint),
  );
  const prepared = rows.map((row) => ({ ...row, isKnown: known.has(row.fingerprint) }));
  const fields = reading.sheets.map(({ name, headRow, columns }) => [name, headRow, columns.map(({ field }) => field)]);
  const decided = [file.sha256, fondsId, input.as, input.category, input.terms, input.year, input.keepsRepeats, fields];
  return {
    reading,
    findings: [...reading.findings, ...findCodesInArchive(archive, prepared)].sort(inOrder(reading)),
    fondsId,
    sourceName: file.name,
    rows: prepared,
    planDigest: createHash("sha256").update(JSON.stringify(decided)).digest("hex"),
  };
}

/** The same words stand for the same row, whatever the order of the columns; the second of two equal rows is the second. */
function fingerprintRows(
  archive: OpenArchive,
  input: Input<"import.dry-run">,
  fondsId: FondsId,
  usable: readonly RowReading[],
): (RowReading & { fingerprint: string })[] {
  const times = new Map<string, number>();
  return usable.map((row) => {
    const words = JSON.stringify([row.year, row.source]);
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    const fingerprint = keyedDigest(archive.keys.hmac, ["table-row", input.as, fondsId, words, time]);
    return { ...row, fingerprint };
  });
}

function findCodesInArchive({ connection }: OpenArchive, rows: readonly PreparedRow[]): TableFinding[] {
  const fresh = rows.filter(({ archivalCode, isKnown }) => archivalCode !== "" && !isKnown);
  const borne = findBorneCodes(connection.read, [...new Set(fresh.map(({ archivalCode }) => archivalCode))]);
  return fresh
    .filter(({ archivalCode }) => borne.has(archivalCode))
    .map(({ sheet, row, archivalCode }) =>
      sayFinding({ sheet, row, column: "" }, "code-in-archive", { value: shown(archivalCode) }),
    );
}

function inOrder({ sheets }: TableReading): (a: TableFinding, b: TableFinding) => number {
  const placeOf = new Map(sheets.map(({ name }, at) => [name, at]));
  return (a, b) => (placeOf.get(a.sheet) ?? 0) - (placeOf.get(b.sheet) ?? 0) || a.row - b.row;
}

/** The counts of a reading, as the contract has them. */
export const countsOf = ({ reading, rows }: PreparedImport) => ({
  rowsRead: reading.rowsRead,
  rowsUsable: reading.usable.length,
  skipped: reading.skipped,
  rowsRefused: reading.rowsRefused,
  rowsRepeated: reading.rowsRepeated,
  rowsKnown: rows.filter(({ isKnown }) => isKnown).length,
});
