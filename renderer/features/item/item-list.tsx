import { Checkbox } from "antd";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import type { ItemRow } from "#contract/item";
import type { Rows } from "#bridge/use-rows";
import { sayItemNumber } from "#text/format";
import { itemText } from "#text/item";
import { VirtualList } from "#ui/virtual-list";
import type { Marks } from "./use-marks.ts";

type Props = {
  readonly rows: Rows<ItemRow>;
  readonly activeIndex: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly marks: Marks;
  readonly rowHeight: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
};

/** The list of items; one item is two lines. */
export function ItemList({ rows, marks, activeIndex, onActive, onOpen, rowHeight, listRef }: Props): ReactNode {
  const onKey = (event: KeyboardEvent): void => {
    const row = rows.rowAt(activeIndex);
    if (event.key === " " && row) marks.toggle(row.id);
    else if (event.key === "a" && event.ctrlKey) marks.all();
    else if (event.key === "Escape") marks.clear();
    else return;
    event.preventDefault();
  };
  return (
    <VirtualList
      label={itemText.list}
      count={rows.total ?? 0}
      rowHeight={rowHeight}
      activeIndex={activeIndex}
      onActive={onActive}
      onOpen={onOpen}
      onShow={rows.show}
      onKey={onKey}
      listRef={listRef}
      renderRow={(index) => {
        const row = rows.rowAt(index);
        if (!row) return <div className="item-row quiet">{itemText.rowLoading}</div>;
        const facts = [row.documentNumber, row.creator, row.documentDate].filter(Boolean).join(" · ");
        return (
          <div className="item-row" title={row.title}>
            <div className="item-row-line">
              <Checkbox
                className="item-mark"
                tabIndex={-1}
                aria-label={itemText.mark}
                checked={marks.ids.has(row.id)}
                onClick={(event) => event.stopPropagation()}
                onChange={() => marks.toggle(row.id)}
              />
              {row.itemNumber !== null && <span className="item-number">{sayItemNumber(row.itemNumber)}</span>}
              <span className={`grow cut ${row.title ? "" : "quiet"}`}>{row.title || itemText.untitled}</span>
              <span className="quiet figures">{itemText.pages(row.pageCount)}</span>
            </div>
            <div className="item-row-line small quiet">
              <span className={`dot ${row.state === "filed" ? "is-filed" : ""}`} aria-hidden />
              <span className="item-row-state">{itemText.states[row.state]}</span>
              <span className="grow cut">{facts}</span>
            </div>
          </div>
        );
      }}
    />
  );
}
