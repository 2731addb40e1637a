// Ink that hangs together: patches of touching runs, found row by row.

export type InkRun = { readonly y: number; readonly first: number; readonly last: number };
export type InkPatch = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly runs: readonly InkRun[];
};

type Open = { left: number; top: number; right: number; bottom: number; runs: InkRun[]; into: Open | undefined };

function rootOf(patch: Open): Open {
  let root = patch;
  while (root.into) root = root.into;
  // Later look-ups go straight there.
  for (let next: Open = patch; next.into;) {
    const after = next.into;
    next.into = root;
    next = after;
  }
  return root;
}

function unite(one: Open, other: Open): Open {
  const a = rootOf(one);
  const b = rootOf(other);
  if (a === b) return a;
  const [large, small] = a.runs.length >= b.runs.length ? [a, b] : [b, a];
  for (const run of small.runs) large.runs.push(run);
  small.runs = [];
  small.into = large;
  large.left = Math.min(large.left, small.left);
  large.top = Math.min(large.top, small.top);
  large.right = Math.max(large.right, small.right);
  large.bottom = Math.max(large.bottom, small.bottom);
  return large;
}

/** Patches of `ink` (1 = ink), pixels that touch at a corner counting as touching. */
export function labelInk(ink: Uint8Array, width: number, height: number): InkPatch[] {
  const all: Open[] = [];
  let above: { readonly run: InkRun; readonly patch: Open }[] = [];
  for (let y = 0; y < height; y++) {
    const row: typeof above = [];
    let next = 0;
    for (let x = 0; x < width; x++) {
      if (!ink[y * width + x]) continue;
      const first = x;
      while (x + 1 < width && ink[y * width + x + 1]) x++;
      const run = { y, first, last: x };
      let patch: Open | undefined;
      while (next < above.length && (above[next]?.run.last ?? 0) < first - 1) next++;
      for (let at = next; at < above.length && (above[at]?.run.first ?? 0) <= x + 1; at++) {
        const touching = above[at]?.patch;
        if (touching) patch = patch ? unite(patch, touching) : rootOf(touching);
      }
      if (patch) {
        patch.runs.push(run);
        patch.left = Math.min(patch.left, first);
        patch.right = Math.max(patch.right, x);
        patch.bottom = y;
      } else {
        patch = { left: first, top: y, right: x, bottom: y, runs: [run], into: undefined };
        all.push(patch);
      }
      row.push({ run, patch });
    }
    above = row;
  }
  return all.filter((patch) => !patch.into);
}
