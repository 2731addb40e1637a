// 批量著录: many items described in one transaction, each by the same rules as one; the way back is the same call.
import type { Input } from "#contract/contract";
import type { ItemFields } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";
import { describeItem } from "./describe-item.ts";
import { fieldsOf } from "./place-parts.ts";
import { pickFields } from "./pick-fields.ts";
import { readItem } from "./read-item.ts";

/** Refuses what item.describe refuses, with the title of the item it came from; nothing is changed then. */
export function describeEach(db: WriteDb, { changes }: Input<"item.describe-each">): Written<{ count: number }> {
  const back = changes.map(({ id, revision, fields }) => {
    const item = readItem(db, id);
    // A row of the schedule sets the term too, so both go back together.
    const touched = new Set([...(Object.keys(fields) as (keyof ItemFields)[]), "retention", "matterId"] as const);
    const earlier = pickFields(fieldsOf(item), [...touched]);
    try {
      const { output } = describeItem(db, { id, revision, fields });
      return { id, revision: output.item.revision, fields: earlier };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const title = item.access === "restricted" ? item.neutralTitle : item.title;
      throw new Refusal(error.code, { ...error.details, title: title.slice(0, 60) });
    }
  });
  return {
    output: { count: changes.length },
    objectId: changes[0]?.id ?? "",
    before: back,
    after: changes,
    undo: { name: "item.describe-each", input: { changes: back } },
    nouns: ["item"],
  };
}
