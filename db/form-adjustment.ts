// 版式调整: its table.
import { eq } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { formAdjustment, type FormAdjustment, type FormId } from "#contract/form-adjustment";
import type { ReadDb, WriteDb } from "./open.ts";

export const formAdjustmentTable = sqliteTable("form_adjustment", {
  formId: text("form_id").$type<FormId>().primaryKey(),
  adjustment: text().notNull(),
});

/** What the office changed on a form; undefined when it is as shipped. */
export function getFormAdjustment(db: ReadDb, formId: FormId): FormAdjustment | undefined {
  const row = db.select().from(formAdjustmentTable).where(eq(formAdjustmentTable.formId, formId)).get();
  return row && formAdjustment.parse(JSON.parse(row.adjustment));
}

/** Keeps an adjustment; null takes the shipped form back. */
export function putFormAdjustment(db: WriteDb, formId: FormId, given: FormAdjustment | null): void {
  if (given === null) {
    db.delete(formAdjustmentTable).where(eq(formAdjustmentTable.formId, formId)).run();
    return;
  }
  const adjustment = JSON.stringify(given);
  db.insert(formAdjustmentTable)
    .values({ formId, adjustment })
    .onConflictDoUpdate({ target: formAdjustmentTable.formId, set: { adjustment } })
    .run();
}
