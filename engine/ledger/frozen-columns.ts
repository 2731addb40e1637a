// Which columns of a ledger a table without direct identifiers keeps (personal-data P10), and why the others are left out.
import type { LeftOut } from "#contract/ledger-freeze";
import type { LedgerColumn } from "#contract/ledger-column";

const persons = new Set(["person", "household", "address"]);
const numbers = new Set(["phone", "idNumber", "account"]);

/** "" for a column that stays. Numbers of a person stay out whatever the office marked them as; papers stand beside the row. */
export function leftOutOf({ kind, personal, rules }: LedgerColumn): LeftOut {
  if (personal === "sensitive") return "sensitive";
  if (persons.has(kind)) return "person";
  if (personal === "personal") return "personal";
  if (numbers.has(rules.format)) return "number";
  return kind === "attachment" ? "paper" : "";
}

/** Cells somebody writes freely, where anything may stand: looked through before they are put out. */
export const isWrittenFreely = ({ kind, rules }: LedgerColumn): boolean =>
  ["text", "longText", "grid", "item", "formula"].includes(kind) ||
  ((kind === "choice" || kind === "tags") && rules.isOpenChoice);
