import type { FormAdjustment } from "#contract/form-adjustment";
import { Refusal } from "#contract/refusal";
import type { FormDefinition } from "./form-definition.ts";
import { sayField } from "./field-names.ts";
import { namedFields } from "./fill-words.ts";
import { roomOf } from "./lay-document.ts";
import { columnsOf } from "./prove-sheets.ts";

/** Refuses `form-widths-off` when columns are unknown, narrower than the standard lets them be, or wider than the page. */
export function refuseWidths(form: FormDefinition, { widths }: FormAdjustment): void {
  const columns = columnsOf(form);
  const known = new Map(columns.map((column) => [column.key, column]));
  for (const [key, widthMm] of Object.entries(widths)) {
    const column = known.get(key);
    if (!column || widthMm < column.leastMm)
      throw new Refusal("form-widths-off", { name: column?.heading ?? key, least: column?.leastMm ?? 0 });
  }
  if (form.paper.kind !== "document" || columns.length === 0) return;
  const roomMm = roomOf(form.paper);
  const sum = columns.reduce((all, { key, widthMm }) => all + (widths[key] ?? widthMm), 0);
  if (sum > roomMm + 1e-6) throw new Refusal("form-widths-off", { name: `${Math.round(sum)} 毫米`, least: roomMm });
}

/** Refuses `form-text-off` when a text is not one of the form's, or names a field the form does not have. */
export function refuseTexts(form: FormDefinition, { texts }: FormAdjustment): void {
  for (const [key, words] of Object.entries(texts)) {
    if (!Object.hasOwn(form.texts, key)) throw new Refusal("form-text-off", { name: key });
    const unknown = namedFields(words).find((field) => !form.fields.includes(field));
    if (unknown !== undefined) throw new Refusal("form-text-off", { name: sayField(unknown) });
  }
}
