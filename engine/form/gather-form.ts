import type { FormScope } from "#contract/form-scope";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormDefinition, FormSheet } from "./form-definition.ts";

/** What the archive says for a form. Refuses `form-scope-wrong`, `form-empty`, and what the form's own gathering refuses. */
export function gatherForm(form: FormDefinition, db: ReadDb, scope: FormScope, desk: Desk): readonly FormSheet[] {
  if (!form.scopes.includes(scope.by)) throw new Refusal("form-scope-wrong", { name: form.name });
  const isForeign = scope.by === "class" && form.categories && !form.categories.includes(scope.category);
  if (isForeign) throw new Refusal("form-scope-wrong", { name: form.name });
  const sheets = form.gather(db, scope, desk);
  if (sheets.length === 0) throw new Refusal("form-empty", { name: form.name });
  return sheets;
}
