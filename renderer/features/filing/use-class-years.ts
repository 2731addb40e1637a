import { useEffect } from "react";
import type { Output } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import { useRead } from "#bridge/use-read";
import { chooseYear, scope } from "#bridge/use-scope";

type YearLine = Output<"filing.years">[number] & { readonly year: number };
export type ClassYears = {
  readonly year: number | undefined;
  readonly lines: readonly YearLine[];
  /** Items of the class whose year is not settled. */
  readonly unsettledCount: number;
};

/**
 * The years of one class. One without any item still has the year before this one: that is the year collected now.
 * `wanted` is where the page was sent.
 */
export function useClassYears(fondsId: FondsId | undefined, category: string, wanted: number | undefined): ClassYears {
  const { year: chosen } = scope.use();
  const { value } = useRead("filing.years", fondsId === undefined ? null : { fondsId, category });
  const found = (value ?? []).flatMap((line) => (line.year === null ? [] : [{ ...line, year: line.year }]));
  const due = new Date().getFullYear() - 1;
  const known = new Set(found.map((line) => line.year));
  const blank = [due, ...(chosen === undefined ? [] : [chosen])]
    .filter((year, at, years) => !known.has(year) && years.indexOf(year) === at)
    .map((year) => ({ year, draftCount: 0, filedCount: 0 }));
  const lines = [...found, ...blank].sort((one, other) => other.year - one.year);
  const newest = found.find((line) => line.draftCount > 0) ?? found[0];
  const year = value === undefined ? undefined : (chosen ?? wanted ?? newest?.year ?? due);
  // Asked again at this moment: an item somebody was sent here with may have chosen its own year since this was worked out.
  useEffect(() => {
    if (year !== undefined && scope.get().year === undefined) chooseYear(year);
  }, [year, chosen]);
  const unsettledCount = value?.find((line) => line.year === null)?.draftCount ?? 0;
  return { year, lines, unsettledCount };
}
