import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { pageToolText } from "#text/page-tool";

type Props = {
  /** Share of the width. */
  readonly at: number;
  readonly onChange: (at: number) => void;
};

const hold = (at: number): number => Math.round(Math.min(0.8, Math.max(0.2, at)) * 1000) / 1000;

/** The line a spread is cut at, dragged or moved by the arrow keys. */
export function FoldLine({ at, onChange }: Props): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const isHeld = useRef(false);
  const drag = (event: PointerEvent): void => {
    const box = room.current?.getBoundingClientRect();
    if (isHeld.current && box) onChange(hold((event.clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowLeft" ? -0.002 : event.key === "ArrowRight" ? 0.002 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(hold(at + by));
  };
  return (
    <div className="fold-room" ref={room}>
      <div
        className="fold-line"
        role="slider"
        tabIndex={0}
        aria-label={pageToolText.foldLine}
        aria-valuemin={20}
        aria-valuemax={80}
        aria-valuenow={Math.round(at * 100)}
        style={{ left: `${at * 100}%` }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          isHeld.current = true;
        }}
        onPointerMove={drag}
        onPointerUp={() => void (isHeld.current = false)}
        onPointerCancel={() => void (isHeld.current = false)}
      />
    </div>
  );
}
