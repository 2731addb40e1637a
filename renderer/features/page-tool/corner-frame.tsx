import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { ImagePoint, SheetCorners } from "#contract/derivative";
import { stepOf, withCorner } from "#contract/move-corner";
import { cameraText } from "#text/camera";

type Props = {
  /** In pixels of the page, clockwise from the top left. */
  readonly corners: SheetCorners;
  readonly width: number;
  readonly height: number;
  readonly onChange: (next: SheetCorners) => void;
};

/** One press of a key, as a share of the page; with Shift ten. As at the camera. */
const step = 1 / 500;

/** The four corners of the sheet, drawn over the page: each dragged, or moved by the arrow keys. */
export function CornerFrame({ corners, width, height, onChange }: Props): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const toShares = ({ x, y }: ImagePoint): ImagePoint => ({ x: x / width, y: y / height });
  const toPixels = ({ x, y }: ImagePoint): ImagePoint => ({ x: Math.round(x * width), y: Math.round(y * height) });
  const [a, b, c, d] = corners;
  const shares: SheetCorners = [toShares(a), toShares(b), toShares(c), toShares(d)];
  const move = (at: number, place: ImagePoint): void => {
    const moved = withCorner(shares, at, place);
    if (!moved) return;
    const [p, q, r, s] = moved;
    onChange([toPixels(p), toPixels(q), toPixels(r), toPixels(s)]);
  };
  const drag = (event: PointerEvent, at: number): void => {
    const box = room.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(at, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const by = stepOf(event.key, 0, event.shiftKey ? 10 * step : step);
    const now = shares[at];
    if (!by || !now || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(at, { x: now.x + by.x, y: now.y + by.y });
  };
  return (
    <div className="corner-room" ref={room}>
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
        <polygon points={shares.map(({ x, y }) => `${x},${y}`).join(" ")} />
      </svg>
      {shares.map(({ x, y }, at) => (
        <div
          key={at}
          className="corner-handle"
          role="button"
          tabIndex={0}
          aria-label={cameraText.corner(at)}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          onKeyDown={(event) => onKeyDown(event, at)}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            event.currentTarget.focus();
          }}
          onPointerMove={(event) => drag(event, at)}
        />
      ))}
    </div>
  );
}
