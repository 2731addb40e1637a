// The order of the classes of one year: 期限 before 机构(问题) or after it, as the year's scheme has it (DA/T 22-2015, 5.2).
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { LevelOrder } from "#contract/scheme";
import { retentionOrder } from "./retention-order.ts";

/** ORDER BY terms over a column of retention codes and one of matter codes (NULL without a matter). */
export function classOrder(levelOrder: LevelOrder, retention: AnyColumn, matterCode: AnyColumn): SQL[] {
  const [byRetention, byMatter] = [retentionOrder(retention), sql`coalesce(${matterCode}, '')`];
  return levelOrder === "year-matter-retention" ? [byMatter, byRetention] : [byRetention, byMatter];
}
