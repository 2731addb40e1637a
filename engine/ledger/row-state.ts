// A row with its sensitive values opened, as a write needs it. Never answered and never logged.
import type { ArchivalDate } from "#contract/archival-date";
import type { LedgerRowId, RowCells, RowLinks } from "#contract/ledger-row";
import type { SecretKey } from "#db/keys";
import type { RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openRecord, recordKeyOf, sealRecord } from "#engine/vault/seal-record";

/** Values by column key; what is empty is left out. */
export type RowState = {
  readonly cells: RowCells;
  readonly links: RowLinks;
  /** Values of sensitive columns. */
  readonly secrets: RowCells;
  readonly occurredOn: ArchivalDate;
  readonly stands: boolean;
};

const purposeOf = (id: LedgerRowId): string => `row values ${id}`;

/** The state of a row with what is sealed of it. */
export const openRow = (db: ReadDb, archive: OpenArchive, record: RowRecord): RowState =>
  stateOf(recordKeyOf(db, archive, record.id), record);

/** Values of the sensitive columns of a row. */
export const openSecrets = (key: Buffer, { id, sealed }: Pick<RowRecord, "id" | "sealed">): RowCells =>
  sealed === null ? {} : (openRecord(key, purposeOf(id), sealed) as RowCells);

/** Sealed, or null when there are none. */
export const sealSecrets = (key: SecretKey, id: LedgerRowId, secrets: RowCells): Buffer | null =>
  Object.keys(secrets).length === 0 ? null : sealRecord(key, purposeOf(id), secrets);

/** The state a record holds. */
export const stateOf = (key: Buffer, record: RowRecord): RowState => ({
  cells: record.cells,
  links: record.links,
  secrets: openSecrets(key, record),
  occurredOn: record.occurredOn,
  stands: record.removedAt === "",
});
