// 档号模板 of a 门类: the archive that takes the transfer decides it, between two years and not within one.
import { isTemplateFor } from "#contract/code-template";
import type { Input } from "#contract/contract";
import type { Category } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { listOpenFiledYears } from "#db/class-counts";
import { getCategory, setCodeTemplate } from "#db/fonds";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";

/** Refuses category-not-found, archival-code-template-invalid, category-year-open (a year half numbered by the old one). */
export function reviseCategory(db: WriteDb, input: Input<"category.revise">): Written<Category> {
  const before = getCategory(db, input.code);
  if (!before) throw new Refusal("category-not-found");
  if (input.codeTemplate !== "" && !isTemplateFor(input.codeTemplate, before.unit))
    throw new Refusal("archival-code-template-invalid");
  const [year] = listOpenFiledYears(db, input.code);
  if (input.codeTemplate !== before.codeTemplate && year !== undefined)
    throw new Refusal("category-year-open", { year });
  setCodeTemplate(db, input.code, input.codeTemplate);
  const after = { ...before, codeTemplate: input.codeTemplate };
  return {
    output: after,
    objectId: `category:${input.code}`,
    before,
    after,
    undo: { name: "category.revise", input: { code: input.code, codeTemplate: before.codeTemplate } },
    nouns: ["category"],
  };
}
