// Every reading of a character, for finding and sorting by pinyin. The table of readings is loaded while an archive is being
// unlocked, not when the program starts; from then on it answers at once.
import type { SayReadings } from "./index-due.ts";

let loading: Promise<SayReadings> | undefined;
let loaded: SayReadings | undefined;

async function load(): Promise<SayReadings> {
  const { polyphonic } = await import("pinyin-pro");
  const known = new Map<string, readonly string[]>();
  loaded = (character) => {
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
  return loaded;
}

/** The readings of characters: lv for 绿, never ü; several for 行. */
export const loadReadings = (): Promise<SayReadings> => (loading ??= load());

/** Readings of one character, the usual one first; whoever has an open archive may ask. */
export const sayReadings: SayReadings = (character) => {
  if (!loaded) throw new Error("readings are loaded before an archive is open");
  return loaded(character);
};
