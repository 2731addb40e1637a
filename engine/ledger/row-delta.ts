// What one act did to one row: before and after of every value it changed, and why; sealed under the row's key (personal-data P9).
import { z } from "zod";
import { columnKey } from "#contract/ledger-column";
import type { LedgerRowId } from "#contract/ledger-row";
import type { SecretKey } from "#db/keys";
import type { RowChangeRecord } from "#db/ledger-change";
import { openRecord, sealRecord } from "#engine/vault/seal-record";

/** [before, after]; "" is empty. */
const change = z.tuple([z.string(), z.string()]);
const changes = z.record(columnKey, change);

export const rowDelta = z.object({
  cells: changes,
  links: changes,
  /** Values of sensitive columns. */
  secrets: changes,
  /** Whether the row stood, before and after: an added row did not before. Left out where that did not change. */
  stands: z.tuple([z.boolean(), z.boolean()]).optional(),
  why: z.string(),
});
export type RowDelta = z.infer<typeof rowDelta>;
export type ValueChanges = z.infer<typeof changes>;

/** What of two sets of values differs. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): ValueChanges {
  const changed: Record<string, [string, string]> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key] ?? "", after[key] ?? ""];
    if (was !== is) changed[key] = [was, is];
  }
  return changed as ValueChanges;
}

/** Columns whose value, link or secret an act changed. */
export const touchedColumns = ({ cells, links, secrets }: RowDelta): string[] => [
  ...new Set([...Object.keys(cells), ...Object.keys(links), ...Object.keys(secrets)]),
];

const purposeOf = (changeId: string, rowId: LedgerRowId): string => `row change ${changeId} ${rowId}`;

/** A new row is told apart by its making alone: its first values are what its later changes leave of it. */
const making = { cells: {}, links: {}, secrets: {}, stands: [false, true] as [boolean, boolean], why: "" };
const nothing = Buffer.alloc(0);

export const sealDelta = (key: SecretKey, changeId: string, rowId: LedgerRowId, delta: RowDelta): Buffer =>
  sealRecord(key, purposeOf(changeId, rowId), delta);

/** What the making of a row did to it. Without a reason there is nothing to seal: that it was made stands in the clear anyway. */
export const sealMaking = (key: SecretKey, changeId: string, rowId: LedgerRowId, why: string): Buffer =>
  why === "" ? nothing : sealDelta(key, changeId, rowId, { ...making, why });

export const openDelta = (key: Buffer, { changeId, rowId, sealed }: RowChangeRecord): RowDelta =>
  sealed.length === 0 ? making : rowDelta.parse(openRecord(key, purposeOf(changeId, rowId), sealed));
