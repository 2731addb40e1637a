import { type DragEvent, type ReactNode, type RefObject, useState } from "react";
import type { Page, PageId } from "#contract/scan";
import { itemText } from "#text/item";
import { Thumbnail } from "#ui/thumbnail";
import { useStrip } from "#ui/use-strip";
import { PartReading } from "./part-reading.tsx";

type Props = {
  /** The strip, which scrolls. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly pages: readonly Page[];
  /** Place of the first of them in the item, from 0, and how many pages the item has. */
  readonly first: number;
  readonly total: number;
  readonly shown: PageId | undefined;
  readonly isFixed: boolean;
  readonly onShow: (pageId: PageId) => void;
  /** The page something is being dragged over, in whichever part. */
  readonly over: PageId | undefined;
  readonly onOver: (pageId: PageId | undefined) => void;
  /** A page was dropped on another one. */
  readonly onDropOn: (event: DragEvent, before: PageId) => void;
};

/** Type of the data that a dragged page carries. */
export const pageDrag = "application/x-page";
const tileWidth = 54;
const gap = 4;

/** The pages of one part, each with its place in the item. An item of 200 pages costs what is in sight. */
export function PartPages(props: Props): ReactNode {
  const { box, pages, first, total, shown, isFixed, over, onShow, onOver, onDropOn } = props;
  const [dragged, setDragged] = useState<PageId>();
  const kept = [shown, dragged].map((id) => pages.findIndex((page) => page.id === id));
  const { row, width, tiles, leftOf } = useStrip({ box, count: pages.length, tileWidth, gap, kept });
  return (
    <div ref={row} className="part-pages" style={{ width }}>
      {tiles.map((tile) => {
        const page = pages[tile.index];
        if (!page) return null;
        const place = first + tile.index + 1;
        return (
          <div
            key={page.id}
            role="button"
            // One stop of the Tab key for the strip: the page that is shown.
            tabIndex={page.id === shown ? 0 : -1}
            aria-current={page.id === shown ? "true" : undefined}
            aria-label={itemText.pageOf(place, total)}
            className={`part-page ${over === page.id ? "is-over" : ""}`}
            style={{ left: leftOf(tile), width: tileWidth }}
            draggable={!isFixed}
            onClick={() => onShow(page.id)}
            onDragStart={(event) => {
              event.dataTransfer.setData(pageDrag, page.id);
              setDragged(page.id);
            }}
            onDragEnter={() => onOver(page.id)}
            onDragEnd={() => {
              onOver(undefined);
              setDragged(undefined);
            }}
            onDrop={(event) => {
              event.stopPropagation();
              onDropOn(event, page.id);
            }}
          >
            <Thumbnail pageId={page.id} version={page.version} />
            <PartReading pageId={page.id} />
            <span className="small part-place">{place}</span>
          </div>
        );
      })}
    </div>
  );
}
