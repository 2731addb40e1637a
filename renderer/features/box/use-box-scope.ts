import { useMemo, useState } from "react";
import type { FilingUnit, FilingUnitId } from "#contract/filing-unit";
import { chooseYear, scope as scopeStore, useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";

/** What the page is about: one year of one 门类 of one fonds, and in it all classes or one. */
export function useBoxScope(firstYear: number | undefined, firstCategory: string | undefined) {
  const { fonds, all, hasAnswer } = useFondsScope();
  const { year: chosenYear } = scopeStore.use();
  const units = useRead("filing.units", fonds ? { fondsId: fonds.id } : null);
  const [category, setCategory] = useState(firstCategory);
  const [unitId, setUnitId] = useState<FilingUnitId>();
  const rows = useMemo(() => (units.value ?? []).filter((unit) => unit.itemCount > 0), [units.value]);
  const categories = useMemo(() => [...new Set(rows.map((unit) => unit.category))], [rows]);
  const current = categories.includes(category ?? "")
    ? category
    : (categories.find((each) => each === "WS") ?? categories[0]);
  const ofCategory = rows.filter((unit) => unit.category === current);
  const years = [...new Set(ofCategory.map((unit) => unit.year))].sort((a, b) => b - a);
  const wanted = chosenYear ?? firstYear;
  const year = wanted !== undefined && years.includes(wanted) ? wanted : years[0];
  const classes: readonly FilingUnit[] = ofCategory.filter((unit) => unit.year === year);
  return {
    fonds,
    all,
    isEmpty: hasAnswer && units.value !== undefined && rows.length === 0,
    categories,
    category: current,
    setCategory,
    years,
    year,
    setYear: chooseYear,
    classes,
    unitId: classes.some((unit) => unit.id === unitId) ? unitId : undefined,
    setUnitId,
    problem: units.problem,
    lookAgain: units.lookAgain,
  };
}
