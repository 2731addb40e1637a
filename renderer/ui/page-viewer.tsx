import { RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type PageRegion, PageRegions } from "./page-regions.tsx";
import { useRoom } from "./use-room.tsx";

export type ViewerWords = {
  readonly larger: string;
  readonly smaller: string;
  readonly turn: string;
  readonly whole: string;
  readonly width: string;
  readonly broken: string;
  readonly image: string;
};
type Props = {
  readonly source: string;
  /** Pixels of the image, so that the sheet has its shape before the image has come. */
  readonly width: number;
  readonly height: number;
  readonly caption: ReactNode;
  readonly words: ViewerWords;
  readonly tools?: ReactNode;
  /** Whole sheet for sorting, width for reading. */
  readonly firstFit?: "whole" | "width";
  /** Places drawn over the page, in pixels of the image. */
  readonly regions?: readonly PageRegion[] | undefined;
  /** Key of the region to bring into sight, or how the keys of several begin. */
  readonly focusOn?: string | undefined;
  readonly onRegion?: ((key: string) => void) | undefined;
  /** Something to work with over the image: handles of a crop, lines to compare with; told pixels of the screen per pixel. */
  readonly over?: ((scale: number) => ReactNode) | undefined;
  /** Degrees clockwise the image is held at, to look at before it is turned. */
  readonly tilt?: number | undefined;
  /** False where turning is a tool that stays: then there is no turning for looking only. */
  readonly mayTurn?: boolean;
};

const steps = [0.5, 0.75, 1, 1.5, 2, 3, 4];

/** The page large: whole or by width, larger and smaller, turned for looking only. Keys + - 0 R when focused. */
export function PageViewer(props: Props): ReactNode {
  const {
    source,
    width,
    height,
    caption,
    words,
    tools,
    firstFit = "whole",
    regions,
    focusOn,
    onRegion,
    over,
    tilt,
    mayTurn = true,
  } = props;
  const [zoom, setZoom] = useState(1);
  const [fit, setFit] = useState(firstFit);
  const [turns, setTurns] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);

  useEffect(() => setBroken(false), [source]);

  const isLying = turns % 2 === 1;
  const [shownWidth, shownHeight] = isLying ? [height, width] : [width, height];
  const byWidth = Math.max(1, room.width - 32) / Math.max(1, shownWidth);
  const byHeight = Math.max(1, room.height - 32) / Math.max(1, shownHeight);
  const scale = (fit === "width" ? byWidth : Math.min(byWidth, byHeight)) * zoom;
  const larger = (): void => setZoom((now) => steps.find((step) => step > now) ?? now);
  const smaller = (): void => setZoom((now) => steps.findLast((step) => step < now) ?? now);
  const show = (next: "whole" | "width"): void => {
    setFit(next);
    setZoom(1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: Record<string, () => void> = {
      "+": larger,
      "=": larger,
      "-": smaller,
      "0": () => show("whole"),
      ...(mayTurn && { r: () => setTurns((now) => (now + 1) % 4) }),
    };
    const act = acts[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <section className="viewer" aria-label={words.image} onKeyDown={onKeyDown}>
      <div className="viewer-tools">
        <span className="viewer-caption">{caption}</span>
        {tools}
        <Tooltip title={words.smaller}>
          <Button type="text" icon={<ZoomOutOutlined />} aria-label={words.smaller} onClick={smaller} />
        </Tooltip>
        <Tooltip title={words.larger}>
          <Button type="text" icon={<ZoomInOutlined />} aria-label={words.larger} onClick={larger} />
        </Tooltip>
        <Button type="text" onClick={() => show(fit === "whole" ? "width" : "whole")}>
          {fit === "whole" ? words.width : words.whole}
        </Button>
        {mayTurn && (
          <Tooltip title={words.turn}>
            <Button
              type="text"
              icon={<RotateRightOutlined />}
              aria-label={words.turn}
              onClick={() => setTurns((now) => (now + 1) % 4)}
            />
          </Tooltip>
        )}
      </div>
      <div className="viewer-room" ref={box} tabIndex={0}>
        {room.width > 0 && (
          <div className="viewer-sheet" style={{ width: shownWidth * scale, height: shownHeight * scale }}>
            {isBroken ? (
              <p className="viewer-broken">{words.broken}</p>
            ) : (
              <div
                className="viewer-image"
                style={{
                  width: width * scale,
                  height: height * scale,
                  transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
                }}
              >
                <img
                  src={source}
                  alt={typeof caption === "string" ? caption : words.image}
                  draggable={false}
                  onError={() => setBroken(true)}
                  {...(tilt !== undefined && { style: { transform: `rotate(${tilt}deg)` } })}
                />
                {regions && regions.length > 0 && <PageRegions {...{ width, height, regions, focusOn, onRegion }} />}
                {over?.(scale)}
              </div>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
