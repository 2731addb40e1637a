// What the room of forms answers.
import type { Reads, Tasks, Writes } from "#engine/handler";
import { adjustForm } from "./adjust-form.ts";
import { readReport, reviseReport, typeReport } from "./keep-report.ts";
import { previewForm, writeForm } from "./make-form.ts";
import { offerScopes } from "./offer-scopes.ts";
import { listForms, proveForm } from "./show-forms.ts";

export const formReads = {
  "form.list": listForms,
  "form.scopes": offerScopes,
  "form.prove": proveForm,
  "yearly-report.read": readReport,
} satisfies Partial<Reads>;

export const formWrites = {
  "form.adjust": adjustForm,
  "yearly-report.revise": reviseReport,
  "yearly-report.type": typeReport,
} satisfies Partial<Writes>;

export const formTasks = { "form.preview": previewForm, "form.write": writeForm } satisfies Partial<Tasks>;
