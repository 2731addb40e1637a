// What the engine holds while it runs: clock, names, the one open archive, helper processes, running tasks.
import type { EngineEvent } from "#contract/event";
import type { Session } from "#contract/archive";
import type { Readings } from "#db/sound-words";
import type { MakeId } from "./id.ts";
import type { Clock } from "./clock.ts";
import type { KeyCost } from "#engine/vault/derive-key";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { HelperPool } from "#engine/helper/helper-pool";
import type { ScanSource } from "#engine/device/scan-source";

/** Named points of a write: the sealed file is durable, the transaction is about to commit, has committed, dropped files are gone. */
export type WritePoint = "file-kept" | "before-commit" | "after-commit" | "files-removed";

export type House = {
  readonly clock: Clock;
  readonly makeId: MakeId;
  /** How a character may be read, the usual reading first; answers while an archive is open. */
  readonly sayReadings: (character: string) => Readings;
  readonly programVersion: string;
  /** Cost of key derivation for new slots; undefined = calibrate on this machine. */
  readonly keyCost: KeyCost | undefined;
  /** Helper processes for untrusted bytes, started when first needed. */
  readonly helpers: HelperPool;
  /** The helper process that reads pages (文字识别), started when first needed. */
  readonly readers: HelperPool;
  /** Whether pages are read in the background while an archive is open. */
  readonly readsPages: boolean;
  /** Where pages can be asked for; nothing is asked before the clerk does. */
  readonly scanners: readonly ScanSource[];
  readonly announce: (event: EngineEvent) => void;
  /** Told at each named point of a write; the crash tests die there (package-and-trust F02), nobody else listens. */
  readonly reach: (point: WritePoint) => void;
  readonly running: Map<string, AbortController>;
  /** Monotonic ms of the last question anybody put: while answers are waited for, the index is kept in small steps. */
  lastAskedMs?: number;
  /** While somebody has the index made anew, nothing else works on it. */
  isRebuilding?: boolean;
  /** Monotonic ms of the last still a camera handed over: while the clerk turns pages, reading waits. */
  lastStillMs?: number;
  /** Tasks on the open archive that have not ended; closing it waits for them. */
  readonly settling: Set<Promise<unknown>>;
  archive: OpenArchive | undefined;
  /** What the window is told of the open archive; made anew when it changes. */
  session: Session | undefined;
};
