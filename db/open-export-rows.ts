// Everything the archive says, row by row, for an export that needs no program of ours.
import { asc, eq } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import { boxTable } from "./box.ts";
import { formerCodeTable, type FormerCode } from "./former-code.ts";
import { fondsTable, matterTable } from "./fonds.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { volumeTable, type VolumeRecord } from "./volume.ts";

export type ExportRecord = {
  readonly item: ItemRecord;
  readonly fondsCode: string;
  readonly fondsName: string;
  readonly matterName: string | null;
  readonly volumeCode: string | null;
  readonly boxNumber: number | null;
};

/** Every item with the names of what it lies in, by 档号, those without one last. */
export function listExportRecords(db: ReadDb): ExportRecord[] {
  return db
    .select({
      item: itemTable,
      fondsCode: fondsTable.code,
      fondsName: fondsTable.name,
      matterName: matterTable.name,
      volumeCode: volumeTable.archivalCode,
      boxNumber: boxTable.boxNumber,
    })
    .from(itemTable)
    .innerJoin(fondsTable, eq(fondsTable.id, itemTable.fondsId))
    .leftJoin(matterTable, eq(matterTable.id, itemTable.matterId))
    .leftJoin(volumeTable, eq(volumeTable.id, itemTable.volumeId))
    .leftJoin(boxTable, eq(boxTable.id, itemTable.boxId))
    .orderBy(asc(itemTable.seq))
    .all()
    .toSorted(byCode);
}

const byCode = (a: ExportRecord, b: ExportRecord): number => {
  const [one, other] = [a.item.archivalCode, b.item.archivalCode];
  if ((one === "") !== (other === "")) return one === "" ? 1 : -1;
  return one === other ? a.item.seq - b.item.seq : one < other ? -1 : 1;
};

/** Former 档号 of all items, by item. */
export function listAllFormerCodes(db: ReadDb): Map<ItemId, FormerCode[]> {
  const found = new Map<ItemId, FormerCode[]>();
  for (const row of db.select().from(formerCodeTable).orderBy(asc(formerCodeTable.until)).all())
    found.set(row.itemId, [...(found.get(row.itemId) ?? []), row]);
  return found;
}

/** Every 案卷 and 组. */
export const listExportVolumes = (db: ReadDb): VolumeRecord[] =>
  db.select().from(volumeTable).orderBy(asc(volumeTable.archivalCode), asc(volumeTable.enteredAt)).all();
