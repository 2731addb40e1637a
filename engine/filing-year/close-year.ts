// 关闭年度: only when nothing blocking is left, and only for the findings that were seen. There is no way back.
import type { Input } from "#contract/contract";
import type { ClosedYear } from "#contract/filing-year";
import { Refusal } from "#contract/refusal";
import { listPostponements } from "#db/deadline";
import { addClosedYear, isYearClosed } from "#db/filing-year";
import type { WriteDb } from "#db/open";
import { dropUndoOf } from "#db/undo";
import { listYearIds } from "#db/year-check";
import type { Desk } from "#engine/desk";
import { yearKey } from "#engine/filing-unit/year-key";
import type { Written } from "#engine/written";
import { checkYear, digestOfRecords } from "./check-year.ts";

/**
 * Refuses fonds-not-found, year-closed, year-empty, filing-preview-stale, year-not-ready; party-right-missing when the year
 * holds 党务 the person at the desk may not see: nobody closes what she has not checked.
 */
export function closeYear(db: WriteDb, input: Input<"filing-year.close">, desk: Desk): Written<ClosedYear> {
  const { checkDigest, ...of } = input;
  if (isYearClosed(db, of)) throw new Refusal("year-closed");
  const seen = checkYear(desk.archive.connection.read, of);
  if (seen.filed.length === 0) throw new Refusal("year-empty");
  if (seen.digest !== checkDigest) throw new Refusal("filing-preview-stale");
  const { findings, filed, pageSum, digest } = checkYear(db, of);
  if (digest !== checkDigest) throw new Refusal("party-right-missing");
  const blocking = findings.filter((each) => each.isBlocking).length;
  if (blocking > 0) throw new Refusal("year-not-ready", { count: blocking });
  const output = {
    closedAt: desk.clock.now(),
    closedBy: desk.archive.person.name,
    itemCount: filed.length,
    pageSum,
    recordHash: digestOfRecords(filed),
  };
  addClosedYear(db, { ...of, ...output });
  const postponed = listPostponements(db, of).map((each) => each.id);
  dropUndoOf(db, [...listYearIds(db, of), ...postponed]);
  // Without a way back of its own, the year's own earlier ones (the filing as a whole) go too.
  return { output, objectId: yearKey(of), after: output, nouns: ["filing-year", "filing", "item", "deadline"] };
}
