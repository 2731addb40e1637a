import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";

type Props = {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly activeIndex: number;
  readonly onActive: (index: number) => void;
  readonly onOpen?: (index: number) => void;
  /** What a click does, where it does more than choose. */
  readonly onPick?: (index: number) => void;
  readonly onShow?: (first: number, last: number) => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly renderRow: (index: number, isActive: boolean) => ReactNode;
  readonly rowClass?: (index: number) => string;
  readonly listRef?: RefObject<HTMLDivElement | null>;
};

const steps: Record<string, (now: number, page: number, last: number) => number> = {
  ArrowDown: (now) => now + 1,
  ArrowUp: (now) => now - 1,
  PageDown: (now, page) => now + page,
  PageUp: (now, page) => now - page,
  Home: () => 0,
  End: (_now, _page, last) => last,
};

/** A list of any length that holds only the rows in sight; arrows, page keys, Home and End move, Enter opens. */
export function VirtualList(props: Props): ReactNode {
  const { label, count, rowHeight, activeIndex, onActive, onOpen, onShow, onKey, renderRow, rowClass } = props;
  const own = useRef<HTMLDivElement>(null);
  const box = props.listRef ?? own;
  const id = useId();
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const inSight = rows.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;

  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (count > 0) onShow?.(first, last);
  }, [onShow, first, last, count]);
  useEffect(() => {
    if (activeIndex >= 0 && activeIndex < count) rows.scrollToIndex(activeIndex, { align: "auto" });
  }, [rows, activeIndex, count]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step && count > 0 && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
      onActive(Math.min(count - 1, Math.max(0, step(activeIndex, page, count - 1))));
    } else if (event.key === "Enter" && activeIndex >= 0 && onOpen) {
      event.preventDefault();
      onOpen(activeIndex);
    } else onKey?.(event);
  };

  return (
    <div
      ref={box}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={activeIndex >= 0 && activeIndex < count ? `${id}${activeIndex}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-length" style={{ height: rows.getTotalSize() }}>
        {inSight.map((row) => (
          <div
            key={row.index}
            id={`${id}${row.index}`}
            role="option"
            aria-selected={row.index === activeIndex}
            aria-posinset={row.index + 1}
            aria-setsize={count}
            className={`virtual-row ${row.index === activeIndex ? "is-active" : ""} ${rowClass?.(row.index) ?? ""}`}
            style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
            onClick={() => (props.onPick ?? onActive)(row.index)}
            onDoubleClick={() => onOpen?.(row.index)}
          >
            {renderRow(row.index, row.index === activeIndex)}
          </div>
        ))}
      </div>
    </div>
  );
}
