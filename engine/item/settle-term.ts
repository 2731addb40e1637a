// The term of an item and the schedule row it comes from: together, or not at all (Order 11 Art. 9 待核对; Order 79).
import type { ScheduleRowId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { retentionLabel, retentionRank, type Retention } from "#contract/retention";
import type { ReadDb } from "#db/open";
import { getRow, getVersion } from "#db/schedule";

type Term = { readonly retention: Retention | null; readonly scheduleRowId: ScheduleRowId | null };

const isShorter = (term: Retention, than: Retention): boolean => retentionRank(term) > retentionRank(than);

/**
 * What term and row become when some of them are given. A row gives its term unless a longer one is given with it; a term set by hand that is shorter than its row no longer comes from it, and one shorter
 * than a minimum (会计 by Order 79) is refused: the minimum is changed in the schedule, with a reason, never here.
 * Refuses schedule-row-not-found (unknown, of a draft, not used by the office), term-under-minimum.
 */
export function settleTerm(
  db: ReadDb,
  before: Term,
  given: {
    readonly retention?: Retention | null | undefined;
    readonly scheduleRowId?: ScheduleRowId | null | undefined;
  },
): Term {
  const rowId = given.scheduleRowId === undefined ? before.scheduleRowId : given.scheduleRowId;
  const wanted = given.retention === undefined ? before.retention : given.retention;
  if (rowId === null) return { retention: wanted, scheduleRowId: null };
  const row = getRow(db, rowId);
  const isNew = rowId !== before.scheduleRowId;
  if (!row || (isNew && (row.status === "dropped" || getVersion(db, row.versionId)?.state === "draft")))
    throw new Refusal("schedule-row-not-found");
  const own = row.retention;
  if (own === null) return { retention: wanted, scheduleRowId: rowId };
  if (given.retention && isShorter(given.retention, own) && row.isMinimum)
    throw new Refusal("term-under-minimum", { least: retentionLabel(own) });
  if (given.scheduleRowId) {
    const isLonger = given.retention && !isShorter(given.retention, own);
    return { retention: isLonger ? given.retention : own, scheduleRowId: rowId };
  }
  if (wanted === null || isShorter(wanted, own)) return { retention: wanted, scheduleRowId: null };
  return { retention: wanted, scheduleRowId: rowId };
}
