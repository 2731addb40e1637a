import { useEffect, useRef, useState } from "react";

export type ToolKeys = {
  readonly onLeft: () => void;
  readonly onRight: () => void;
  readonly onStraighten: () => void;
  /** Set while something is looked at before it is kept. */
  readonly onKeep: (() => void) | undefined;
  readonly onDrop: (() => void) | undefined;
};

const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector(".ant-modal-wrap:not([style*='display: none'])") !== null ||
  (target instanceof HTMLElement &&
    target.closest("input:not([role=slider]):not(.tool-number input), textarea, [contenteditable], .ant-select") !==
      null);

/** Keys of the tools wherever the focus is, but never while something is typed; answers whether X is held for comparing. */
export function useToolKeys(keys: ToolKeys, isOn: boolean): boolean {
  const [isComparing, setComparing] = useState(false);
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const down = (event: KeyboardEvent): void => {
      const { onLeft, onRight, onStraighten, onKeep, onDrop } = now.current;
      const isNumber = event.target instanceof HTMLElement && event.target.closest(".tool-number") !== null;
      if (event.ctrlKey || event.altKey || event.metaKey || (isElsewhere(event.target) && !isNumber)) return;
      const isButton = event.target instanceof HTMLElement && event.target.closest("button") !== null;
      const key = event.key.toLowerCase();
      let act: (() => void) | undefined;
      if (key === "escape") act = onDrop;
      else if (key === "enter" && !isButton) act = onKeep;
      else if (!isNumber && event.shiftKey && !event.repeat) act = { l: onLeft, r: onRight, d: onStraighten }[key];
      else if (key === "x" && !isNumber) act = () => setComparing(true);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === "x") setComparing(false);
    };
    const stop = (): void => setComparing(false);
    // Before the list beside it takes Enter for making an item.
    window.addEventListener("keydown", down, true);
    window.addEventListener("keyup", up, true);
    window.addEventListener("blur", stop);
    return () => {
      window.removeEventListener("keydown", down, true);
      window.removeEventListener("keyup", up, true);
      window.removeEventListener("blur", stop);
    };
  }, [isOn]);
  return isComparing;
}
