// Characters set one below the other are often found one by one. Those that stand so near that their boxes overlap are
// one upright line (申请人情况 in a narrow cell); rows of a table stand further apart.
import type { LineBox } from "./line-box.ts";

/** Longer side over shorter side of a box that may hold one character. */
const square = 1.6;
/** Middles nearer than this share of the side stand one below the other, and in one column. */
const [nearBelow, sameColumn] = [0.95, 0.25];

const isSquare = ({ width, height }: LineBox): boolean => Math.max(width, height) < square * Math.min(width, height);

/** Boxes of which upright neighbours are joined; `parts` are the boxes a joined one was made of. */
export function joinColumns(
  boxes: readonly LineBox[],
): { readonly box: LineBox; readonly parts: readonly LineBox[] }[] {
  const open = boxes.filter(isSquare).toSorted((a, b) => a.y - b.y);
  const joined = boxes.filter((box) => !isSquare(box)).map((box) => ({ box, parts: [box] }));
  while (open.length > 0) {
    const parts = open.splice(0, 1);
    for (let last = parts.at(-1); last !== undefined;) {
      const above = last;
      const at = open.findIndex(
        (box) =>
          Math.abs(box.x - above.x) < sameColumn * above.width &&
          box.y > above.y &&
          box.y - above.y < (nearBelow * (box.height + above.height)) / 2,
      );
      last = at < 0 ? undefined : open.splice(at, 1)[0];
      if (last) parts.push(last);
    }
    const [left, right] = [
      Math.min(...parts.map((p) => p.x - p.width / 2)),
      Math.max(...parts.map((p) => p.x + p.width / 2)),
    ];
    const [top, bottom] = [
      Math.min(...parts.map((p) => p.y - p.height / 2)),
      Math.max(...parts.map((p) => p.y + p.height / 2)),
    ];
    const [first] = parts;
    if (!first) continue;
    const whole = { ...first, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
    joined.push({ box: parts.length === 1 ? first : { ...whole, angle: 0 }, parts });
  }
  return joined;
}
