// 启用 and 停用. No row before purpose and basis are said, and no sensitive column before its 影响评估 (personal-data P1).
import type { Input } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { hasRows, setLedger } from "#db/ledger";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { ledgerForChange } from "./change-ledger.ts";
import { isBasisSaid, refuseDesign, refusePlace } from "./check-design.ts";
import { readLedger } from "./read-ledger.ts";
import { unassessedColumns } from "./unassessed-columns.ts";

function written(db: WriteDb, before: Ledger, back: "ledger.open" | "ledger.close"): Written<Ledger> {
  const output = readLedger(db, before.id);
  return {
    output,
    objectId: before.id,
    before: before.state,
    after: output.state,
    undo: { name: back, input: { id: before.id, revision: output.revision } },
    nouns: ["ledger"],
  };
}

/** Refuses ledger-not-found, ledger-changed, ledger-basis-missing, ledger-not-assessed, and what a design may not be. */
export function openLedger(db: WriteDb, input: Input<"ledger.open">, desk: Desk): Written<Ledger> {
  const before = ledgerForChange(db, input);
  if (!isBasisSaid(before)) throw new Refusal("ledger-basis-missing");
  // Rules may have become stricter since the draft was made.
  refuseDesign(before);
  refusePlace(db, before);
  if (unassessedColumns(db, before).length > 0) throw new Refusal("ledger-not-assessed");
  setLedger(db, before.id, { state: "open", openedAt: before.openedAt === "" ? desk.clock.now() : before.openedAt });
  return written(db, before, "ledger.close");
}

/** Refuses ledger-not-found, ledger-changed. */
export function closeLedger(db: WriteDb, input: Input<"ledger.close">): Written<Ledger> {
  const before = ledgerForChange(db, input);
  const isUnused = !hasRows(db, before.id);
  setLedger(db, before.id, isUnused ? { state: "draft", openedAt: "" } : { state: "closed" });
  return written(db, before, "ledger.open");
}
