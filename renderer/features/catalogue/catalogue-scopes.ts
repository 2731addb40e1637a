// Which catalogues there are: a year, its terms, the matters under them (DA/T 22-2015, 5.5).
import type { CatalogueScope } from "#contract/catalogue";
import type { FilingUnit } from "#contract/filing-unit";
import { type Retention, retentionLabel, retentionRank } from "#contract/retention";
import { catalogueText } from "#text/catalogue";

export type ScopeLine = {
  readonly key: string;
  readonly label: string;
  readonly depth: 0 | 1 | 2;
  readonly year: number;
  readonly itemCount: number;
  readonly scope: CatalogueScope;
};

const sum = (units: readonly FilingUnit[]): number => units.reduce((all, unit) => all + unit.itemCount, 0);
const byTerm = (one: Retention, other: Retention): number => retentionRank(one) - retentionRank(other);

/** Newest year first; a term or a matter gets its own line only where there is more than one way to cut. */
export function catalogueScopes(units: readonly FilingUnit[]): readonly ScopeLine[] {
  const kept = units.filter((unit) => unit.itemCount > 0);
  const years = [...new Set(kept.map((unit) => unit.year))].toSorted((one, other) => other - one);
  return years.flatMap((year) => {
    const ofYear = kept.filter((unit) => unit.year === year);
    const [first] = ofYear;
    if (!first) return [];
    const scope: CatalogueScope = { fondsId: first.fondsId, category: first.category, year };
    const head: ScopeLine = {
      key: `${year}`,
      label: catalogueText.wholeYear(year),
      depth: 0,
      year,
      itemCount: sum(ofYear),
      scope,
    };
    const terms = [...new Set(ofYear.map((unit) => unit.retention))].toSorted(byTerm);
    const below = terms.flatMap((term): ScopeLine[] => {
      const ofTerm = ofYear.filter((unit) => unit.retention === term);
      const line: ScopeLine = {
        key: `${year}/${term}`,
        label: retentionLabel(term),
        depth: 1,
        year,
        itemCount: sum(ofTerm),
        scope: { ...scope, retention: term },
      };
      const matters = ofTerm.flatMap((unit): ScopeLine[] =>
        unit.matter
          ? [
              {
                key: `${year}/${term}/${unit.matter.code}`,
                label: unit.matter.name,
                depth: 2,
                year,
                itemCount: unit.itemCount,
                scope: { ...scope, retention: term, matterCode: unit.matter.code },
              },
            ]
          : [],
      );
      return [line, ...(ofTerm.length > 1 ? matters : [])];
    });
    return [head, ...below];
  });
}
