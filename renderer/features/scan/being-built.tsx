import { type ReactNode, useState } from "react";
import type { Page } from "#contract/scan";
import { pileText } from "#text/pile";
import { scanText } from "#text/scan";
import { Thumbnail } from "#ui/thumbnail";
import { dragType } from "./drag-type.ts";

type Props = {
  /** Places chosen in the tray, in its order. */
  readonly places: readonly number[];
  readonly pageAt: (place: number) => Page | undefined;
  readonly onAdd: (place: number) => void;
  readonly onRemove: (place: number) => void;
};

/** More than these are counted. */
const mostShown = 8;

/** 组件中: the pages of the item being built, small and in order; a page of the tray dropped here joins them. */
export function BeingBuilt({ places, pageAt, onAdd, onRemove }: Props): ReactNode {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={`being-built grow ${isOver ? "is-over" : ""}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const from = event.dataTransfer.getData(dragType);
        if (from !== "") onAdd(Number(from));
      }}
    >
      <span className={places.length > 0 ? "" : "quiet"} role="status">
        {places.length > 0 ? scanText.chosen(places.length) : pileText.dropToBuild}
      </span>
      {places.slice(0, mostShown).map((place) => {
        const page = pageAt(place);
        return (
          <button
            key={place}
            type="button"
            tabIndex={-1}
            title={pileText.leaveOut(place + 1)}
            aria-label={pileText.leaveOut(place + 1)}
            className="built-page"
            onClick={() => onRemove(place)}
          >
            {page && <Thumbnail pageId={page.id} version={page.version} />}
          </button>
        );
      })}
      {places.length > mostShown && <span className="quiet">{pileText.more(places.length - mostShown)}</span>}
    </div>
  );
}
