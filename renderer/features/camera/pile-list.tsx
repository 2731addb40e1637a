import { Button } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { cameraText } from "#text/camera";
import { Thumbnail } from "#ui/thumbnail";
import { itemsOf, paceOf, type PileStill } from "./pile.ts";
import type { Pile } from "./use-pile.ts";

type Props = {
  readonly pile: Pile;
  readonly onRetake: (still: PileStill) => void;
  readonly onMake: () => void;
  /** The tray, where pages are sorted by hand. */
  readonly onTray: () => void;
  readonly isBusy: boolean;
};

/** What was taken in this sitting, by items, the newest in sight; how many pages and how fast. */
export function PileList({ pile, onRetake, onMake, onTray, isBusy }: Props): ReactNode {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: "nearest" }), [pile.stills.length, pile.isSaving]);
  const items = itemsOf(pile.stills);
  const pace = paceOf(pile.stills, Date.now());
  return (
    <aside className="camera-pile" aria-label={cameraText.pile}>
      <header>
        <b>{cameraText.pile}</b>
        <span className="figures">{cameraText.pileCount(pile.pageCount, items.length)}</span>
        {pace !== undefined && <span className="quiet figures">{cameraText.pace(pace)}</span>}
      </header>
      <div className="camera-stills">
        {pile.stills.length === 0 && !pile.isSaving && <p className="quiet">{cameraText.pileEmpty}</p>}
        {items.map((item, at) => (
          <section key={item[0]?.number}>
            <h2>{cameraText.itemBegins(at + 1)}</h2>
            <ol>
              {item.map((still) => (
                <StillTile
                  key={still.number}
                  still={still}
                  isReplacing={pile.replacing?.number === still.number}
                  onRetake={onRetake}
                />
              ))}
            </ol>
          </section>
        ))}
        {pile.isSaving && <p className="quiet">{cameraText.saving}</p>}
        <div ref={end} />
      </div>
      <footer>
        <Button block disabled={pile.stills.length === 0 || pile.isSaving} loading={isBusy} onClick={onMake}>
          {cameraText.make(items.length)}
        </Button>
        <Button block type="link" onClick={onTray}>
          {cameraText.toTray}
        </Button>
      </footer>
    </aside>
  );
}

type TileProps = {
  readonly still: PileStill;
  readonly isReplacing: boolean;
  readonly onRetake: (still: PileStill) => void;
};

function StillTile({ still, isReplacing, onRetake }: TileProps): ReactNode {
  const { number, pageIds, marks } = still;
  const words = marks.map(({ mark, value }) =>
    mark === "same-page" && value ? cameraText.sameAs(value) : cameraText.markNames[mark],
  );
  return (
    <li className={`camera-still ${isReplacing ? "is-replacing" : ""}`} data-took-ms={still.tookMs}>
      <div className={`camera-sheets ${pageIds.length > 1 ? "is-spread" : ""}`}>
        {pageIds.map((id) => (
          <Thumbnail key={id} pageId={id} />
        ))}
      </div>
      <div className="camera-said">
        <span>{cameraText.still(number)}</span>
        {words.map((each) => (
          <span key={each} className="camera-mark">
            {each}
          </span>
        ))}
        <Button size="small" type="link" onClick={() => onRetake(still)}>
          {cameraText.retake}
        </Button>
      </div>
    </li>
  );
}
