import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { pageToolText } from "#text/page-tool";
import { dragHandle, type Handle, type Rectangle } from "./tool-mode.ts";

type Props = {
  readonly rectangle: Rectangle;
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen per pixel of the picture. */
  readonly scale: number;
  readonly onChange: (next: Rectangle) => void;
};

const handles: readonly Exclude<Handle, "">[] = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];

/** The rectangle to be cut out, drawn over the page: dragged by eight handles or as a whole, or moved by the arrow keys. */
export function CropFrame({ rectangle, width, height, scale, onChange }: Props): ReactNode {
  const held = useRef<{ handle: Handle; x: number; y: number; from: Rectangle }>(undefined);
  const grab = (event: PointerEvent, handle: Handle): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { handle, x: event.clientX, y: event.clientY, from: rectangle };
  };
  const drag = (event: PointerEvent): void => {
    const now = held.current;
    if (!now) return;
    const dx = (event.clientX - now.x) / scale;
    const dy = (event.clientY - now.y) / scale;
    onChange(dragHandle(now.from, now.handle, dx, dy, width, height));
  };
  const release = (): void => void (held.current = undefined);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = Math.max(1, Math.round(Math.max(width, height) / 200));
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-by, 0],
      ArrowRight: [by, 0],
      ArrowUp: [0, -by],
      ArrowDown: [0, by],
    };
    const move = moves[event.key];
    if (!move || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(dragHandle(rectangle, event.shiftKey ? "se" : "", move[0], move[1], width, height));
  };
  const place = {
    left: rectangle.left * scale,
    top: rectangle.top * scale,
    width: rectangle.width * scale,
    height: rectangle.height * scale,
  };
  const pointers = { onPointerMove: drag, onPointerUp: release, onPointerCancel: release };
  return (
    <div className="crop-room">
      <div
        className="crop-frame"
        role="group"
        tabIndex={0}
        aria-label={pageToolText.frame}
        style={place}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => grab(event, "")}
        {...pointers}
      >
        {handles.map((handle) => (
          <span
            key={handle}
            className={`crop-handle crop-${handle}`}
            title={pageToolText.handle(pageToolText.handles[handle])}
            onPointerDown={(event) => grab(event, handle)}
            {...pointers}
          />
        ))}
      </div>
    </div>
  );
}
