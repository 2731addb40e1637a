// What the journal says of one thing, for showing it beside that thing.
import { desc, eq, sql } from "drizzle-orm";
import { journalTable } from "./journal.ts";
import type { ReadDb } from "./open.ts";
import { personTable } from "./person.ts";

const most = 200;

/** Acts on a thing, newest first, with the person's name as it is now; values are not in the journal. */
export const listActsOn = (db: ReadDb, objectId: string) =>
  db
    .select({
      at: journalTable.at,
      personName: sql<string>`coalesce(${personTable.name}, '')`,
      action: journalTable.action,
      reasonCode: journalTable.reasonCode,
    })
    .from(journalTable)
    .leftJoin(personTable, eq(personTable.id, journalTable.personId))
    .where(eq(journalTable.objectId, objectId))
    .orderBy(desc(journalTable.sequence))
    .limit(most)
    .all();
