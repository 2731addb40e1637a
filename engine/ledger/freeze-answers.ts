// 固化: the answers about periods and what was frozen of them.
import type { Input, Output } from "#contract/contract";
import { isPeriodOver } from "#contract/ledger-period";
import { Refusal } from "#contract/refusal";
import { findFrozenRows } from "#db/frozen-row";
import { countFreezes, countPeriods, frozenRows, getFreeze, lastFreeze, listFreezes } from "#db/ledger-freeze";
import { getRecords, listRows } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { matterRuleOf } from "#engine/filing-unit/matter-rule";
import type { Reads, Tasks } from "#engine/handler";
import { compareRows } from "./compare-freeze.ts";
import { classOf, freezePeriod } from "./freeze-period.ts";
import { leftOutOf } from "./frozen-columns.ts";
import { freezeTable, readPeriod } from "./gather-freeze.ts";
import { readLedger } from "./read-ledger.ts";
import { digestRow, digestRows } from "./row-digest.ts";

const mostFindings = 200;

function listPeriods(db: ReadDb, { ledgerId }: Input<"ledger.periods">): Output<"ledger.periods"> {
  const ledger = readLedger(db, ledgerId);
  const counted = countPeriods(db, ledgerId, ledger.period);
  const frozen = countFreezes(db, ledgerId);
  return {
    periods: counted.flatMap(({ period, ...counts }) =>
      period === null ? [] : { period, ...counts, freezeCount: frozen.get(period) ?? 0 },
    ),
    undatedCount: counted.find(({ period }) => period === null)?.rowCount ?? 0,
  };
}

function previewFreeze(
  db: ReadDb,
  { ledgerId, period }: Input<"ledger.freeze-preview">,
  desk: Desk,
): Output<"ledger.freeze-preview"> {
  const ledger = readLedger(db, ledgerId);
  const rows = readPeriod(db, desk, ledger, period);
  const { findings } = freezeTable(rows, "plain");
  const hasTerm = ledger.retention !== null || ledger.scheduleRowId !== null;
  const before = lastFreeze(db, ledgerId, period);
  return {
    columns: ledger.columns.map((column) => ({
      ...{ key: column.key, heading: column.heading },
      leftOut: leftOutOf(column),
    })),
    ...{ rowCount: rows.records.length, lateCount: rows.lateCount, restrictedCount: rows.restrictedCount },
    undatedCount: listPeriods(db, { ledgerId }).undatedCount,
    findingCount: findings.length,
    findings: findings.slice(0, mostFindings),
    isOver: isPeriodOver(period, localDay(desk.clock.now())),
    keepsIdentified: ledger.keepsIdentified,
    hasTerm: hasTerm && (ledger.matterId !== null || !matterRuleOf(db, classOf(ledger, period)).needsMatter),
    change: before ? compareRows(frozenRows(db, before.id), rows.digests) : null,
  };
}

function checkFreeze(
  db: ReadDb,
  { freezeId }: Input<"ledger.freeze-check">,
  desk: Desk,
): Output<"ledger.freeze-check"> {
  const freeze = getFreeze(db, freezeId);
  if (!freeze) throw new Refusal("freeze-not-found");
  const rows = readPeriod(db, desk, readLedger(db, freeze.ledgerId), freeze.period);
  return {
    isSame: digestRows(rows.digests) === freeze.digest,
    rowCount: rows.records.length,
    change: compareRows(frozenRows(db, freezeId), rows.digests),
  };
}

function listFrozenRows(
  db: ReadDb,
  { ledgerId, seqs }: Input<"ledger.frozen-rows">,
  { archive }: Desk,
): Output<"ledger.frozen-rows"> {
  const frozen = findFrozenRows(db, readLedger(db, ledgerId).id, seqs);
  const ids = listRows(db, ledgerId, [...frozen.keys()]).map(({ id }) => id);
  return [...getRecords(db, ids).values()].flatMap((record) => {
    const then = frozen.get(record.seq);
    if (!then) return [];
    const { digest, ...about } = then;
    const isChanged = record.removedAt !== "" || digestRow(db, archive, record) !== digest;
    return [{ seq: record.seq, ...about, isChanged }];
  });
}

export const ledgerFreezeReads = {
  "ledger.periods": listPeriods,
  "ledger.freeze-preview": previewFreeze,
  "ledger.freezes": (db, { ledgerId, period }) => listFreezes(db, readLedger(db, ledgerId).id, period),
  "ledger.freeze-check": checkFreeze,
  "ledger.frozen-rows": listFrozenRows,
} satisfies Partial<Reads>;

export const ledgerFreezeTasks = { "ledger.freeze": freezePeriod } satisfies Partial<Tasks>;
