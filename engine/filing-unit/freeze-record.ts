// The digest of a record as it was filed: a character changed in the file later is noticed against it (package-and-trust B2.9, F23).
import { createHash } from "node:crypto";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { listPageDigests } from "#db/scan";

/** SHA-256 (hex) over the catalogue fields, the 档号 and the digests of the pages in order. */
export function freezeRecord(db: ReadDb, item: ItemRecord, archivalCode: string): string {
  const {
    fondsId,
    category,
    title,
    creator,
    documentNumber,
    documentDate,
    year,
    retention,
    matterId,
    access,
    securityLevel,
    neutralTitle,
    pageCount,
    remark,
  } = item;
  const fields = {
    fondsId,
    category,
    title,
    creator,
    documentNumber,
    documentDate,
    year,
    retention,
    matterId,
    access,
    securityLevel,
    neutralTitle,
    pageCount,
    remark,
  };
  return createHash("sha256")
    .update(JSON.stringify([archivalCode, fields, listPageDigests(db, item.id)]))
    .digest("hex");
}
