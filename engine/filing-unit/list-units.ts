// Units and years, as the window's choices.
import type { Input, Output } from "#contract/contract";
import { countYears, listUnits } from "#db/filing-unit";
import type { ReadDb } from "#db/open";

/** Filing units with counts, newest year first. */
export const listFilingUnits = (db: ReadDb, { fondsId, year }: Input<"filing.units">): Output<"filing.units"> =>
  listUnits(db, { fondsId, year });

/** Years with drafts and filed items. */
export const listFilingYears = (db: ReadDb, { fondsId, category }: Input<"filing.years">): Output<"filing.years"> =>
  countYears(db, fondsId, category);
