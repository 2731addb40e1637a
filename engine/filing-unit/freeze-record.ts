// The digest of a record as it was filed: a character changed in the file later is noticed against it (package-and-trust B2.9, F23).
import { createHash } from "node:crypto";
import { listFileDigests } from "#db/digital-file";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { listPageDigests } from "#db/scan";
import { pickFields } from "#engine/item/pick-fields";

/** The fields a record is frozen by. Their names and order are part of every digest ever stored. */
const frozenNames = [
  "fondsId",
  "category",
  "title",
  "creator",
  "documentNumber",
  "documentDate",
  "year",
  "retention",
  "matterId",
  "access",
  "securityLevel",
  "neutralTitle",
  "pageCount",
  "remark",
] as const;

/** SHA-256 (hex) over the catalogue fields, the 档号 and the digests of its pages and digital files in order. */
export function freezeRecord(db: ReadDb, item: ItemRecord, archivalCode: string): string {
  const fields = pickFields(item, frozenNames);
  return createHash("sha256")
    .update(JSON.stringify([archivalCode, fields, [...listPageDigests(db, item.id), ...listFileDigests(db, item.id)]]))
    .digest("hex");
}
