// When a page is taken without a key: it has lain still for a while, it is a page, and it is not the one taken last.
import type { CameraLook } from "#contract/camera-frame";

/** How long a page lies still before it is taken, in ms (product W15). */
export const restMs = 600;
/** Share of the picture that may change while it counts as still. */
export const mostMotion = 0.012;

export type Watch = {
  readonly look: CameraLook;
  /** Since when nothing moved; undefined while something moves. */
  readonly stillSince: number | undefined;
  /** Something has moved since the last page was taken: hands, or the page being turned. */
  readonly hasMoved: boolean;
};

export const firstWatch: Watch = { look: "empty", stillSince: undefined, hasMoved: true };

export type Sight = {
  /** Milliseconds of one clock. */
  readonly at: number;
  /** Share of the picture that changed since the last look. */
  readonly motion: number;
  /** A sheet is seen, or there is writing where the crop was set. */
  readonly hasPage: boolean;
  /** It looks like the page taken last. */
  readonly isLast: boolean;
};

/** One look further. A page is to be taken when `look` is "taking". */
export function watchOn(before: Watch, { at, motion, hasPage, isLast }: Sight): Watch {
  if (motion > mostMotion) return { look: "moving", stillSince: undefined, hasMoved: true };
  const stillSince = before.stillSince ?? at;
  const still = { stillSince, hasMoved: before.hasMoved };
  if (!hasPage) return { ...still, look: "empty" };
  if (!before.hasMoved) return { ...still, look: "taken" };
  if (at - stillSince < restMs) return { ...still, look: "settling" };
  if (isLast) return { ...still, look: "same" };
  return { ...still, look: "taking" };
}

/** After a page was taken: it lies there and is not taken again before something has moved. */
export const afterTaking = (at: number): Watch => ({ look: "taken", stillSince: at, hasMoved: false });
