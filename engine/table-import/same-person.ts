// Rows that may be about one person: said as a proposal, joined by nobody but the clerk. Numbers are compared and not repeated.
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerImportFindingCode } from "#contract/ledger-import-finding";
import type { LedgerTableRow } from "./judge-ledger-row.ts";

export type SamePerson = {
  readonly row: LedgerTableRow;
  readonly other: LedgerTableRow;
  readonly code: Extract<LedgerImportFindingCode, "person-same-number" | "person-same-name">;
};

const sameName = /^(姓名|名字|户主)$/;

/**
 * Rows of a table that name the number of an earlier row, or its name with another number. A person may well come twice to a
 * window: the same name with the same number is one person's second row and is not said.
 */
export function findSamePersons(columns: readonly LedgerColumn[], rows: readonly LedgerTableRow[]): SamePerson[] {
  const numbers = columns.filter(({ kind, rules }) => kind === "text" && rules.format === "idNumber");
  const names = columns.filter(({ kind, heading, personal }) =>
    kind === "person" ? true : personal === "personal" && sameName.test(heading.trim()),
  );
  const phones = columns.filter(({ kind, rules }) => kind === "text" && rules.format === "phone");
  const digits = numbers.length > 0 ? numbers : phones;
  const wordsOf = (row: LedgerTableRow, some: readonly LedgerColumn[]): string =>
    some.map(({ key }) => (row.after.secrets[key] ?? row.after.cells[key] ?? "").replace(/\s/g, "")).join("\u0000");
  const byNumber = new Map<string, LedgerTableRow>();
  const byName = new Map<string, LedgerTableRow>();
  const found: SamePerson[] = [];
  for (const row of rows) {
    const [number, name] = [wordsOf(row, digits), wordsOf(row, names)];
    const hasNumber = number.replaceAll("\u0000", "") !== "";
    const hasName = name.replaceAll("\u0000", "") !== "";
    const sameNumber = hasNumber ? byNumber.get(number) : undefined;
    const other = hasName ? byName.get(name) : undefined;
    if (sameNumber && wordsOf(sameNumber, names) !== name)
      found.push({ row, other: sameNumber, code: "person-same-number" });
    else if (other && !sameNumber) found.push({ row, other, code: "person-same-name" });
    if (hasNumber && !sameNumber) byNumber.set(number, row);
    if (hasName && !other) byName.set(name, row);
  }
  return found;
}
