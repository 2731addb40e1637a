// 汇集: everything held of one person, for her own request and nothing else (personal-data P9; PIPL 45).
import { consentScopeLabel } from "#contract/consent";
import type { LedgerId } from "#contract/ledger";
import { retentionLabel } from "#contract/retention";
import type { GatheredLedger, GatheredPerson, GatheredRow } from "#contract/rights-request";
import { listAllColumns, type AnyColumn } from "#db/all-columns";
import { listConsents } from "#db/consent";
import { countPapersOf } from "#db/erase-rows";
import { getLedger } from "#db/ledger";
import { getRow, type RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { shownResident } from "#db/resident";
import { listRowsNaming } from "#db/rows-of-person";
import type { RequestRecord } from "#db/rights-request";
import { countLooksAt, listFrozenWith } from "#db/told-of-person";
import { openRow } from "#engine/ledger/row-state";
import { openSecrets } from "#engine/resident/resident-secrets";
import type { OpenArchive } from "#engine/vault/open-archive";
import { personOfRequest } from "./person-of-request.ts";
import { namesOthers, shareOf, type Concerned } from "./share-of-row.ts";

const secretHeadings = { idNumber: "证件号码", account: "账号" } as const;

function showRow(
  db: ReadDb,
  archive: OpenArchive,
  row: RowRecord,
  columns: readonly AnyColumn[],
  concerned: Concerned,
): GatheredRow {
  const { secrets } = openRow(db, archive, row);
  const cells = columns.flatMap((column) => {
    const value = secrets[column.key] ?? row.cells[column.key] ?? "";
    if (value === "") return [];
    const isWithheld = shareOf(column, row, columns, concerned) === "other";
    const isSensitive = column.personal === "sensitive";
    return [{ heading: column.heading, value: isWithheld ? "" : value, isSensitive, isWithheld }];
  });
  return {
    rowId: row.id,
    ledgerId: row.ledgerId,
    occurredOn: row.occurredOn,
    enteredAt: row.enteredAt,
    isRemoved: row.removedAt !== "",
    isRestricted: row.isRestricted,
    attachmentCount: getRow(db, row.id)?.attachmentCount ?? 0,
    namesOthers: namesOthers(row, columns, concerned),
    cells,
  };
}

function showLedger(
  db: ReadDb,
  archive: OpenArchive,
  id: LedgerId,
  rows: readonly RowRecord[],
  concerned: Concerned,
): GatheredLedger {
  const ledger = getLedger(db, id);
  if (!ledger) throw new Error("a row stands in a ledger");
  const columns = listAllColumns(db, id);
  return {
    ledgerId: id,
    name: ledger.name,
    purpose: ledger.purpose,
    basis: ledger.basis,
    basisWords: ledger.basisWords,
    retention: ledger.retention === null ? "" : retentionLabel(ledger.retention),
    rows: rows.map((row) => showRow(db, archive, row, columns, concerned)),
  };
}

/** Everything, with what belongs to others left out. Refuses request-ended, request-not-identified. */
export function gatherPerson(db: ReadDb, archive: OpenArchive, request: RequestRecord): GatheredPerson {
  const { record, ids, rows, concerned } = personOfRequest(db, archive, request);
  const secrets = record ? openSecrets(db, archive, record) : {};
  const known = new Set(rows.map(({ id }) => id));
  return {
    resident: record ? shownResident(db, record) : null,
    secrets: (["idNumber", "account"] as const).flatMap((key) =>
      secrets[key] === undefined ? [] : [{ heading: secretHeadings[key], value: secrets[key] }],
    ),
    consents: listConsents(db, ids).map(({ ledgerName, scope, givenOn, withdrawnOn }) => ({
      ...{ ledger: ledgerName, scope: consentScopeLabel[scope], givenOn, withdrawnOn },
    })),
    ledgers: [...new Set(rows.map(({ ledgerId }) => ledgerId))].map((id) =>
      showLedger(
        db,
        archive,
        id,
        rows.filter(({ ledgerId }) => ledgerId === id),
        concerned,
      ),
    ),
    alike: listRowsNaming(db, [...concerned.words])
      .filter(({ row }) => !known.has(row.id))
      .map(({ row, word }) => ({
        rowId: row.id,
        ledgerName: getLedger(db, row.ledgerId)?.name ?? "",
        occurredOn: row.occurredOn,
        matched: word,
      })),
    frozen: listFrozenWith(db, rows),
    paperCount: countPapersOf(db, rows, ids),
    revealCount: countLooksAt(db, rows, ids),
  };
}
