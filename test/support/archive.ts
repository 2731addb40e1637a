// A fresh encrypted archive in a temporary folder; real keys, real files. Only the cost of key derivation is small.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineEvent } from "#contract/event";
import type { FondsId } from "#contract/fonds";
import { openEngine, type Engine, type EngineOptions } from "#engine/engine";

/** Small on purpose: what is tested is not the cost. The real cost is measured by the benchmark. */
export const testCost = { memoryKib: 64, passes: 1 };
export const testPassphrase = "社区档案 2024";

export type TestArchive = {
  readonly engine: Engine;
  readonly folder: string;
  /** A temporary folder around the archive for sources and exports. */
  readonly around: string;
  readonly recoveryGroups: readonly string[];
  readonly fondsId: FondsId;
  readonly events: EngineEvent[];
  readonly faults: unknown[];
  remove(): Promise<void>;
};

/** An engine as tests use it: faults are collected, so that a test can show them. */
export function testEngine(options: EngineOptions = {}): { engine: Engine; events: EngineEvent[]; faults: unknown[] } {
  const events: EngineEvent[] = [];
  const faults: unknown[] = [];
  const engine = openEngine({
    keyCost: testCost,
    announce: (event) => void events.push(event),
    noteFault: (_, error) => {
      faults.push(error);
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    },
    ...options,
  });
  return { engine, events, faults };
}

/** Creates an archive and leaves it open. */
export async function freshArchive(options: EngineOptions = {}): Promise<TestArchive> {
  const around = await mkdtemp(join(tmpdir(), "lindang-"));
  const folder = join(around, "测试社区.lindang");
  const { engine, events, faults } = testEngine(options);
  const made = await engine.ask("archive.create", {
    folder,
    name: "测试社区",
    personName: "王敏",
    passphrase: testPassphrase,
    fonds: { code: "C001", name: "幸福社区", unit: "幸福社区居民委员会" },
  });
  const [fonds] = await engine.ask("fonds.list", {});
  if (!fonds) throw new Error("a new archive has its first fonds");
  return {
    engine,
    folder,
    around,
    recoveryGroups: made.recoveryGroups,
    fondsId: fonds.id,
    events,
    faults,
    remove: async () => {
      await engine.close();
      await rm(around, { recursive: true, force: true });
    },
  };
}
