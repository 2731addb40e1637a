import { describe, expect, it } from "vitest";
import { cameraChoices } from "#contract/camera-frame";
import { pageId } from "#contract/scan";
import { actOf, afterAct } from "#features/camera/keys";
import { itemsOf, paceOf, type PileStill, stillToLookAt, withStill } from "#features/camera/pile";

const still = (number: number, more: Partial<PileStill> = {}): PileStill => ({
  number,
  pageIds: [pageId.parse(`p${number}`)],
  marks: [],
  isFirst: false,
  savedAt: number * 2000,
  tookMs: 300,
  isSettled: false,
  ...more,
});

describe("the pile of a sitting", () => {
  it("falls into items where the clerk said that a new one begins; the first still always begins one", () => {
    const pile = [still(1), still(2), still(3, { isFirst: true }), still(4)];
    expect(itemsOf(pile).map((item) => item.map(({ number }) => number))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(itemsOf([])).toEqual([]);
  });
  it("keeps a still that is taken again in its place, and the beginning of its item", () => {
    const pile = [still(1), still(2, { isFirst: true }), still(3)];
    const again = withStill(pile, still(2, { pageIds: [pageId.parse("new")] }));
    expect(again.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(again[1]).toMatchObject({ isFirst: true, pageIds: ["new"] });
  });
  it("counts pages a minute over what was taken lately", () => {
    const pile = [still(1), still(2), still(3), still(4)];
    expect(paceOf(pile, 9000)).toBeCloseTo(30);
    expect(paceOf(pile.slice(0, 2), 9000)).toBeUndefined();
    expect(paceOf(pile, 900_000)).toBeUndefined();
    const spreads = pile.map((each) => ({ ...each, pageIds: [pageId.parse("a"), pageId.parse("b")] }));
    expect(paceOf(spreads, 9000)).toBeCloseTo(60);
  });
  it("asks for a look at the newest still only, until it may stand", () => {
    const marked = still(2, { marks: [{ mark: "blur", value: "0.10" }] });
    expect(stillToLookAt([still(1), marked])).toBe(marked);
    expect(stillToLookAt([marked, still(3)])).toBeUndefined();
    expect(stillToLookAt([still(1), { ...marked, isSettled: true }])).toBeUndefined();
  });
});

describe("keys at the camera", () => {
  const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, altKey: false, repeat: false, ...more });
  it("takes with the space bar and with the pedal's key, once for a held key", () => {
    expect(actOf(key(" "), "F9")).toBe("take");
    expect(actOf(key("F9"), "F9")).toBe("take");
    expect(actOf(key("PageDown"), "F9")).toBeUndefined();
    expect(actOf(key(" ", { repeat: true }), "F9")).toBe("held");
  });
  it("leaves keys with Ctrl and Alt to the desk", () => {
    expect(actOf(key("n", { ctrlKey: true }), "F9")).toBeUndefined();
    expect(actOf(key("N"), "F9")).toBe("new-item");
  });
  it("goes round the crops and the turns", () => {
    let choices = cameraChoices.parse({});
    for (let at = 0; at < 3; at++) choices = afterAct(choices, "crop");
    expect(choices.crop).toBe("auto");
    for (let at = 0; at < 3; at++) choices = afterAct(choices, "turn");
    expect(choices.quarters).toBe(3);
    expect(afterAct(choices, "turn").quarters).toBe(0);
  });
});
