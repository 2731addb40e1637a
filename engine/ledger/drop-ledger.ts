// A draft that was made by mistake goes; what was used, or assessed, stays.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { listAssessments } from "#db/impact-assessment";
import { hasRows, removeLedger } from "#db/ledger";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";
import { ledgerForChange } from "./change-ledger.ts";

/** Refuses ledger-not-found, ledger-changed, ledger-in-use. An assessment is kept three years at least (PIPL 56). */
export function dropLedger(db: WriteDb, input: Input<"ledger.drop">): Written<Record<string, never>> {
  const before = ledgerForChange(db, input);
  if (before.state !== "draft" || hasRows(db, before.id) || listAssessments(db, before.id).length > 0)
    throw new Refusal("ledger-in-use");
  removeLedger(db, before.id);
  return { output: {}, objectId: before.id, before, nouns: ["ledger"] };
}
