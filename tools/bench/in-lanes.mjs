/**
 * Does `work` for each of `things`, several at a time, in their order.
 * @template T
 * @param {number} lanes
 * @param {readonly T[]} things
 * @param {(thing: T, at: number) => Promise<void>} work
 */
export async function inLanes(lanes, things, work) {
  let next = 0;
  const lane = async () => {
    for (;;) {
      const at = next;
      next += 1;
      const thing = things[at];
      if (thing === undefined) return;
      await work(thing, at);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
