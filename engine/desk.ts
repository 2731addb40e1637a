// What a handler of a short procedure may look at beside its connection.
import type { Clock } from "./clock.ts";
import type { MakeId } from "./id.ts";
import type { Readings } from "#db/sound-words";
import type { OpenArchive } from "#engine/vault/open-archive";

export type Desk = {
  readonly archive: OpenArchive;
  readonly clock: Clock;
  readonly makeId: MakeId;
  /** How a character may be read, the usual reading first: for finding and sorting by pinyin. */
  readonly sayReadings: (character: string) => Readings;
};
