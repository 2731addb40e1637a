// The design of ledgers: the answers of this room that make, change, open and close them.
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import { listAssessments } from "#db/impact-assessment";
import { findLedger } from "#db/ledger";
import { listRemovedColumns } from "#db/ledger-column";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { keepAssessment } from "./assess-impact.ts";
import { designInTurns } from "./design-in-turns.ts";
import { designLedger } from "./design-ledger.ts";
import { dropLedger } from "./drop-ledger.ts";
import { makeLedger } from "./make-ledger.ts";
import { closeLedger, openLedger } from "./open-ledger.ts";
import { readLedger } from "./read-ledger.ts";
import { readPack } from "./read-pack.ts";
import { reorderLedgers } from "./reorder-ledgers.ts";
import { shippedTemplates } from "./shipped-templates.ts";
import { unassessedColumns } from "./unassessed-columns.ts";

export const ledgerDesignReads = {
  "ledger.templates": (db, { fondsId }) => {
    if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
    return shippedTemplates().templates.map((template) => ({
      template,
      ledgerId: findLedger(db, fondsId, template.code)?.id ?? null,
    }));
  },
  "ledger.unassessed": (db, { id }) => unassessedColumns(db, readLedger(db, id)),
  "ledger.removed-columns": (db, { id }) => listRemovedColumns(db, readLedger(db, id).id),
  "impact-assessment.list": (db, { ledgerId }) => listAssessments(db, readLedger(db, ledgerId).id),
} satisfies Partial<Reads>;

export const ledgerDesignWrites = {
  "ledger.make": makeLedger,
  "ledger.open": openLedger,
  "ledger.close": closeLedger,
  "ledger.drop": dropLedger,
  "ledger.reorder": reorderLedgers,
  "impact-assessment.keep": keepAssessment,
} satisfies Partial<Writes>;

export const ledgerDesignTasks = {
  "ledger.read-pack": readPack,
  "ledger.design": designInTurns,
} satisfies Partial<Tasks>;

/** Calls that may lead back (engine/undo). */
export const ledgerDesignWaysBack = {
  "ledger.drop": dropLedger,
  "ledger.design": designLedger,
  "ledger.open": openLedger,
  "ledger.close": closeLedger,
  "ledger.reorder": reorderLedgers,
};
