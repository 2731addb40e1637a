// Every reading of a character, for finding by pinyin. The table of readings is loaded when the first item is indexed, not when
// the program starts.
import type { SayReadings } from "./index-due.ts";

let loading: Promise<SayReadings> | undefined;

async function load(): Promise<SayReadings> {
  const { polyphonic } = await import("pinyin-pro");
  const known = new Map<string, readonly string[]>();
  return (character) => {
    let readings = known.get(character);
    if (!readings) {
      const [said = []] = /\p{Script=Han}/u.test(character)
        ? polyphonic(character, { toneType: "none", type: "array", v: true })
        : [[character]];
      readings = [...new Set(said.map((each) => each.toLowerCase().replaceAll("ü", "v")))];
      known.set(character, readings);
    }
    return readings;
  };
}

/** The readings of characters: lv for 绿, never ü; several for 行. */
export const loadReadings = (): Promise<SayReadings> => (loading ??= load());
