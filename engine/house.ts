// What the engine holds while it runs: clock, names, the one open archive, helper processes, running tasks.
import type { EngineEvent } from "#contract/event";
import type { Session } from "#contract/archive";
import type { MakeId } from "./id.ts";
import type { Clock } from "./clock.ts";
import type { KeyCost } from "#engine/vault/derive-key";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { HelperPool } from "#engine/helper/helper-pool";

export type House = {
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly programVersion: string;
  /** Cost of key derivation for new slots; undefined = calibrate on this machine. */
  readonly keyCost: KeyCost | undefined;
  /** Helper processes for untrusted bytes, started when first needed. */
  readonly helpers: HelperPool;
  readonly announce: (event: EngineEvent) => void;
  readonly running: Map<string, AbortController>;
  /** Tasks on the open archive that have not ended; closing it waits for them. */
  readonly settling: Set<Promise<unknown>>;
  archive: OpenArchive | undefined;
  /** What the window is told of the open archive; made anew when it changes. */
  session: Session | undefined;
};
