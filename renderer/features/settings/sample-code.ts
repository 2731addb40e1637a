import { type CodeElements, renderArchivalCode, templateOf } from "#contract/code-template";
import type { ArchivalCodeStandard, Category } from "#contract/fonds";

type Sampled = { readonly fondsCode: string; readonly year: number; readonly matterCode: string };

/** A 档号 as the first item of a year would really get it; "" when the template is none. */
export function sampleCode(
  standard: ArchivalCodeStandard,
  { fondsCode, year, matterCode }: Sampled,
  category: Pick<Category, "code" | "unit" | "codeTemplate"> = { code: "WS", unit: "item", codeTemplate: "" },
): string {
  const elements: CodeElements = {
    fonds: fondsCode,
    category: category.code,
    matter: matterCode,
    year,
    retention: "Y",
    volumeNumber: category.unit === "item" ? undefined : 1,
    itemNumber: 1,
  };
  return renderArchivalCode(templateOf(standard, category), elements) ?? "";
}
