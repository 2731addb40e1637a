import type { ReactNode } from "react";
import { searchText } from "#text/search";
import { useSearchState } from "./use-search-state.ts";

type Props = { readonly hasWords: boolean; readonly isOrdered?: boolean };

/** What no search reaches, said beside every result: nothing found is never taken for nothing there. */
export function SearchState({ hasWords, isOrdered = true }: Props): ReactNode {
  const state = useSearchState();
  const parts = state
    ? [
        state.waitingPages > 0 && searchText.unread(state.waitingPages),
        state.unreadablePages > 0 && searchText.unreadable(state.unreadablePages),
        state.restrictedPages > 0 && searchText.restricted(state.restrictedPages),
        state.personalPages > 0 && searchText.personal(state.personalPages),
        state.dueItems + state.duePages > 0 && searchText.due(state.dueItems, state.duePages),
      ].filter((part) => part !== false)
    : [];
  return (
    <>
      <p className="quiet small search-line" role="status" hidden={hasWords && parts.length === 0}>
        {[...(hasWords ? [] : [searchText.hint]), ...parts].join(" · ")}
      </p>
      {!isOrdered && <p className="search-warning small">{searchText.page.notOrdered}</p>}
    </>
  );
}
