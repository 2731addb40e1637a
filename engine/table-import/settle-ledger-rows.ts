// Records of a table judged as rows of the ledger by the same checks as typed ones, then compared with each other.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { ledgerImportFindingCode, weighLedgerFinding, type LedgerImportFinding } from "#contract/ledger-import-finding";
import type { WordAsked } from "#contract/ledger-import";
import type { Ledger } from "#contract/ledger";
import type { CellFinding } from "#contract/ledger-write";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { rowJudge } from "#engine/ledger/judge-rows";
import { refuseUnlinked } from "#engine/ledger/refuse-unlinked";
import { shown } from "./cell-text.ts";
import { tellCell, type LedgerTableRow, type TypedRow } from "./judge-ledger-row.ts";
import type { LedgerTableReading } from "./judge-ledger-table.ts";
import { findSamePersons } from "./same-person.ts";
import { sayLedgerFinding } from "./say-ledger-finding.ts";

export type SettledRows = {
  readonly usable: readonly LedgerTableRow[];
  readonly findings: readonly LedgerImportFinding[];
  readonly rowsRefused: number;
  readonly rowsRepeated: number;
  readonly wordsAsked: readonly WordAsked[];
};

const atOnce = 500;
const mostAsked = 500;
const longestAsked = 60;
const hasWords = new Set(["choice", "tags", "yesNo"]);
const consentCodes = /^(consent-|guardian-)/;

/** Whether a row can be taken in as it stands. */
const isUsable = ({ findings }: Pick<LedgerTableRow, "findings">): boolean =>
  findings.every(({ code }) => weighLedgerFinding(code) !== "refused");

/** Whoever a row names has to have consented where the ledger rests on consent. */
function lacksConsent(db: ReadDb, desk: Desk, ledger: Ledger, { after }: LedgerTableRow): boolean {
  try {
    refuseUnlinked(db, desk, ledger, after);
    return false;
  } catch (error) {
    if (error instanceof Refusal && consentCodes.test(error.code)) return true;
    throw error;
  }
}

/** Judges, compares and counts. Refuses resident-not-found for a resident picked who is not there. */
export async function settleLedgerRows(
  db: ReadDb,
  desk: Desk,
  ledger: Ledger,
  { rows, sheets, findings: before }: LedgerTableReading,
  { keepsRepeats, turn }: { readonly keepsRepeats: boolean; readonly turn: (rows: number) => Promise<void> },
): Promise<SettledRows> {
  const columnOf = new Map<string, LedgerColumn>(ledger.columns.map((column) => [column.key, column]));
  const sheetOf = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const mapped = new Map(sheets.map(({ name, columns }) => [name, new Set(columns.map(({ column }) => column))]));
  const occurred = ledger.columns.find(({ part, isRequired }) => part === "occurred" && isRequired);
  const asked = new Map<string, { column: ColumnKey; text: string; count: number }>();
  const ask = (column: ColumnKey, text: string): void => {
    const name = `${column} ${text}`;
    const known = asked.get(name) ?? { column, text, count: 0 };
    known.count += 1;
    if (asked.size < mostAsked || asked.has(name)) asked.set(name, known);
  };
  const settle = (typed: TypedRow, after: LedgerTableRow["after"], found: readonly CellFinding[]): LedgerTableRow => {
    const { sheet, row, source, serial, open, entry } = typed;
    const findings = [...typed.findings];
    const where = { name: sheet, columns: sheetOf.get(sheet)?.columns ?? [] };
    const isSecret = findings.some(({ code }) => code === "state-secret");
    for (const { column: key, code: given } of isSecret ? [] : found) {
      const column = columnOf.get(key);
      const code = ledgerImportFindingCode.safeParse(given);
      if (!column || !code.success) continue;
      const isThere = mapped.get(sheet)?.has(key) === true;
      if (code.data === "required-missing" && (!isThere || open.has(key) || key === occurred?.key)) {
        if (!isThere && hasWords.has(column.kind)) ask(key, "");
        continue;
      }
      const finding = tellCell(where, row, column, code.data);
      if (!findings.some((each) => each.code === finding.code && each.column === finding.column))
        findings.push(finding);
      const word = (entry.cells[key] ?? "").trim();
      if (code.data === "choice-unknown" && column.personal === "none" && word.length <= longestAsked) ask(key, word);
      else if (code.data === "required-missing" && hasWords.has(column.kind)) ask(key, "");
    }
    if (!isSecret && occurred && after.occurredOn === "")
      findings.push(tellCell(where, row, occurred, "occurred-missing"));
    return { sheet, row, source, serial, findings, after };
  };
  const judge = rowJudge(db, desk, ledger, "import");
  const settled: LedgerTableRow[] = [];
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    const entries = some.map(({ entry }) => entry);
    const judged = judge(entries);
    const foundOf = new Map<number, CellFinding[]>();
    for (const finding of judged.findings) {
      const found = foundOf.get(finding.row);
      if (found) found.push(finding);
      else foundOf.set(finding.row, [finding]);
    }
    some.forEach((typed, index) => {
      const after = judged.rows[index]?.after;
      if (!after) return;
      const row = settle(typed, after, foundOf.get(index) ?? []);
      const isUnlinked = isUsable(row) && lacksConsent(db, desk, ledger, row);
      const place = { sheet: row.sheet, row: row.row, column: "" };
      settled.push(
        isUnlinked ? { ...row, findings: [...row.findings, sayLedgerFinding(place, "consent-missing")] } : row,
      );
    });
    await turn(at + some.length);
  }
  const compared = compare(ledger, settled, keepsRepeats);
  return {
    usable: compared.usable,
    findings: [...before, ...settled.flatMap((row) => [...row.findings, ...(compared.found.get(row) ?? [])])],
    rowsRefused: settled.filter((row) => !isUsable(row)).length,
    rowsRepeated: compared.repeated,
    wordsAsked: [...asked.values()].sort((one, other) => other.count - one.count),
  };
}

/** Rows that are the same to the letter, and rows that may be about one person. */
function compare(ledger: Ledger, rows: readonly LedgerTableRow[], keepsRepeats: boolean) {
  const found = new Map<LedgerTableRow, LedgerImportFinding[]>();
  const usable: LedgerTableRow[] = [];
  const bySource = new Map<string, LedgerTableRow>();
  let repeated = 0;
  const say = (row: LedgerTableRow, code: LedgerImportFinding["code"], other: LedgerTableRow, outcome = ""): void => {
    const where = other.sheet === row.sheet ? other.row : `${other.row}（${shown(other.sheet)}）`;
    const place = { sheet: row.sheet, row: row.row, column: "" };
    const said = sayLedgerFinding(place, code, { other: where, outcome });
    found.set(row, [...(found.get(row) ?? []), said]);
  };
  for (const row of rows.filter(isUsable)) {
    const same = bySource.get(row.source);
    if (same) {
      // The same line pasted twice has the same number too; with another number it may be a second happening.
      const isRepeat = !keepsRepeats && row.serial !== "" && row.serial === same.serial;
      say(row, "duplicate-row", same, isRepeat ? "没有重复导入" : "仍读入");
      if (isRepeat) {
        repeated += 1;
        continue;
      }
    } else bySource.set(row.source, row);
    usable.push(row);
  }
  for (const { row, other, code } of findSamePersons(ledger.columns, usable)) say(row, code, other);
  return { usable, repeated, found };
}
