// The corrections of one record, field by field.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { type Retention, retentionLabel } from "#contract/retention";
import { listCorrections } from "#db/filing-correction";
import { getItem } from "#db/filing-number";
import { getMatter } from "#db/fonds";
import type { MatterId } from "#contract/fonds";
import type { ReadDb } from "#db/open";

/** Refuses item-not-found. Of a restricted item the fields are named, what stood in them is not repeated (P6). */
export function showCorrections(
  db: ReadDb,
  { itemId }: Input<"filing-year.corrections">,
): Output<"filing-year.corrections"> {
  const item = getItem(db, itemId);
  if (!item) throw new Refusal("item-not-found");
  const say = (name: string, value: unknown): string => {
    if (item.access === "restricted") return "●●●●";
    if (value === null || value === undefined || value === "") return "";
    if (name === "retention") return retentionLabel(value as Retention);
    if (name === "matterId") return getMatter(db, value as MatterId)?.name ?? "";
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  return listCorrections(db, itemId).map(({ fieldsBefore, fieldsAfter, itemId: _, ...rest }) => {
    const before = JSON.parse(fieldsBefore) as Record<string, unknown>;
    const after = JSON.parse(fieldsAfter) as Record<string, unknown>;
    const fields = Object.keys(after).map((name) => ({
      name,
      before: say(name, before[name]),
      after: say(name, after[name]),
    }));
    return { ...rest, fields };
  });
}
