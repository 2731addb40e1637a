import type { RefObject } from "react";

/** For a dialog that has just opened: the hand stands at its first field, not at the cross that closes it. */
export const focusFirst =
  (box: RefObject<HTMLElement | null>) =>
  (isOpen: boolean): void => {
    if (isOpen) box.current?.querySelector("input")?.focus();
  };
