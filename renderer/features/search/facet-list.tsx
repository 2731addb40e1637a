import { Button } from "antd";
import type { ReactNode } from "react";
import { type Retention, retentionLabel } from "#contract/retention";
import type { SearchFilter } from "#contract/search";
import { useRead } from "#bridge/use-read";
import { searchText } from "#text/search";
import { addShares, type Tally } from "./search-question.ts";

const words = searchText.page;
const mostShown = 12;

type Props = {
  readonly filter: SearchFilter;
  readonly onFilter: (filter: SearchFilter) => void;
  readonly tallies: readonly (Tally | undefined)[];
};
type FacetKey = "year" | "matterId" | "retention" | "state";

/** How the hits lie over years, matters, terms and states; a click narrows, another opens again. */
export function FacetList({ filter, onFilter, tallies }: Props): ReactNode {
  const matters = useRead("matter.list", {}).value ?? [];
  const nameMatter = (id: string): string => matters.find((matter) => matter.id === id)?.name ?? id;
  const sum = (name: "years" | "matters" | "retentions" | "states") =>
    tallies.reduce((all, tally) => addShares(all, tally?.[name] ?? []), [] as ReturnType<typeof addShares>);
  const facets: readonly {
    key: FacetKey;
    title: string;
    shares: ReturnType<typeof addShares>;
    say: (key: string) => string;
  }[] = [
    {
      key: "year",
      title: words.facets.year,
      shares: sum("years").sort((one, other) => other.key.localeCompare(one.key)),
      say: (key) => key,
    },
    { key: "matterId", title: words.facets.matter, shares: sum("matters"), say: nameMatter },
    {
      key: "retention",
      title: words.facets.retention,
      shares: sum("retentions"),
      say: (key) => retentionLabel(key as Retention),
    },
    {
      key: "state",
      title: words.facets.state,
      shares: sum("states"),
      say: (key) => searchText.states[key as keyof typeof searchText.states],
    },
  ];
  const choose = (facet: FacetKey, key: string): void => {
    const { [facet]: chosen, ...others } = filter;
    const value = key === "" ? null : facet === "year" ? Number(key) : key;
    onFilter((chosen === value ? others : { ...filter, [facet]: value }) as SearchFilter);
  };
  const isFiltered = Object.keys(filter).length > 0;
  const isEmpty = facets.every(({ shares }) => shares.length === 0);
  return (
    <aside className="search-facets" aria-label={words.facets.title}>
      {isFiltered && (
        <Button size="small" onClick={() => onFilter({})}>
          {words.clear}
        </Button>
      )}
      {isEmpty && !isFiltered && <p className="quiet small">{words.facetsWait}</p>}
      {facets.map(({ key, title, shares, say }) => {
        // A page of the tray has no state: it is in no class, and there is nothing to choose.
        const shown = shares.filter((share) => key !== "state" || share.key !== "").slice(0, mostShown);
        if (shown.length === 0) return null;
        return (
          <section key={key} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {shown.map((share) => (
                <li key={share.key}>
                  <button
                    type="button"
                    aria-pressed={String(filter[key] ?? (filter[key] === null ? "" : undefined)) === share.key}
                    onClick={() => choose(key, share.key)}
                  >
                    <span className="grow cut">{share.key === "" ? words.unsettled : say(share.key)}</span>
                    <span className="quiet">{words.counted(share.count)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}
