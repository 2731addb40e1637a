// 版式调整: what the office changed on a form, kept in the archive; only what differs from the shipped form is kept.
import type { Input, Output } from "#contract/contract";
import { plainAdjustment } from "#contract/form-adjustment";
import type { FormAdjustment } from "#contract/form-adjustment";
import { getFormAdjustment, putFormAdjustment } from "#db/form-adjustment";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { sayWords } from "./fill-words.ts";
import { findForm } from "./list-forms.ts";
import { columnsOf } from "./prove-sheets.ts";
import { refuseTexts, refuseWidths } from "./refuse-widths.ts";

/** Refuses `form-not-found`, `form-widths-off`, `form-text-off`; nothing is kept then. */
export function adjustForm(
  db: WriteDb,
  { formId, adjustment: given }: Input<"form.adjust">,
  desk: Desk,
): Written<Output<"form.adjust">> {
  const form = findForm(formId, desk.archive.person.roles);
  const before = getFormAdjustment(db, formId) ?? null;
  let kept: FormAdjustment | null = null;
  if (given !== null) {
    refuseWidths(form, given);
    refuseTexts(form, given);
    const shippedMm = new Map(columnsOf(form).map(({ key, widthMm }) => [key, widthMm]));
    const widths = Object.fromEntries(Object.entries(given.widths).filter(([key, mm]) => shippedMm.get(key) !== mm));
    const texts = Object.fromEntries(
      Object.entries(given.texts).filter(([key, words]) => sayWords(form.texts[key]?.words ?? "") !== sayWords(words)),
    );
    const isPlain = given.font === plainAdjustment.font && Object.keys({ ...widths, ...texts }).length === 0;
    kept = isPlain ? null : { texts, widths, font: given.font };
  }
  putFormAdjustment(db, formId, kept);
  return {
    output: { adjustment: kept ?? plainAdjustment, isAdjusted: kept !== null },
    objectId: formId,
    before,
    after: kept,
    undo: { name: "form.adjust", input: { formId, adjustment: before } },
    nouns: ["form"],
  };
}
