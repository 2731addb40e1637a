// A digest of one row under the row's own key: says whether it is as it was, and nothing to anybody without that key (P7, P9).
import { createHash } from "node:crypto";
import { getContentKey, keyedDigest } from "#db/keys";
import type { RowRecord } from "#db/ledger-row";
import type { RowDigests } from "#db/ledger-freeze";
import type { ReadDb } from "#db/open";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openSecrets } from "./row-state.ts";

const sorted = (values: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Of everything a row says: cells, links, sensitive values, date, 补录 and 限制处理. */
export function digestRow(db: ReadDb, archive: OpenArchive, record: RowRecord): string {
  // A granted deletion took the key: the row is another from then on.
  const key = getContentKey(db, archive.keys, record.id);
  if (!key) return "";
  const { seq, occurredOn, enteredAt, isLate, isRestricted, cells, links } = record;
  const secrets = sorted(openSecrets(key, record));
  return keyedDigest(key, [seq, occurredOn, enteredAt, isLate, isRestricted, sorted(cells), sorted(links), secrets]);
}

/** One digest over all rows of a period in the order of their numbers. */
export function digestRows(rows: RowDigests): string {
  const all = createHash("sha256");
  for (const [seq, digest] of [...rows].toSorted(([one], [other]) => one - other)) all.update(`${seq} ${digest}\n`);
  return all.digest("hex");
}
