import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";

type Point = readonly [number, number];

/** A place on the page: `corners` in pixels of the image, clockwise. */
export type PageRegion = {
  readonly key: string;
  readonly corners: readonly Point[];
  /** proposal: offered for a field; hit: what was searched for; doubt: read with low confidence; line: a line to take over. */
  readonly kind: "proposal" | "hit" | "doubt" | "line";
  /** Said by a screen reader and on hover. */
  readonly title?: string;
};
type Props = {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly PageRegion[];
  /** The region to bring into sight and to draw strongest; the beginning of a key names all regions that begin so. */
  readonly focusOn?: string | undefined;
  readonly onRegion?: ((key: string) => void) | undefined;
};

/** Places drawn over the page image; a click never takes the focus from the field it is meant for. */
export function PageRegions({ width, height, regions, focusOn, onRegion }: Props): ReactNode {
  const focused = useRef<SVGPolygonElement>(null);
  // A place of another page comes with that page.
  const isLooked = (key: string): boolean => focusOn !== undefined && `${key} `.startsWith(`${focusOn} `);
  const first = regions.find((region) => isLooked(region.key))?.key;
  useEffect(() => {
    if (first !== undefined) focused.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [first]);
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  return (
    <svg className="page-regions" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
      {regions.map(({ key, corners, kind, title }) => (
        <polygon
          key={key}
          ref={key === first ? focused : null}
          className={`region region-${kind}${isLooked(key) ? " is-focused" : ""}${onRegion ? " is-clickable" : ""}`}
          points={corners.map(([x, y]) => `${x},${y}`).join(" ")}
          data-region={key}
          aria-label={title}
          {...(onRegion && {
            role: "button",
            onMouseDown: keepFocus,
            onClick: () => onRegion(key),
          })}
        >
          {title !== undefined && <title>{title}</title>}
        </polygon>
      ))}
    </svg>
  );
}
