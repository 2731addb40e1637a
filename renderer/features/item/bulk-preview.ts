// What a change of many items would do, item by item, before anything is written.
import { accessClassLabel } from "#contract/access";
import type { Matter } from "#contract/fonds";
import type { ItemFields, ItemRow } from "#contract/item";
import { carrierLabel } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";

export type BulkName = "year" | "retention" | "matterId" | "creator" | "affair" | "access" | "carrier" | "remark";
export type BulkFields = Partial<Pick<ItemFields, BulkName>>;
export type BulkLine = {
  readonly row: ItemRow;
  /** Only the fields that would really change. */
  readonly fields: BulkFields;
  readonly changes: readonly { readonly name: BulkName; readonly from: string; readonly to: string }[];
};

function say(name: BulkName, fields: BulkFields | ItemRow, matters: readonly Matter[]): string {
  switch (name) {
    case "year":
      return fields.year ? String(fields.year) : "";
    case "retention":
      return fields.retention ? retentionLabel(fields.retention) : "";
    case "matterId":
      return matters.find((each) => each.id === fields.matterId)?.name ?? "";
    case "access":
      return fields.access ? accessClassLabel[fields.access] : "";
    case "carrier":
      return fields.carrier ? carrierLabel[fields.carrier] : "";
    case "creator":
    case "affair":
    case "remark":
      return fields[name] ?? "";
  }
}

/** Drafts that would change, with what would change in each; filed ones are left out and counted by the caller. */
export function previewBulk(
  rows: readonly ItemRow[],
  fields: BulkFields,
  matters: readonly Matter[],
): readonly BulkLine[] {
  const names = Object.keys(fields) as BulkName[];
  return rows
    .filter((row) => row.state !== "filed")
    .map((row) => {
      const own = names.filter((name) => row[name] !== fields[name]);
      return {
        row,
        fields: Object.fromEntries(own.map((name) => [name, fields[name]])) as BulkFields,
        changes: own.map((name) => ({ name, from: say(name, row, matters), to: say(name, fields, matters) })),
      };
    })
    .filter((line) => line.changes.length > 0);
}
