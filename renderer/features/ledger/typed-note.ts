// A quiet word beside what is being typed: a date as it is read, an amount in capital characters, how a person is found.
import { parseClerkDate } from "#contract/archival-date";
import type { LedgerColumn } from "#contract/ledger-column";
import { moneyWords } from "#contract/money-words";
import { ledgerText } from "#text/ledger";
import { isSensitive } from "./cell-words.ts";

/** An amount as it is typed, with both its decimals. */
function toTheFen(typed: string): string {
  const [whole = "", tail = ""] = typed
    .normalize("NFKC")
    .replaceAll(/[,\s¥元]/g, "")
    .split(".");
  return `${whole}.${tail.padEnd(2, "0")}`;
}

/** Only a help: what may be written is said by the engine when the cell is left. */
export function typedNote(column: LedgerColumn, text: string, isTaken: boolean): string {
  const { kind, rules } = column;
  if (isSensitive(column) && isTaken && text === "") return ledgerText.secretHint;
  if (text.trim() === "") return rules.hint || (kind === "person" ? ledgerText.personHint : "");
  if (kind === "money") return moneyWords(toTheFen(text));
  if (kind === "date") {
    const date = parseClerkDate(text.replace(/号$/, "日"));
    return date === null ? "" : date === text ? "" : ledgerText.readsAs(date);
  }
  return kind === "person" ? ledgerText.personHint : "";
}
