// 升级: the database of an earlier program climbs to the schema of this one after a safe copy. With a million pages that takes minutes,
// so each stage is told before it begins; a copy is one statement, in which nothing more can be told.
import { setImmediate } from "node:timers/promises";
import { safeCopy } from "#db/health";
import type { Connection } from "#db/open";
import { climb, hasPendingMigrations, type Climbing } from "#db/migrate";
import type { Progress } from "#engine/job";

const phases: Record<Climbing["stage"], string> = { climb: "升级", check: "核对" };

/** Says a stage and lets the word go out before the engine is too busy to send it. */
async function tell(progress: Progress, phase: string, done: number, total: number): Promise<void> {
  progress(phase, done, total, "step");
  await setImmediate();
}

/** Nothing to do and nothing to tell for a database of this program. Refuses what climb refuses. */
export async function upgradeDatabase({ raw }: Connection, path: string, progress: Progress): Promise<void> {
  if (hasPendingMigrations(raw)) {
    await tell(progress, "备份旧库", 0, 0);
    safeCopy(raw, path);
  }
  for (const { stage, done, total } of climb(raw)) await tell(progress, phases[stage], done, total);
}
