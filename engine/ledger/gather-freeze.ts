// The rows of one period as they are frozen: what stays of each, what is left blank, and a digest of every row.
import type { FreezeForm } from "#contract/ledger-freeze";
import type { LedgerColumn } from "#contract/ledger-column";
import { periodKindOf } from "#contract/ledger-period";
import type { Ledger, LedgerPeriod } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { getContentKey } from "#db/keys";
import { listResidentNames, type RowDigests } from "#db/ledger-freeze";
import { listSeqs } from "#db/ledger-order";
import { getRecords, listRows, type RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { isWrittenFreely, leftOutOf } from "./frozen-columns.ts";
import { knowPersons, looksLikeName, saysWhatIsRefused, type KnownPersons } from "./known-persons.ts";
import { outwardCells } from "./neutral-titles.ts";
import { periodRange } from "./period-range.ts";
import { digestRow } from "./row-digest.ts";
import { openSecrets } from "./row-state.ts";

export const mask = "●●●●";
/** Stands where a cell was left blank because it may name somebody. */
export const withheld = "（可能含个人信息，未列出）";
const restricted = "（限制处理，未列出）";
/** A cell longer than this goes on in a line of its own: paper cannot carry it in one. */
const longest = 240;

export type PeriodRows = {
  readonly ledger: Ledger;
  readonly period: LedgerPeriod;
  readonly records: readonly RowRecord[];
  readonly attachmentCounts: ReadonlyMap<number, number>;
  readonly digests: RowDigests;
  readonly lateCount: number;
  readonly restrictedCount: number;
  readonly known: KnownPersons;
  /** What each row has of somebody, by number. */
  readonly ofPersons: ReadonlyMap<number, readonly string[]>;
  readonly said: ReturnType<typeof outwardCells>;
};

export type FrozenTable = {
  readonly columns: readonly LedgerColumn[];
  /** Lines as printed; a long row has several. */
  readonly lines: readonly (readonly string[])[];
  readonly findings: readonly { readonly rowNumber: number; readonly heading: string }[];
};

/** What each row has of somebody, sealed values too: it is looked for in texts and forgotten. */
function valuesOfPersons(
  db: ReadDb,
  { archive }: Desk,
  ledger: Ledger,
  records: readonly RowRecord[],
): Map<number, string[]> {
  const personal = ledger.columns.filter((column) => !["", "paper"].includes(leftOutOf(column)));
  return new Map(
    records.map((record) => {
      const key = record.sealed && getContentKey(db, archive.keys, record.id);
      const own = personal.filter(({ kind }) => kind !== "longText").map((column) => record.cells[column.key] ?? "");
      return [record.seq, [...own, ...(key ? Object.values(openSecrets(key, record)) : [])]];
    }),
  );
}

const isNumber = (value: string): boolean => value.replaceAll(/\D/g, "").length >= 7;

/** Of those what names somebody in any row: names, numbers, addresses. 「退休」 in a column about a person names nobody. */
function* namingValues(ledger: Ledger, records: readonly RowRecord[], ofRows: Iterable<string[]>): Generator<string> {
  const whole = ledger.columns.filter(({ kind }) => kind === "person" || kind === "address" || kind === "household");
  for (const { cells } of records) for (const { key } of whole) yield cells[key] ?? "";
  for (const values of ofRows)
    for (const value of values)
      for (const piece of value.split(/[、,，;；/\s]+/)) if (looksLikeName(piece) || isNumber(piece)) yield piece;
}

/** Rows of a period by 发生日期 and number. Refuses freeze-period-wrong for a period of another kind than the ledger's. */
export function readPeriod(db: ReadDb, desk: Desk, ledger: Ledger, period: LedgerPeriod): PeriodRows {
  if (periodKindOf(period) !== ledger.period) throw new Refusal("freeze-period-wrong");
  const seqs = listSeqs(db, ledger.id, { isRemoved: false, isLate: null, occurred: periodRange(period) });
  const shown = listRows(db, ledger.id, seqs);
  const found = getRecords(
    db,
    shown.map(({ id }) => id),
  );
  const records = [...found.values()].toSorted((one, other) =>
    one.occurredOn === other.occurredOn ? one.seq - other.seq : one.occurredOn < other.occurredOn ? -1 : 1,
  );
  const ofPersons = valuesOfPersons(db, desk, ledger, records);
  return {
    ...{ ledger, period, records, ofPersons, said: outwardCells(db) },
    attachmentCounts: new Map(shown.map(({ seq, attachmentCount }) => [seq, attachmentCount])),
    digests: new Map(records.map((record) => [record.seq, digestRow(db, desk.archive, record)])),
    lateCount: records.filter(({ isLate }) => isLate).length,
    restrictedCount: records.filter(({ isRestricted }) => isRestricted).length,
    known: knowPersons([...namingValues(ledger, records, ofPersons.values()), ...listResidentNames(db)]),
  };
}

/** The words of a cell cut into pieces paper can carry, between characters. */
function piecesOf(words: string): string[] {
  const characters = [...words];
  if (characters.length <= longest) return [words];
  return Array.from({ length: Math.ceil(characters.length / longest) }, (_, at) =>
    characters.slice(at * longest, (at + 1) * longest).join(""),
  );
}

/** What is put out of these rows. In the identified table names and numbers stand, sensitive values stay masked. */
export function freezeTable(
  { ledger, records, attachmentCounts, known, ofPersons, said }: PeriodRows,
  form: FreezeForm,
): FrozenTable {
  const columns = ledger.columns.filter((column) =>
    form === "plain" ? leftOutOf(column) === "" : column.kind !== "attachment",
  );
  const findings: { rowNumber: number; heading: string }[] = [];
  const isWithheld = (column: LedgerColumn, words: string, seq: number): boolean => {
    if (words === "") return false;
    if (form === "plain" && isWrittenFreely(column) && known.isNamedIn(words, ofPersons.get(seq) ?? [])) return true;
    return saysWhatIsRefused(words);
  };
  const wordsOf = (record: RowRecord, column: LedgerColumn): string => {
    if (record.isRestricted) return restricted;
    if (column.personal === "sensitive") return record.masked.includes(column.key) ? mask : "";
    const words = said(record, column);
    if (!isWithheld(column, words, record.seq)) return words;
    findings.push({ rowNumber: record.seq, heading: column.heading });
    return withheld;
  };
  const lines = records.flatMap((record, at) => {
    const cells = columns.map((column) => piecesOf(wordsOf(record, column)));
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => {
      const isFirst = line === 0;
      const facts = [
        localDay(record.enteredAt),
        record.isLate ? "补录" : "",
        String(attachmentCounts.get(record.seq) ?? 0),
      ];
      return [
        isFirst ? String(at + 1) : "（续）",
        isFirst ? String(record.seq) : "",
        ...cells.map((each) => each[line] ?? ""),
        ...(isFirst ? facts : ["", "", ""]),
      ];
    });
  });
  return { columns, lines, findings };
}
