// 盒脊 and 脊背: cells below each other over the whole height, a small heading over each value.
import type { Label, LabelCell } from "./form-definition.ts";

export type SpineField = {
  readonly heading: string;
  readonly field: string;
  /** Share of what is left after the fixed values, for long words set downwards; 0 for a value of fixed height. */
  readonly share: number;
  /** A second value below the first: 起件号 over 止件号. */
  readonly second?: string;
  readonly isCode?: boolean;
};

const headingMm = 8;
const valueMm = 18;
/** On A4 a spine of 310 mm does not fit: the label is as tall as the sheet lets it be and is pasted in the middle. */
const heightOn = { A4: 270, A3: 310 } as const;

/** A spine of this width (20, 30, 40, 50 mm) and of the height the sheet allows. */
export function spineLabel(widthMm: number, on: "A4" | "A3", fields: readonly SpineField[]): Label {
  const heightMm = heightOn[on];
  const fixed = fields.reduce(
    (sum, { share, second }) => sum + headingMm + (share > 0 ? 0 : valueMm * (second ? 2 : 1)),
    0,
  );
  const shares = fields.reduce((sum, { share }) => sum + share, 0);
  const sizePt = widthMm >= 40 ? 16 : widthMm >= 30 ? 14 : 11;
  const cells: LabelCell[] = [];
  let yMm = 0;
  const put = (
    height: number,
    cell: Pick<LabelCell, "words" | "field" | "isCode" | "direction" | "sizePt" | "weight">,
  ): void => {
    cells.push({ xMm: 0, yMm, widthMm, heightMm: height, leastPt: 5, hasFrame: true, ...cell });
    yMm += height;
  };
  for (const { heading, field, share, second, isCode = false } of fields) {
    put(headingMm, { words: heading, sizePt: Math.min(11, sizePt), weight: "bold", direction: "across" });
    const height = share > 0 ? ((heightMm - fixed) * share) / shares : valueMm;
    put(height, { field, isCode, sizePt, direction: share > 0 ? "down" : "across" });
    if (second) put(height, { field: second, isCode, sizePt, direction: "across" });
  }
  return { widthMm, heightMm, lineMm: 0.3, ink: 0, cells };
}
