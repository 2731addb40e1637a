// What a 代卷卡 can stand for: filed paper, what is lent out first, then the newest; a volume is taken out as a whole.
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

/** An item or a volume by its 档号. */
export type Lendable = {
  readonly id: string;
  readonly archivalCode: string;
  readonly year: number | null;
  readonly isLent: boolean;
};

/** Items outside volumes and volumes of paper; those lent out all come, of the others at most `limit` of each kind. */
export function listLendable(db: ReadDb, fondsId: FondsId, limit: number): Lendable[] {
  const isLent = sql<number>`${itemTable.holding} = 'lent'`;
  const items = db
    .select({ id: itemTable.id, archivalCode: itemTable.archivalCode, year: itemTable.year, isLent })
    .from(itemTable)
    .where(
      and(
        eq(itemTable.fondsId, fondsId),
        eq(itemTable.state, "filed"),
        ne(itemTable.carrier, "digital"),
        isNull(itemTable.volumeId),
      ),
    );
  const isOut = sql<number>`EXISTS (SELECT 1 FROM item i WHERE i.volume_id = volume.id AND i.holding = 'lent')`;
  const isPaper = sql`EXISTS (SELECT 1 FROM item i WHERE i.volume_id = volume.id AND i.carrier <> 'digital')`;
  const volumes = db
    .select({ id: volumeTable.id, archivalCode: volumeTable.archivalCode, year: volumeTable.year, isLent: isOut })
    .from(volumeTable)
    .where(and(eq(volumeTable.fondsId, fondsId), eq(volumeTable.state, "filed"), isPaper));
  const lists = [
    items.orderBy(desc(isLent), desc(itemTable.seq)).all(),
    volumes.orderBy(desc(isOut), desc(volumeTable.year), desc(volumeTable.volumeNumber)).all(),
  ].map((rows) =>
    rows.filter((row, at) => row.isLent === 1 || at < limit).map((row) => ({ ...row, isLent: row.isLent === 1 })),
  );
  return lists.flat().toSorted((one, other) => Number(other.isLent) - Number(one.isLent));
}
