// Filed items of a 全宗 whose term is a number of years, with the rule that says from when it counts: what an appraisal looks at.
import { and, asc, eq, ne } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { StartRule } from "#contract/start-rule";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { scheduleRowTable } from "./schedule.ts";

/** Items with a fixed term in the order of their 档号; the rule is null where no line of the schedule gave the term. */
export function listFixedTerms(db: ReadDb, fondsId: FondsId): { item: ItemRecord; startRule: StartRule | null }[] {
  return db
    .select({ item: itemTable, startRule: scheduleRowTable.startRule })
    .from(itemTable)
    .leftJoin(scheduleRowTable, eq(scheduleRowTable.id, itemTable.scheduleRowId))
    .where(and(eq(itemTable.fondsId, fondsId), eq(itemTable.state, "filed"), ne(itemTable.retention, "Y")))
    .orderBy(asc(itemTable.year), asc(itemTable.archivalCode))
    .all()
    .map(({ item, startRule }) => ({ item, startRule: startRule as StartRule | null }));
}
