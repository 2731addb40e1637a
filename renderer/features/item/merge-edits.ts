// What is typed and what is kept, side by side.
import type { Item, ItemFields } from "#contract/item";

/** The fields of the form: those of the item, and the 密级 as typed. */
export type FormFields = ItemFields & { readonly securityMark: string };
export type FieldName = keyof FormFields;
export type Edits = Partial<FormFields>;

export const fieldNames: readonly FieldName[] = [
  "title",
  "creator",
  "documentNumber",
  "documentDate",
  "securityMark",
  "year",
  "retention",
  "matterId",
  "access",
  "neutralTitle",
  "paperPageCount",
  "remark",
  "fondsId",
  "category",
  "carrier",
  "affair",
  "scheduleRowId",
  "thicknessMm",
];

/** An item as the form sees it. */
export function fieldsOf(item: Item): FormFields {
  const { fondsId, category, title, creator, documentNumber, documentDate, year, retention } = item;
  const { matterId, access, neutralTitle, paperPageCount, remark, securityLevel } = item;
  const { carrier, affair, scheduleRowId, thicknessMm } = item;
  return {
    ...{ fondsId, category, title, creator, documentNumber, documentDate, year, retention },
    ...{ matterId, access, neutralTitle, paperPageCount, remark, securityMark: securityLevel },
    ...{ carrier, affair, scheduleRowId, thicknessMm },
  };
}

export const pick = (edits: Edits, names: Iterable<FieldName>): Edits =>
  Object.fromEntries([...names].filter((name) => name in edits).map((name) => [name, edits[name]]));

/** The input of item.describe: 密级 travels beside the fields. */
export function describeInput(edits: Edits): { fields: Partial<ItemFields>; securityMark?: string } {
  const { securityMark, ...fields } = edits;
  return securityMark === undefined ? { fields } : { fields, securityMark };
}

/**
 * Fields that were changed here and, since base, also elsewhere to something else.
 * Only these need a person; the others can be saved on top of what is kept now.
 */
export function conflictingFields(base: FormFields, kept: FormFields, edits: Edits): readonly FieldName[] {
  return fieldNames.filter((name) => name in edits && kept[name] !== base[name] && kept[name] !== edits[name]);
}
