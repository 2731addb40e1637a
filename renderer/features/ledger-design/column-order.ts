// Columns of a design as the clerk moves, adds and takes them away; ledgers are moved alike.
import { type LedgerColumn, ledgerColumn } from "#contract/ledger-column";
import { isAtLeast, leastNearness } from "#contract/nearness";

/** The list with what is at `from` standing at `to`; the same list when there is no such place. */
export function moveInOrder<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const [moved] = list.slice(from, from + 1);
  if (from < 0 || moved === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

const randomDigits = (): string =>
  [...crypto.getRandomValues(new Uint32Array(2))].map((each) => String(each % 100_000).padStart(5, "0")).join("");

/** A key nobody had: a column that was taken away keeps its own, and its values stay with it. */
export const newKey = (): string => `c${randomDigits()}`;
/** A code for a ledger of the office's own. */
export const newCode = (): string => `own-${randomDigits()}`;

/** A new column of words. */
export const newColumn = (heading: string): LedgerColumn =>
  ledgerColumn.parse({ key: newKey(), heading, kind: "text" });

/**
 * A column with a change; rules that belong to another kind go, and it is marked as near to a person as it must be. While it is
 * new, a mark it has of its heading alone goes with the heading; one that is kept already is never lowered by a name.
 */
export function changeColumn(column: LedgerColumn, change: Partial<LedgerColumn>, isKept: boolean): LedgerColumn {
  const next = { ...column, ...change };
  const least = leastNearness(next.heading, next.kind);
  const isOfHeading = column.personal === leastNearness(column.heading, column.kind);
  const follows = !isKept && isOfHeading && change.personal === undefined;
  const personal = !follows && isAtLeast(next.personal, least) ? next.personal : least;
  if (next.kind === column.kind) return { ...next, personal };
  const { width, hint } = next.rules;
  const fresh = ledgerColumn.parse({ key: next.key, heading: next.heading, kind: next.kind, rules: { width, hint } });
  const keepsChoices = [column.kind, next.kind].every((kind) => kind === "choice" || kind === "tags");
  return {
    ...fresh,
    personal,
    isRequired: next.kind !== "formula" && next.isRequired,
    rules: {
      ...fresh.rules,
      ...(keepsChoices && { choices: next.rules.choices, isOpenChoice: next.rules.isOpenChoice }),
    },
  };
}
