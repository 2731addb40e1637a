// Sensitive columns wait for a 影响评估 that was made for them: asked when a ledger is opened and whenever a value is written.
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import { listAssessments } from "#db/impact-assessment";
import type { ReadDb } from "#db/open";

/** Sensitive columns of a ledger with their headings: what an assessment is made for. */
export const sensitiveColumns = ({ columns }: Pick<Ledger, "columns">): Record<ColumnKey, string> =>
  Object.fromEntries(
    columns.filter(({ personal }) => personal === "sensitive").map(({ key, heading }) => [key, heading]),
  );

/**
 * Keys of sensitive columns that no assessment covers. The newest assessment decides: one that says 暂不启用 covers nothing,
 * and a column covers only under the heading it was assessed with (PIPL 55).
 */
export function unassessedColumns(db: ReadDb, ledger: Pick<Ledger, "id" | "columns">): ColumnKey[] {
  const asked = Object.entries(sensitiveColumns(ledger)) as [ColumnKey, string][];
  if (asked.length === 0) return [];
  const [newest] = listAssessments(db, ledger.id);
  const covered = newest?.conclusion === "may-open" ? newest.columns : {};
  return asked.filter(([key, heading]) => covered[key] !== heading).map(([key]) => key);
}
