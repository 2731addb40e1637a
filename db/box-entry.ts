// What lies in boxes: filed 件 that stand alone, and 卷 or 组 with the paper of their items.
import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { FilingUnitId } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import type { BoxId, Carrier, VolumeId } from "#contract/place-of-item";
import { filingUnitTable, type UnitClass } from "./filing-unit.ts";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

/** One thing of paper, as thick as it is told or as its pages say. */
export type PaperPart = { readonly carrier: Carrier; readonly pageCount: number; readonly thicknessMm: number | null };
/** What goes into a box as one: an item by itself, or a volume with the paper of its items. */
export type BoxableRecord = {
  readonly kind: "item" | "volume";
  readonly id: string;
  readonly number: number;
  readonly archivalCode: string;
  readonly title: string;
  readonly boxId: BoxId | null;
  readonly parts: readonly PaperPart[];
};

const shownTitle = sql<string>`CASE ${itemTable.access} WHEN 'restricted' THEN ${itemTable.neutralTitle} ELSE ${itemTable.title} END`;
const partColumns = {
  carrier: itemTable.carrier,
  pageCount: itemTable.pageCount,
  thicknessMm: itemTable.thicknessMm,
};

function listItemsOf(db: ReadDb, where: SQL | undefined): BoxableRecord[] {
  return db
    .select({
      id: itemTable.id,
      number: itemTable.itemNumber,
      archivalCode: itemTable.archivalCode,
      title: shownTitle,
      boxId: itemTable.boxId,
      ...partColumns,
    })
    .from(itemTable)
    .where(and(where, isNull(itemTable.volumeId), eq(itemTable.state, "filed")))
    .orderBy(asc(itemTable.itemNumber))
    .all()
    .map(({ carrier, pageCount, thicknessMm, number, ...row }) => ({
      ...row,
      kind: "item",
      number: number ?? 0,
      parts: [{ carrier, pageCount, thicknessMm }],
    }));
}

function listVolumesOf(db: ReadDb, where: SQL | undefined): BoxableRecord[] {
  const volumes = db
    .select({
      id: volumeTable.id,
      number: volumeTable.volumeNumber,
      archivalCode: volumeTable.archivalCode,
      title: volumeTable.title,
      boxId: volumeTable.boxId,
    })
    .from(volumeTable)
    .where(and(where, eq(volumeTable.state, "filed")))
    .orderBy(asc(volumeTable.volumeNumber))
    .all();
  const parts = new Map<string, PaperPart[]>();
  for (let at = 0; at < volumes.length; at += 500) {
    const ids = volumes.slice(at, at + 500).map((volume) => volume.id);
    const rows = db
      .select({ volumeId: itemTable.volumeId, ...partColumns })
      .from(itemTable)
      .where(inArray(itemTable.volumeId, ids))
      .all();
    for (const { volumeId, ...part } of rows) {
      if (volumeId) parts.set(volumeId, [...(parts.get(volumeId) ?? []), part]);
    }
  }
  return volumes.map(({ number, ...row }) => ({
    ...row,
    kind: "volume",
    number: number ?? 0,
    parts: parts.get(row.id) ?? [],
  }));
}

/** Everything filed in a class, volumes before items that stand alone, each by number. */
export function listUnitEntries(db: ReadDb, unitId: FilingUnitId): BoxableRecord[] {
  return [
    ...listVolumesOf(db, eq(volumeTable.filingUnitId, unitId)),
    ...listItemsOf(db, eq(itemTable.filingUnitId, unitId)),
  ];
}

/** What lies in a box, by number. */
export function listBoxEntries(db: ReadDb, boxId: BoxId): BoxableRecord[] {
  return [...listVolumesOf(db, eq(volumeTable.boxId, boxId)), ...listItemsOf(db, eq(itemTable.boxId, boxId))];
}

/** The class of each of these entries; what is not filed, or not there, is missing from the answer. */
export function unitsOfEntries(db: ReadDb, ids: readonly string[]): Map<string, FilingUnitId> {
  const units = new Map<string, FilingUnitId>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    const items = db
      .select({ id: itemTable.id, unitId: itemTable.filingUnitId })
      .from(itemTable)
      .where(and(inArray(itemTable.id, some as ItemId[]), isNull(itemTable.volumeId), eq(itemTable.state, "filed")))
      .all();
    const volumes = db
      .select({ id: volumeTable.id, unitId: volumeTable.filingUnitId })
      .from(volumeTable)
      .where(inArray(volumeTable.id, some as VolumeId[]))
      .all();
    for (const { id, unitId } of [...items, ...volumes]) if (unitId) units.set(id, unitId);
  }
  return units;
}

/** Puts entries into a box, or out of any (null); the paper of a volume goes with it. */
export function setBoxOfEntries(db: WriteDb, ids: readonly string[], boxId: BoxId | null): void {
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    const volumes = some as VolumeId[];
    db.update(volumeTable).set({ boxId }).where(inArray(volumeTable.id, volumes)).run();
    const onPaper = and(inArray(itemTable.volumeId, volumes), ne(itemTable.carrier, "digital"));
    db.update(itemTable)
      .set({ boxId })
      .where(or(inArray(itemTable.id, some as ItemId[]), onPaper))
      .run();
  }
}

/** The class a unit stands for. */
export function getUnitClass(db: ReadDb, id: FilingUnitId): UnitClass | undefined {
  const row = db.select().from(filingUnitTable).where(eq(filingUnitTable.id, id)).get();
  if (!row) return undefined;
  const { id: _, ...of } = row;
  return of;
}

/** The classes of one year of one 门类. */
export function listUnitClasses(
  db: ReadDb,
  of: Pick<UnitClass, "fondsId" | "category" | "year">,
): { id: FilingUnitId; of: UnitClass }[] {
  return db
    .select()
    .from(filingUnitTable)
    .where(
      and(
        eq(filingUnitTable.fondsId, of.fondsId),
        eq(filingUnitTable.category, of.category),
        eq(filingUnitTable.year, of.year),
      ),
    )
    .all()
    .map(({ id, ...unit }) => ({ id, of: unit }));
}
