import type { ReactNode } from "react";
import { sayPeriod } from "#contract/ledger-period";
import { type Retention, retentionLabel } from "#contract/retention";
import { searchText } from "#text/search";
import type { Entry, FoundItem } from "./search-question.ts";

const words = searchText.page;

/** An item as a line of results: title, then 档号, facts and where it stands. */
export function ItemLine({ item }: { readonly item: FoundItem }): ReactNode {
  return (
    <>
      <div className="cut">{item.title || searchText.untitled}</div>
      <div className="row small quiet">
        <span className="archival-code">{item.archivalCode || searchText.states[item.state]}</span>
        <span className="grow cut">
          {[item.documentNumber, item.creator, item.documentDate].filter(Boolean).join(" · ")}
        </span>
        {item.shelf && <span className="search-shelf">{item.shelf}</span>}
      </div>
    </>
  );
}

/** One line of results of any kind. */
export function EntryLine({ entry }: { readonly entry: Entry }): ReactNode {
  if (entry.kind === "item") return <ItemLine item={entry.item} />;
  if (entry.kind === "box") {
    const { box } = entry;
    return (
      <>
        <div className="cut">
          {words.box(box.category, box.year, retentionLabel(box.retention as Retention), box.matterName, box.boxNumber)}
        </div>
        <div className="row small quiet">
          <span className="grow cut">{words.boxItems(box.itemCount)}</span>
          <span className="search-shelf">{box.shelf}</span>
        </div>
      </>
    );
  }
  if (entry.kind === "period") {
    const { ledgerName, period, rowCount, lateCount, freezeCount, archivalCode } = entry.period;
    return (
      <>
        <div className="cut">{words.period(ledgerName, sayPeriod(period))}</div>
        <div className="row small quiet">
          <span className="grow cut">{words.periodRows(rowCount, lateCount, freezeCount)}</span>
          <span className="archival-code">{archivalCode}</span>
        </div>
      </>
    );
  }
  const { hit } = entry;
  return (
    <>
      <div className="search-piece">
        {hit.before}
        <mark>{hit.hit}</mark>
        {hit.after}
      </div>
      <div className="row small quiet">
        <span>{hit.itemId === null ? words.inTray : words.pageNumber(hit.pageNumber)}</span>
        <span className="grow cut">{[hit.title, hit.archivalCode, hit.documentDate].filter(Boolean).join(" · ")}</span>
        {hit.shelf && <span className="search-shelf">{hit.shelf}</span>}
      </div>
    </>
  );
}
