// The one door. Electron, the command line and the tests all ask here, so they cannot disagree.
import { randomUUID } from "node:crypto";
import type { Asked, Name, Output } from "#contract/contract";
import type { EngineEvent } from "#contract/event";
import { Refusal } from "#contract/refusal";
import type { Question, Reply } from "#contract/wire";
import { scanSources } from "#engine/device/scan-sources";
import type { ScanSurroundings } from "#engine/device/scan-source";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerPool } from "#engine/helper/read-page";
import { sayReadings } from "#engine/search/say-readings";
import type { KeyCost } from "#engine/vault/derive-key";
import { settingsOf } from "#engine/vault/open-archive";
import { answer } from "./answer.ts";
import { systemClock, type Clock } from "./clock.ts";
import { closeDesk } from "./desk-doors.ts";
import type { House } from "./house.ts";
import { randomId, type MakeId } from "./id.ts";
import { refusalOfIo } from "./refuse-io.ts";
import { programVersion } from "./version.ts";

export type EngineOptions = {
  readonly clock?: Clock;
  readonly makeId?: MakeId;
  /** Tests lower it; everybody else calibrates. */
  readonly keyCost?: KeyCost;
  /** Hears events; several may listen through one. */
  readonly announce?: (event: EngineEvent) => void;
  /** Told at each named point of a write (tests of crashes). */
  readonly reach?: House["reach"];
  /** Pages of the open archive are read in the background (文字识别): where a window stands before it, not for one command. */
  readonly readsPages?: boolean;
  /** Where devices are looked for; tests name their own. */
  readonly scanners?: ScanSurroundings;
  /** Hears faults with their short id, for the diagnostic log. */
  readonly noteFault?: (id: string, error: unknown) => void;
};

export type Engine = {
  /** Answers one question; never throws: refusals and faults are answers. */
  reply(question: Question): Promise<Reply>;
  /** The typed way in, for command line and tests; throws Refusal, or an Error naming the fault. */
  ask<N extends Name>(name: N, input: Asked<N>): Promise<Output<N>>;
  close(): Promise<void>;
};

function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 24 || (major === 24 && minor < 7))
    throw new Error(`the engine needs Node 24.7 or newer, this is ${process.version}`);
}

/** Opens the engine; nothing is unlocked yet. */
export function openEngine(options: EngineOptions = {}): Engine {
  refuseOldNode();
  const house: House = {
    clock: options.clock ?? systemClock,
    makeId: options.makeId ?? randomId,
    sayReadings,
    programVersion,
    keyCost: options.keyCost,
    helpers: openHelperPool({ name: "image-helper" }),
    readers: openHelperPool(readerPool),
    readsPages: options.readsPages ?? false,
    scanners: scanSources(options.scanners ?? {}),
    announce: options.announce ?? (() => undefined),
    reach: options.reach ?? (() => undefined),
    running: new Map(),
    settling: new Set(),
    archive: undefined,
    session: undefined,
  };
  let touchedAt = house.clock.monotonicMs();
  const idleWatch = setInterval(() => {
    const { archive } = house;
    if (!archive || house.settling.size > 0) return;
    if (house.clock.monotonicMs() - touchedAt > settingsOf(archive.connection.read).autoLockMinutes * 60_000)
      void closeDesk(house, "idle");
  }, 1000);
  idleWatch.unref();

  const reply = async (question: Question): Promise<Reply> => {
    touchedAt = house.clock.monotonicMs();
    house.lastAskedMs = touchedAt;
    try {
      return { ok: true, value: await answer(house, question) };
    } catch (error) {
      const known = refusalOfIo(error);
      if (known instanceof Refusal) return { ok: false, refusal: { code: known.code, details: known.details } };
      const fault = randomUUID().slice(0, 8);
      options.noteFault?.(fault, error);
      return { ok: false, fault };
    }
  };
  let asked = 0;
  return {
    reply,
    async ask(name, input) {
      const given = await reply({ id: `own-${++asked}`, seat: "shell", name, input });
      if (given.ok) return given.value as Output<typeof name>;
      if ("refusal" in given) throw new Refusal(given.refusal.code, given.refusal.details);
      throw new Error(`fault ${given.fault} in ${name}`);
    },
    async close() {
      clearInterval(idleWatch);
      await closeDesk(house, "closed");
      house.helpers.close();
      house.readers.close();
    },
  };
}
