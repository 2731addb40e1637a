// 附件 of a row: pages and items that prove it, both ways.
import { real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { LedgerRowId } from "#contract/ledger-row";

export const ledgerAttachmentTable = sqliteTable("ledger_attachment", {
  rowId: text("row_id").$type<LedgerRowId>().notNull(),
  itemId: text("item_id").$type<ItemId>(),
  pageId: text("page_id"),
  attachedAt: text("attached_at").notNull(),
  position: real().notNull(),
});
