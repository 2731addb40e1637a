// Choosing several of many by keyboard or mouse, as every file manager does it. Places count from 0.

export type Selection = {
  readonly focus: number;
  readonly anchor: number;
  readonly chosen: ReadonlySet<number>;
};
export type Held = { readonly shift: boolean; readonly ctrl: boolean };

export const noSelection: Selection = { focus: 0, anchor: 0, chosen: new Set() };

const range = (one: number, other: number): ReadonlySet<number> => {
  const [first, last] = one < other ? [one, other] : [other, one];
  return new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index));
};

const toggle = (chosen: ReadonlySet<number>, place: number): ReadonlySet<number> => {
  const next = new Set(chosen);
  if (!next.delete(place)) next.add(place);
  return next;
};

const steps: Record<string, (focus: number, count: number, columns: number) => number> = {
  ArrowRight: (focus) => focus + 1,
  ArrowLeft: (focus) => focus - 1,
  ArrowDown: (focus, count, columns) => (focus + columns < count ? focus + columns : focus),
  ArrowUp: (focus, _count, columns) => (focus - columns >= 0 ? focus - columns : focus),
  Home: () => 0,
  End: (_focus, count) => count - 1,
  PageDown: (focus, _count, columns) => focus + 3 * columns,
  PageUp: (focus, _count, columns) => focus - 3 * columns,
};

/** What a key makes of the selection; undefined when the key means nothing here. */
export function pressKey(
  now: Selection,
  key: string,
  held: Held,
  count: number,
  columns: number,
): Selection | undefined {
  if (count === 0) return undefined;
  const step = steps[key];
  if (step) {
    const focus = Math.max(0, Math.min(count - 1, step(now.focus, count, columns)));
    if (held.shift) return { focus, anchor: now.anchor, chosen: range(now.anchor, focus) };
    if (held.ctrl) return { ...now, focus };
    return { focus, anchor: focus, chosen: new Set([focus]) };
  }
  if (key === " ") return { focus: now.focus, anchor: now.focus, chosen: toggle(now.chosen, now.focus) };
  if (key === "Escape") return { ...now, chosen: new Set() };
  if (key.toLowerCase() === "a" && held.ctrl) return { ...now, chosen: range(0, count - 1) };
  return undefined;
}

/** What a click makes of the selection. */
export function clickPlace(now: Selection, place: number, held: Held): Selection {
  if (held.shift) return { focus: place, anchor: now.anchor, chosen: range(now.anchor, place) };
  if (held.ctrl) return { focus: place, anchor: place, chosen: toggle(now.chosen, place) };
  return { focus: place, anchor: place, chosen: new Set([place]) };
}

/** The chosen places in capture order. */
export const chosenPlaces = (selection: Selection): readonly number[] => [...selection.chosen].sort((a, b) => a - b);
