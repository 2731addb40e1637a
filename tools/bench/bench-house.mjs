import { systemClock } from "#engine/clock";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerPool } from "#engine/helper/read-page";
import { randomId } from "#engine/id";
import { sayReadings } from "#engine/search/say-readings";
import { programVersion } from "#engine/version";

/**
 * An engine's house in this process, for what the benchmark does without a channel.
 * @param {import("#engine/vault/open-archive").OpenArchive} [archive]
 * @returns {import("#engine/house").House}
 */
export const benchHouse = (archive) => ({
  clock: systemClock,
  makeId: randomId,
  sayReadings,
  programVersion,
  keyCost: undefined,
  helpers: openHelperPool({ name: "image-helper" }),
  readers: openHelperPool(readerPool),
  readsPages: false,
  scanners: [],
  announce: () => undefined,
  reach: () => undefined,
  running: new Map(),
  settling: new Set(),
  archive,
  session: undefined,
});
