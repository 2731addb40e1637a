import { type ReactNode, useState } from "react";
import { printDate } from "#contract/archival-date";
import type { ArchivalDate } from "#contract/archival-date";
import { filingText } from "#text/filing";
import { sayItemNumber } from "#text/format";
import { VirtualList } from "#ui/virtual-list";
import type { PlanLine } from "./plan-lines.ts";

type Props = {
  readonly lines: readonly PlanLine[];
  readonly rowHeight: number;
  readonly onItem: (itemId: string) => void;
};

const { columns } = filingText;

/** The numbers every item would get, unit by unit; Enter opens an item. */
export function PlanList({ lines, rowHeight, onItem }: Props): ReactNode {
  const [active, setActive] = useState(0);
  return (
    <div className="plan">
      <div className="plan-row plan-head" aria-hidden>
        <span>{columns.itemNumber}</span>
        <span>{columns.archivalCode}</span>
        <span>{columns.title}</span>
        <span>{columns.date}</span>
        <span className="figures">{columns.pages}</span>
        <span>{columns.state}</span>
      </div>
      <VirtualList
        label={filingText.list}
        count={lines.length}
        rowHeight={rowHeight}
        activeIndex={Math.min(active, lines.length - 1)}
        onActive={setActive}
        onOpen={(index) => {
          const line = lines[index];
          if (line?.kind === "item") onItem(line.item.itemId);
        }}
        rowClass={(index) => (lines[index]?.kind === "unit" ? "plan-unit" : "")}
        renderRow={(index) => {
          const line = lines[index];
          if (!line) return null;
          if (line.kind === "unit") {
            return (
              <div className="plan-unit-line">
                <b>{line.name}</b> <span className="quiet">{filingText.unitCount(line.all, line.fresh)}</span>
              </div>
            );
          }
          const { item } = line;
          return (
            <div className="plan-row">
              <span className="item-number">{sayItemNumber(item.itemNumber)}</span>
              <span className="archival-code cut" title={item.archivalCode}>
                {item.archivalCode}
              </span>
              <span className={`cut ${item.title ? "" : "quiet"}`}>{item.title || filingText.untitled}</span>
              <span>{printDate(item.documentDate as ArchivalDate)}</span>
              <span className="figures">{item.pageCount}</span>
              <span>
                <span className={`mark ${item.isNew ? "" : "mark-proved"}`}>
                  {item.isNew ? filingText.isNew : filingText.isFiled}
                </span>
              </span>
            </div>
          );
        }}
      />
    </div>
  );
}
