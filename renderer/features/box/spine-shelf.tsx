import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { boxText } from "#text/box";
import { sayItemNumber } from "#text/format";

/** A spine as it is drawn: a box there is, or one of the preview. */
export type Spine = {
  readonly key: string;
  readonly boxNumber: number;
  readonly spineMm: number;
  readonly usableMm: number;
  readonly thicknessMm: number;
  readonly firstNumber: number | null;
  readonly lastNumber: number | null;
  readonly entryCount: number;
  readonly isFresh: boolean;
  readonly hasFinding: boolean;
  /** Words over the first box of a class. */
  readonly heading: string;
};

type Props = {
  readonly spines: readonly Spine[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onDropEntries?: (index: number) => void;
  readonly onKey?: (event: KeyboardEvent) => void;
};

/** Pixels a millimetre of spine takes; the drawing is in proportion. */
const pixelsPerMm = 1.7;

const rangeOf = ({ firstNumber, lastNumber }: Spine): string =>
  firstNumber === null || lastNumber === null
    ? boxText.emptyBox
    : boxText.range(sayItemNumber(firstNumber), sayItemNumber(lastNumber));

/** Boxes side by side as they stand, spines in proportion; arrows choose, entries are dropped on one. */
export function SpineShelf({ spines, active, onActive, onDropEntries, onKey }: Props): ReactNode {
  const shelf = useRef<HTMLDivElement>(null);
  useEffect(() => {
    shelf.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -spines.length, End: spines.length };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey) return onKey?.(event);
    event.preventDefault();
    onActive(Math.min(spines.length - 1, Math.max(0, active + step)));
  };
  const onDragOver = (event: DragEvent): void => {
    if (onDropEntries && event.dataTransfer.types.includes("application/x-lindang-entries")) event.preventDefault();
  };
  return (
    <div ref={shelf} className="spines" role="listbox" aria-label={boxText.spines} tabIndex={0} onKeyDown={onKeyDown}>
      {spines.map((spine, index) => {
        const fill = spine.usableMm > 0 ? spine.thicknessMm / spine.usableMm : 0;
        const name = boxText.spine(spine.boxNumber, rangeOf(spine), spine.spineMm, `${Math.round(fill * 100)}%`);
        return (
          <div key={spine.key} className="spine-place">
            <div className="spine-heading">{spine.heading}</div>
            <div
              role="option"
              aria-selected={index === active}
              aria-label={name}
              title={name}
              className={`spine ${spine.isFresh ? "is-fresh" : ""} ${fill > 1 ? "is-over" : ""} ${spine.hasFinding ? "has-finding" : ""}`}
              style={{ width: spine.spineMm * pixelsPerMm }}
              onClick={() => onActive(index)}
              onDragOver={onDragOver}
              onDrop={(event) => {
                event.preventDefault();
                onDropEntries?.(index);
              }}
            >
              <span className="spine-fill" style={{ height: `${Math.min(100, fill * 100)}%` }} />
              <span className="spine-number">{spine.boxNumber}</span>
              <span className="spine-range">{rangeOf(spine)}</span>
            </div>
            <div className="spine-foot figures">{spine.spineMm}</div>
          </div>
        );
      })}
    </div>
  );
}
