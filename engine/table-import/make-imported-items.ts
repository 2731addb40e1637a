// Rows of an old catalogue as 件 (整理中): what the table says and no more; the old 档号 is kept as a former one.
import { randomBytes } from "node:crypto";
import type { FondsId } from "#contract/fonds";
import { itemId } from "#contract/item";
import { formerCodeTable } from "#db/former-code";
import { insertRow } from "#db/insert-row";
import { putContentKey } from "#db/keys";
import { addNewItem, nextItemSeq } from "#db/new-item";
import type { WriteDb } from "#db/open";
import type { House } from "#engine/house";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { PreparedRow } from "./prepare-import.ts";

const rowsBetweenWords = 500;

/** Makes the items inside the caller's transaction; their ids in the order of the rows. */
export function makeImportedItems(
  db: WriteDb,
  house: House,
  archive: OpenArchive,
  fondsId: FondsId,
  category: string,
  rows: readonly PreparedRow[],
  told: (done: number) => void,
): string[] {
  const enteredAt = house.clock.now();
  const first = nextItemSeq(db);
  return rows.map((row, at) => {
    const id = itemId.parse(house.makeId());
    const item = {
      id,
      fondsId,
      category,
      title: row.title,
      creator: row.creator,
      documentNumber: row.documentNumber,
      documentDate: row.documentDate,
      year: row.year,
      retention: row.retention,
      matterId: row.matterId,
      access: "internal" as const,
      securityLevel: row.securityLevel,
      neutralTitle: "",
      paperPageCount: row.pages,
      remark: row.remark,
      state: "draft" as const,
      enteredAt,
      carrier: "paper" as const,
      rank: row.rank,
    };
    addNewItem(db, first + at, item, "正文");
    putContentKey(db, archive.keys, id, "item", randomBytes(32));
    if (row.archivalCode !== "")
      insertRow(db, formerCodeTable, {
        itemId: id,
        archivalCode: row.archivalCode,
        until: enteredAt,
        reason: row.boxNumber === "" ? "旧目录" : `旧目录，盒号 ${row.boxNumber}`,
      });
    if ((at + 1) % rowsBetweenWords === 0 || at + 1 === rows.length) told(at + 1);
    return id;
  });
}
