// Keys of the sheet while nothing is typed: what Excel taught the hand.
import type { KeyboardEvent } from "react";
import { placeAfter, placeBeside, type SheetPlace, type SheetSize } from "./sheet-place.ts";
import type { Cursor } from "./use-cursor.ts";

export type SheetActs = {
  readonly edit: (text?: string) => void;
  readonly fillDown: () => void;
  readonly empty: () => void;
  readonly copy: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly find: () => void;
  readonly filter: () => void;
  readonly form: () => void;
  readonly newRow: () => void;
  readonly removeRows: () => void;
  readonly look: () => void;
  readonly sort: () => void;
  /** Esc with nothing typed: closes what stands beside the sheet. */
  readonly close: () => void;
};

type Hand = { readonly cursor: Cursor; readonly size: SheetSize; readonly acts: SheetActs };

const plainKeys: Readonly<Record<string, keyof SheetActs>> = {
  F2: "edit",
  F4: "form",
  F6: "look",
  Delete: "empty",
  Escape: "close",
};
const controlKeys: Readonly<Record<string, keyof SheetActs>> = {
  d: "fillDown",
  c: "copy",
  z: "undo",
  y: "redo",
  f: "find",
  "-": "removeRows",
  Enter: "newRow",
};
const bothKeys: Readonly<Record<string, keyof SheetActs>> = { z: "redo", l: "filter", s: "sort" };

function actOf({ key, ctrlKey, shiftKey, altKey }: KeyboardEvent): keyof SheetActs | undefined {
  if (altKey) return undefined;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey) return (shiftKey ? bothKeys : controlKeys)[plain];
  return shiftKey ? undefined : plainKeys[plain];
}

/** Where Enter and Tab lead; undefined for other keys. */
function afterEntry(event: KeyboardEvent, at: SheetPlace, size: SheetSize): SheetPlace | undefined {
  if (event.ctrlKey || event.altKey) return undefined;
  if (event.key === "Tab") return placeBeside(at, event.shiftKey, size);
  return event.key === "Enter" ? placeAfter(event.shiftKey ? "ArrowUp" : "ArrowDown", false, at, size) : undefined;
}

/** Answers whether the key was one of the sheet's; every other begins to be typed. */
export function pressKey(event: KeyboardEvent, { cursor, size, acts }: Hand): boolean {
  const { active, goTo, mark } = cursor;
  const next = afterEntry(event, active, size);
  if (next) goTo(next);
  else {
    const moved = event.altKey ? undefined : placeAfter(event.key, event.ctrlKey, active, size);
    const act = actOf(event);
    if (moved) goTo(moved, event.shiftKey);
    else if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === "a")
      mark({ row: 0, column: 0 }, { row: size.rows - 1, column: size.columns - 1 });
    else if (event.key === "Backspace") acts.edit("");
    else if (act) acts[act]();
    else return false;
  }
  return true;
}

type TypingHand = {
  readonly isInside: boolean;
  readonly isLong: boolean;
  readonly offerCount: number;
  readonly chosen: number;
  readonly choose: (at: number) => void;
  readonly finish: () => void;
  readonly leave: () => void;
  readonly newRow: () => void;
};

/** Keys while a cell is typed; answers whether the key was taken. */
export function pressWhileTyping(
  event: KeyboardEvent,
  hand: TypingHand,
  { cursor, size }: Omit<Hand, "acts">,
): boolean {
  const { key, altKey, ctrlKey } = event;
  if (key === "Escape") hand.leave();
  else if (key === "Enter" && ctrlKey) {
    hand.finish();
    hand.newRow();
  } else if (key === "Enter" && altKey && hand.isLong) return false;
  else if (key === "Enter" || key === "Tab") {
    hand.finish();
    const next = afterEntry(event, cursor.active, size);
    if (next) cursor.goTo(next);
  } else if ((key === "ArrowDown" || key === "ArrowUp") && hand.offerCount > 0) {
    const step = key === "ArrowDown" ? 1 : -1;
    hand.choose(Math.max(-1, Math.min(hand.offerCount - 1, hand.chosen + step)));
  } else if (/^Arrow/.test(key) && !hand.isInside && !hand.isLong && !ctrlKey && !event.shiftKey) {
    hand.finish();
    const next = placeAfter(key, false, cursor.active, size);
    if (next) cursor.goTo(next);
  } else return false;
  return true;
}
