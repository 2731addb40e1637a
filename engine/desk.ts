// What a handler of a short procedure may look at beside its connection.
import type { Clock } from "./clock.ts";
import type { MakeId } from "./id.ts";
import type { OpenArchive } from "#engine/vault/open-archive";

export type Desk = {
  readonly archive: OpenArchive;
  readonly clock: Clock;
  readonly makeId: MakeId;
};
