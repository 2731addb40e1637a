import type { Input, Output } from "#contract/contract";
import type { Form } from "#contract/form";
import { formId, plainAdjustment } from "#contract/form-adjustment";
import { getFormAdjustment } from "#db/form-adjustment";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormDefinition, FormPaper } from "./form-definition.ts";
import { sayField } from "./field-names.ts";
import { sayWords } from "./fill-words.ts";
import { gatherForm } from "./gather-form.ts";
import { roomOf } from "./lay-document.ts";
import { findForm, formsFor } from "./list-forms.ts";
import { columnsOf, proveSheets } from "./prove-sheets.ts";

function sayPaper(paper: FormPaper): string {
  if (paper.kind === "labels") return "A4 标签纸（可选 A3）";
  if (paper.kind === "overlay") return "原页大小";
  const { widthMm, heightMm } = paper.size;
  if (Math.max(widthMm, heightMm) === 297) return widthMm > heightMm ? "A4 横向" : "A4 纵向";
  return `${widthMm} × ${heightMm} 毫米`;
}

function describe(db: ReadDb, form: FormDefinition): Form {
  const { paper } = form;
  const id = formId.parse(form.id);
  const adjustment = getFormAdjustment(db, id);
  return {
    id,
    name: form.name,
    kind: form.kind,
    standard: form.standard,
    layout: form.layout,
    paper: sayPaper(paper),
    isLandscape: paper.kind === "document" && paper.size.widthMm > paper.size.heightMm,
    scopes: [...form.scopes],
    outputs: columnsOf(form).length > 0 ? ["pdf", "xlsx"] : ["pdf"],
    isLabelSheet: paper.kind === "labels",
    texts: Object.entries(form.texts).map(([key, { label, words, isPassage = false }]) => ({
      key,
      label,
      shipped: sayWords(words),
      fields: form.fields.map(sayField),
      isPassage,
    })),
    columns: columnsOf(form).map(({ key, heading, widthMm, leastMm }) => ({
      key,
      heading,
      shippedMm: widthMm,
      leastMm,
    })),
    roomMm: paper.kind === "document" ? roomOf(paper) : 0,
    adjustment: adjustment ?? plainAdjustment,
    isAdjusted: adjustment !== undefined,
  };
}

/** Every form the person may print, in the order of the list. */
export function listForms(db: ReadDb, _input: Input<"form.list">, desk: Desk): Output<"form.list"> {
  return formsFor(desk.archive.person.roles).map((form) => describe(db, form));
}

/** The proof over what the archive holds now. Refuses form-not-found, form-scope-wrong, form-empty, fonds-not-found. */
export function proveForm(db: ReadDb, { formId: id, scope }: Input<"form.prove">, desk: Desk): Output<"form.prove"> {
  const form = findForm(id, desk.archive.person.roles);
  return proveSheets(form, gatherForm(form, db, scope, desk));
}
