// What the filing unit answers.
import { listFormerCodes } from "#db/former-code";
import { getItem } from "#db/filing-number";
import type { Reads, Writes } from "#engine/handler";
import { commitFiling } from "./commit-filing.ts";
import { listFilingUnits, listFilingYears } from "./list-units.ts";
import { previewFiling } from "./plan-filing.ts";
import { planInsertion, planMove, planWithdrawal } from "./plan-renumbering.ts";
import { insertItem, moveItem, withdrawItem } from "./renumber.ts";
import { reorderDrafts, setRanks } from "./reorder-drafts.ts";
import { unfileItems } from "./unfile-items.ts";

export const filingUnitReads = {
  "filing.years": listFilingYears,
  "filing.preview": previewFiling,
  "filing.units": listFilingUnits,
  "filing.preview-insert": (db, input) => planInsertion(db, input).view,
  "filing.preview-withdraw": (db, input) => planWithdrawal(db, input).view,
  "filing.preview-move": (db, input) => planMove(db, input).view,
  // A number taken up again after an undo is no former one.
  "filing.former-codes": (db, { itemId }) => {
    const now = getItem(db, itemId)?.archivalCode;
    return listFormerCodes(db, itemId).filter((each) => each.archivalCode !== now);
  },
} satisfies Partial<Reads>;

export const filingUnitWrites = {
  "filing.commit": commitFiling,
  "filing.unfile": unfileItems,
  "filing.reorder": reorderDrafts,
  "filing.set-ranks": setRanks,
  "filing.insert": insertItem,
  "filing.withdraw": withdrawItem,
  "filing.move": moveItem,
} satisfies Partial<Writes>;

/** Those that lead back from another write. */
export const filingUnitWaysBack = {
  "filing.unfile": unfileItems,
  "filing.set-ranks": setRanks,
  "filing.insert": insertItem,
  "filing.withdraw": withdrawItem,
  "filing.move": moveItem,
};
