import { describe, expect, it } from "vitest";
import { chosenPlaces, clickPlace, noSelection, pressKey, type Selection } from "#ui/select-places";

const plain = { shift: false, ctrl: false };
const shift = { shift: true, ctrl: false };
const ctrl = { shift: false, ctrl: true };
const press = (selection: Selection, key: string, held = plain): Selection =>
  pressKey(selection, key, held, 10, 4) ?? selection;

describe("choosing pages of the tray", () => {
  it("an arrow chooses the one page it reaches", () => {
    const one = press(noSelection, "ArrowRight");
    expect([one.focus, chosenPlaces(one)]).toEqual([1, [1]]);
  });

  it("shift and arrows choose a run, and walking back makes it shorter again", () => {
    let run = press(noSelection, "ArrowRight");
    run = press(run, "ArrowDown", shift);
    expect(chosenPlaces(run)).toEqual([1, 2, 3, 4, 5]);
    run = press(run, "ArrowLeft", shift);
    expect(chosenPlaces(run)).toEqual([1, 2, 3, 4]);
    run = press(run, "Home", shift);
    expect(chosenPlaces(run)).toEqual([0, 1]);
  });

  it("control moves without choosing and space adds or takes one page", () => {
    let some = press(noSelection, " ");
    some = press(some, "ArrowRight", ctrl);
    some = press(some, "ArrowRight", ctrl);
    some = press(some, " ");
    expect(chosenPlaces(some)).toEqual([0, 2]);
    some = press(some, " ");
    expect(chosenPlaces(some)).toEqual([0]);
  });

  it("never leaves the tray: not over its ends, not into the gap of a short last row", () => {
    expect(press(noSelection, "ArrowLeft").focus).toBe(0);
    expect(press(noSelection, "ArrowUp").focus).toBe(0);
    const last = press(noSelection, "End");
    expect(last.focus).toBe(9);
    expect(press(last, "ArrowRight").focus).toBe(9);
    expect(press({ ...noSelection, focus: 7 }, "ArrowDown").focus).toBe(7);
    expect(press({ ...noSelection, focus: 5 }, "ArrowDown").focus).toBe(9);
    expect(press(last, "PageDown").focus).toBe(9);
  });

  it("control A chooses all, escape none, and an empty tray has no keys", () => {
    const all = press(noSelection, "a", ctrl);
    expect(chosenPlaces(all)).toHaveLength(10);
    expect(chosenPlaces(press(all, "Escape"))).toEqual([]);
    expect(pressKey(noSelection, "ArrowRight", plain, 0, 4)).toBeUndefined();
  });

  it("a letter without control means nothing, so that it can be typed elsewhere", () => {
    expect(pressKey(noSelection, "a", plain, 10, 4)).toBeUndefined();
  });

  it("clicks choose one, add one with control, and a run backwards with shift", () => {
    let some = clickPlace(noSelection, 6, plain);
    expect(chosenPlaces(some)).toEqual([6]);
    some = clickPlace(some, 3, ctrl);
    expect(chosenPlaces(some)).toEqual([3, 6]);
    some = clickPlace(some, 1, shift);
    expect(chosenPlaces(some)).toEqual([1, 2, 3]);
  });
});
