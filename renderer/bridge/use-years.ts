import { useEffect } from "react";
import type { Output } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import { chooseYear, scope } from "./use-scope.ts";
import { useRead } from "./use-read.ts";

type YearLine = Output<"filing.years">[number];
export type Years = {
  /** The year in use: the one chosen, else the newest that has something. */
  readonly year: number | undefined;
  readonly lines: readonly (YearLine & { readonly year: number })[];
  /** Items whose year is not settled. */
  readonly unsettledCount: number;
  readonly hasAnswer: boolean;
};

/** The years of a fonds with their counts; wanted says which of them a page is about. */
export function useYears(fondsId: FondsId | undefined, wanted: (line: YearLine) => boolean): Years {
  const { year: chosen } = scope.use();
  const { value } = useRead("filing.years", fondsId === undefined ? null : { fondsId });
  const lines = (value ?? [])
    .flatMap((line) => (line.year === null ? [] : [{ ...line, year: line.year }]))
    .toSorted((one, other) => other.year - one.year);
  const newest = lines.find(wanted) ?? lines[0];
  const year = lines.some((line) => line.year === chosen) ? chosen : newest?.year;
  useEffect(() => {
    if (year !== undefined && year !== chosen) chooseYear(year);
  }, [year, chosen]);
  const unsettled = value?.find((line) => line.year === null);
  return { year, lines, unsettledCount: unsettled?.draftCount ?? 0, hasAnswer: value !== undefined };
}
