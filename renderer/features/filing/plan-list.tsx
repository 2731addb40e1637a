import { HolderOutlined } from "@ant-design/icons";
import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { printDate } from "#contract/archival-date";
import type { ArchivalDate } from "#contract/archival-date";
import { filingText, orderText } from "#text/filing";
import { sayItemNumber } from "#text/format";
import { VirtualList } from "#ui/virtual-list";
import { type Drop, dropOf } from "./plan-drop.ts";
import type { PlanLine } from "./plan-lines.ts";

type Props = {
  readonly lines: readonly PlanLine[];
  readonly rowHeight: number;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onItem: (itemId: string) => void;
  /** Absent while the year is closed: then nothing is put elsewhere. */
  readonly onDrop?: ((drop: NonNullable<Drop>) => void) | undefined;
};

const { columns } = filingText;

/** The numbers every item would get, unit by unit; Enter opens an item, Alt+↑ ↓ or a drag put it elsewhere. */
export function PlanList({ lines, rowHeight, active, onActive, onItem, onDrop }: Props): ReactNode {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const drop = (from: number, to: number): void => {
    const meant = dropOf(lines, from, to);
    if (!meant) return;
    onDrop?.(meant);
    if (meant.kind === "reorder") onActive(to > from ? to - 1 : to);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    drop(active, event.key === "ArrowUp" ? active - 1 : active + 2);
  };
  const end = (): void => {
    setDragged(undefined);
    setOver(undefined);
  };
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
        onActive={onActive}
        onKey={onKey}
        onOpen={(index) => {
          const line = lines[index];
          if (line?.kind === "item") onItem(line.item.itemId);
        }}
        rowClass={(index) =>
          `${lines[index]?.kind === "unit" ? "plan-unit" : ""} ${over === index && dragged !== undefined ? "is-over" : ""}`
        }
        renderRow={(index) => {
          const line = lines[index];
          if (!line) return null;
          const hears = {
            onDragOver: (event: DragEvent) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(index);
            },
            onDrop: (event: DragEvent) => {
              event.preventDefault();
              if (dragged !== undefined) drop(dragged, index);
              end();
            },
          };
          if (line.kind === "unit") {
            return (
              <div className="plan-unit-line" {...hears}>
                <b>{line.name}</b> <span className="quiet">{filingText.unitCount(line.all, line.fresh)}</span>
                {line.isOrderedByHand && <span className="quiet small">{orderText.byHand}</span>}
              </div>
            );
          }
          const { item } = line;
          return (
            <div
              className="plan-row"
              draggable={onDrop !== undefined}
              onDragStart={() => setDragged(index)}
              onDragEnd={end}
              {...hears}
            >
              <span className="item-number">
                {onDrop && <HolderOutlined aria-hidden className="grip" title={orderText.drag} />}
                {sayItemNumber(item.itemNumber)}
              </span>
              <span className="archival-code cut" title={item.archivalCode}>
                {item.archivalCode}
              </span>
              <span className={`cut ${item.title ? "" : "quiet"}`} title={item.title}>
                {item.title || filingText.untitled}
                {item.affair && <span className="quiet small"> · {item.affair}</span>}
              </span>
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
