import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import type { Output } from "#contract/contract";
import type { PageHit } from "#contract/search";
import { searchText } from "#text/search";
import { PageViewer } from "#ui/page-viewer";

const words = searchText.page;

export type MarkedPage = Output<"search.mark-page">;
type Props = {
  readonly hit: PageHit;
  readonly marked: MarkedPage | undefined;
  /** Which of the places is in sight. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onOpen: () => void;
};

/** The page of a hit with every place of the words marked; F3 goes from one to the next. */
export function HitPage({ hit, marked, at, onAt, onOpen }: Props): ReactNode {
  const places = marked?.places ?? [];
  const next = (): void => onAt(places.length === 0 ? 0 : (at + 1) % places.length);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "F3") return;
      event.preventDefault();
      next();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
  const tools = (
    <>
      {places.length > 0 && <span className="quiet small">{words.place(at + 1, places.length)}</span>}
      {places.length > 1 && (
        <Button type="text" onClick={next}>
          {words.nextPlace}
        </Button>
      )}
      <Button onClick={onOpen}>{hit.itemId === null ? words.openTray : words.openItem}</Button>
    </>
  );
  // How large the image is, is said with the places: a moment later.
  if (!marked) return <div className="search-view" />;
  return (
    <div className="search-view">
      {!marked.isOfShownVersion && <p className="search-warning small">{words.notShown}</p>}
      <PageViewer
        source={`app://page/${hit.pageId}/image`}
        width={marked.width}
        height={marked.height}
        caption={hit.title}
        firstFit="width"
        words={words.viewer}
        tools={tools}
        regions={places.map((corners, index) => ({ key: String(index), corners, kind: "hit" as const }))}
        focusOn={String(at)}
      />
    </div>
  );
}
