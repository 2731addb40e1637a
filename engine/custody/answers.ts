// 保管: what this room answers.
import { listClimateReadings } from "#db/climate-reading";
import { listBatches } from "#db/digitisation-batch";
import { listReadabilityTests } from "#db/readability-test";
import { listSafetyChecks } from "#db/safety-check";
import { listStockTakes } from "#db/stock-take";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { closeBatch, enterLine, handOut, readBatch, withdrawBatch } from "./digitise-batch.ts";
import { keepClimate, removeClimate } from "./keep-climate.ts";
import { keepDamage, removeDamage, showDamages } from "./keep-damage.ts";
import { custodyRulesOf, setCustodyRules } from "./keep-rules.ts";
import { keepSafetyCheck, removeSafetyCheck } from "./keep-safety-check.ts";
import { listDuties } from "./list-duties.ts";
import { beginStockTake, dropStockTake, freezeStockTake, readStockTake, tickStock } from "./take-stock.ts";
import { listFaults, noteTest, runReadabilityTest } from "./test-readability.ts";

export const custodyReads = {
  "custody.rules": (db) => custodyRulesOf(db),
  "custody.due": listDuties,
  "climate-reading.list": (db, { from, to, room }) => listClimateReadings(db, from, to, room),
  "safety-check.list": (db, { from, to }) => listSafetyChecks(db, from, to),
  "stock-take.list": (db) => listStockTakes(db),
  "stock-take.lines": readStockTake,
  "damage.list": showDamages,
  "readability-test.list": (db) => listReadabilityTests(db),
  "readability-test.faults": listFaults,
  "digitisation-batch.list": (db) => listBatches(db),
  "digitisation-batch.read": readBatch,
} satisfies Partial<Reads>;

export const custodyWrites = {
  "custody.set-rules": setCustodyRules,
  "climate-reading.keep": keepClimate,
  "climate-reading.remove": removeClimate,
  "safety-check.keep": keepSafetyCheck,
  "safety-check.remove": removeSafetyCheck,
  "stock-take.begin": beginStockTake,
  "stock-take.tick": tickStock,
  "stock-take.freeze": freezeStockTake,
  "stock-take.drop": dropStockTake,
  "damage.keep": keepDamage,
  "damage.remove": removeDamage,
  "readability-test.note": noteTest,
  "digitisation-batch.hand-out": handOut,
  "digitisation-batch.enter": enterLine,
  "digitisation-batch.withdraw": withdrawBatch,
  "digitisation-batch.close": closeBatch,
} satisfies Partial<Writes>;

export const custodyTasks = { "readability-test.run": runReadabilityTest } satisfies Partial<Tasks>;

/** Calls of this room that can be a way back. */
export const custodyWaysBack = {
  "custody.set-rules": setCustodyRules,
  "climate-reading.keep": keepClimate,
  "climate-reading.remove": removeClimate,
  "safety-check.keep": keepSafetyCheck,
  "safety-check.remove": removeSafetyCheck,
  "stock-take.tick": tickStock,
  "stock-take.drop": dropStockTake,
  "damage.keep": keepDamage,
  "damage.remove": removeDamage,
  "readability-test.note": noteTest,
  "digitisation-batch.enter": enterLine,
  "digitisation-batch.withdraw": withdrawBatch,
};
