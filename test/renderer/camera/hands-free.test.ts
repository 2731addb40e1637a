import { describe, expect, it } from "vitest";
import { afterTaking, firstWatch, restMs, type Sight, type Watch, watchOn } from "#camera/hands-free";
import { cellsOf, motionBetween } from "#camera/stillness";

/** Looks every 100 ms; answers the looks, and stops at the first page to be taken. */
function watchAll(sights: readonly Partial<Sight>[], from: Watch = firstWatch): string[] {
  let watch = from;
  return sights.map((sight, at) => {
    watch = watchOn(watch, { at: at * 100, motion: 0, hasPage: true, isLast: false, ...sight });
    return watch.look;
  });
}
const still = (count: number, sight: Partial<Sight> = {}): Partial<Sight>[] =>
  Array.from({ length: count }, () => sight);

describe("taking by itself", () => {
  it("takes a page that has lain still for 0.6 s, not before", () => {
    const looks = watchAll(still(8));
    expect(looks.indexOf("taking")).toBe(restMs / 100);
    expect(looks.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => "settling"));
  });
  it("begins to wait anew with every movement", () => {
    const looks = watchAll([...still(5), { motion: 0.2 }, ...still(6)]);
    expect(looks).not.toContain("taking");
    expect(looks[5]).toBe("moving");
    expect(watchAll([...still(5), { motion: 0.2 }, ...still(7)]).at(-1)).toBe("taking");
  });
  it("takes no bare desk", () => {
    expect(new Set(watchAll(still(20, { hasPage: false })))).toEqual(new Set(["empty"]));
  });
  it("does not take the page again that lies there, and says so when hands were in the picture", () => {
    expect(new Set(watchAll(still(20), afterTaking(0)))).toEqual(new Set(["taken"]));
    const looks = watchAll([{ motion: 0.3 }, ...still(9, { isLast: true })], afterTaking(0));
    expect([looks[0], looks.at(-1)]).toEqual(["moving", "same"]);
  });
  it("takes the next page after the hand has gone", () => {
    expect(watchAll([{ motion: 0.3 }, ...still(8)], afterTaking(0)).indexOf("taking")).toBe(7);
  });
});

describe("motion", () => {
  const picture = (shade: (x: number, y: number) => number) => {
    const data = new Uint8Array(160 * 120);
    for (let y = 0; y < 120; y++) for (let x = 0; x < 160; x++) data[y * 160 + x] = shade(x, y);
    return cellsOf({ width: 160, height: 120, data });
  };
  it("is none when only the lamp flickers or the sensor is grainy", () => {
    let seed = 1;
    const grain = (): number => ((seed = (seed * 16807) % 2147483647) % 9) - 4;
    const one = picture((x) => 100 + (x % 40) + grain());
    expect(
      motionBetween(
        one,
        picture((x) => 112 + (x % 40) + grain()),
      ),
    ).toBe(0);
  });
  it("is the share of the picture that a hand covers", () => {
    const desk = picture(() => 120);
    const hand = picture((x, y) => (x < 40 && y < 60 ? 200 : 120));
    expect(motionBetween(desk, hand)).toBeGreaterThan(0.1);
  });
});
