// The digest of a record as it was filed: a character changed in the file later is noticed against it (package-and-trust B2.9, F23).
import { createHash } from "node:crypto";
import { listContentDigests } from "#db/content-digests";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
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
export const hashRecord = (item: ItemRecord, archivalCode: string, contents: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify([archivalCode, pickFields(item, frozenNames), contents]))
    .digest("hex");

/** The digest of one record as it stands now. */
export const freezeRecord = (db: ReadDb, item: ItemRecord, archivalCode: string): string =>
  hashRecord(item, archivalCode, listContentDigests(db, [item.id]).get(item.id) ?? []);

/** The digests of many records as they stand now, under the 档号 each bears or is to bear. */
export function recordFreezer(db: ReadDb, items: readonly ItemRecord[]): (item: ItemRecord, code: string) => string {
  const ids = items.map((item) => item.id);
  const contents = listContentDigests(db, ids);
  return (item, code) => hashRecord(item, code, contents.get(item.id) ?? []);
}
