// Formula columns before they are kept: readable, over columns that are there, of fitting kinds, in no circle, and marked
// as near to a person as what they read.
import type { ColumnKind, LedgerColumn } from "#contract/ledger-column";
import { isAtLeast } from "#contract/nearness";
import { Refusal } from "#contract/refusal";
import { inOrderOfNeed } from "./evaluate-formula.ts";
import { columnsOf, type Formula, parseFormula } from "./parse-formula.ts";

type Outcome = "number" | "text" | "date" | "truth";

const outcomeOfKind: Partial<Record<ColumnKind, Outcome>> = {
  number: "number",
  money: "number",
  date: "date",
  text: "text",
  longText: "text",
  choice: "text",
  tags: "text",
  yesNo: "text",
  address: "text",
  grid: "text",
};

/** How many arguments a function takes. */
const counts = { SUM: [1, 60], DAYS: [2, 2], IF: [3, 3], ROUND: [2, 2] } as const;

/** What a formula comes out as, or undefined when its parts do not fit. */
function outcomeOf(formula: Formula, columns: ReadonlyMap<string, Outcome>): Outcome | undefined {
  const of = (each: Formula | undefined): Outcome | undefined => each && outcomeOf(each, columns);
  switch (formula.kind) {
    case "number":
      return "number";
    case "text":
      return "text";
    case "column":
      return columns.get(formula.key);
    case "negative":
      return of(formula.of) === "number" ? "number" : undefined;
    case "operation": {
      const [left, right] = [of(formula.left), of(formula.right)];
      if (left === undefined || right === undefined) return undefined;
      if (formula.operator === "&") return "text";
      if (["=", "<>", "<", "<=", ">", ">="].includes(formula.operator))
        // A day may be held against a day typed between quotation marks.
        return left === right || (left !== "number" && right !== "number") ? "truth" : undefined;
      return left === "number" && right === "number" ? "number" : undefined;
    }
    case "call":
      break;
  }
  const [least, most] = counts[formula.name];
  if (formula.of.length < least || formula.of.length > most) return undefined;
  const outcomes = formula.of.map((each) => of(each));
  switch (formula.name) {
    case "SUM":
    case "ROUND":
      return outcomes.every((each) => each === "number") ? "number" : undefined;
    case "DAYS":
      return outcomes.every((each) => each === "date") ? "number" : undefined;
    case "IF":
      return outcomes[0] === "truth" && outcomes[1] === outcomes[2] ? outcomes[1] : undefined;
  }
}

/** Refuses ledger-formula-unreadable, ledger-formula-unknown, ledger-formula-circle, ledger-formula-personal, each with the column's place. */
export function refuseFormulas(columns: readonly LedgerColumn[]): void {
  const placed = columns.map((column, at) => ({ column, position: at + 1 }));
  const formulas = placed.filter(({ column }) => column.kind === "formula");
  for (const { column, position } of formulas)
    if (!parseFormula(column.rules.formula)) throw new Refusal("ledger-formula-unreadable", { position });
  const ordered = inOrderOfNeed(columns);
  for (const { column, position } of formulas)
    if (!ordered.includes(column)) throw new Refusal("ledger-formula-circle", { position });
  const outcomes = new Map<string, Outcome>();
  for (const { key, kind } of columns) {
    const outcome = outcomeOfKind[kind];
    if (outcome) outcomes.set(key, outcome);
  }
  for (const column of ordered) {
    const position = columns.indexOf(column) + 1;
    const formula = parseFormula(column.rules.formula);
    const outcome = formula && outcomeOf(formula, outcomes);
    if (!formula || !outcome) throw new Refusal("ledger-formula-unknown", { position });
    outcomes.set(column.key, outcome);
    const read = columnsOf(formula).flatMap((key) => columns.filter((each) => each.key === key));
    // What is reckoned stands in clear: nothing sensitive goes into it, and what is personal makes it so (P7).
    if (read.some((each) => each.personal === "sensitive" || !isAtLeast(column.personal, each.personal)))
      throw new Refusal("ledger-formula-personal", { position });
  }
}
