// 台账统计: rows by month and by the columns that are about no person.
import type { Input, Output } from "#contract/contract";
import type { CountedCell, CountedLedger } from "#contract/ledger-statistics";
import type { LedgerColumn } from "#contract/ledger-column";
import { countMonths, countValues } from "#db/ledger-count";
import { listLedgers } from "#db/ledger";
import type { ReadDb } from "#db/open";
import { namesOfPeoples } from "#engine/input/ethnic-or-religious";
import { readLedger } from "#engine/ledger/read-ledger";
import { countableColumns, plainColumn } from "./countable-columns.ts";

type Counted = { readonly value: string; readonly count: number; readonly lateCount: number };
const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
/** Where the month of a row is not known, and where its column is blank. */
export const unknownValue = "未填";
export const otherValue = "其他取值";

/** Values beside the choices may be anybody's words; the groups of a people are none (P3). */
export const groupOf = ({ kind, rules }: LedgerColumn, value: string): string => {
  if (value === "") return unknownValue;
  const isKnown = kind === "choice" ? rules.choices.includes(value) : true;
  return isKnown && !namesOfPeoples.test(value) ? value : otherValue;
};

/** Lines in the order of `values`, others behind by size. */
function compare(values: readonly string[], now: readonly Counted[], before: readonly Counted[]): CountedCell[] {
  const sum = (of: readonly Counted[], value: string, name: "count" | "lateCount"): number =>
    of.reduce((total, each) => total + (each.value === value ? each[name] : 0), 0);
  const found = [...new Set([...now, ...before].map(({ value }) => value))].filter((value) => !values.includes(value));
  return [...values, ...found.toSorted((one, other) => sum(now, other, "count") - sum(now, one, "count"))].map(
    (value) => ({
      ...{ value, count: sum(now, value, "count"), before: sum(before, value, "count") },
      lateCount: sum(now, value, "lateCount"),
    }),
  );
}

const monthsOf = (db: ReadDb, ledgerId: CountedLedger["ledgerId"], year: number): Counted[] =>
  countMonths(db, [ledgerId], year).map(({ month, ...counted }) => ({
    ...{ count: counted.count, lateCount: counted.lateCount },
    value: month.length === 7 ? month.slice(5) : unknownValue,
  }));

/** Refuses ledger-not-found, statistics-column-unfit, statistics-guarded. */
export function countLedger(
  db: ReadDb,
  { ledgerId, by, year }: Input<"ledger-statistics.count">,
): Output<"ledger-statistics.count"> {
  const ledger = readLedger(db, ledgerId);
  const column = by === "month" ? undefined : plainColumn(db, ledger, by);
  const of = (each: number): Counted[] =>
    column
      ? countValues(db, ledgerId, column.key, each).map((counted) => ({
          ...counted,
          value: groupOf(column, counted.value),
        }))
      : monthsOf(db, ledgerId, each);
  const cells = compare(column ? column.rules.choices : months, of(year), of(year - 1));
  const sum = (name: "count" | "before" | "lateCount"): number => cells.reduce((total, cell) => total + cell[name], 0);
  return { cells, total: { value: "", count: sum("count"), before: sum("before"), lateCount: sum("lateCount") } };
}

/** Every ledger of a 全宗 that is or was in use, by month. */
export function showOverview(
  db: ReadDb,
  { fondsId, year }: Input<"ledger-statistics.overview">,
): Output<"ledger-statistics.overview"> {
  const ledgers = listLedgers(db, fondsId).filter(({ state }) => state !== "draft");
  const ids = ledgers.map(({ id }) => id);
  const [now, before] = [countMonths(db, ids, year), countMonths(db, ids, year - 1)];
  return ledgers.map((ledger) => {
    const mine = now.filter(({ ledgerId }) => ledgerId === ledger.id);
    const sum = (of: readonly { count: number }[]): number => of.reduce((total, { count }) => total + count, 0);
    const { plain, guarded } = countableColumns(db, ledger);
    return {
      ...{ ledgerId: ledger.id, code: ledger.code, name: ledger.name, plain },
      count: sum(mine),
      before: sum(before.filter(({ ledgerId }) => ledgerId === ledger.id)),
      lateCount: mine.reduce((total, { lateCount }) => total + lateCount, 0),
      months: months.map((month) => sum(mine.filter((each) => each.month === `${year}-${month}`))),
      guarded: guarded.map(({ key, heading }) => ({ key, heading })),
    };
  });
}
