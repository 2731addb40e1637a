// 大事记 and 组织沿革 as lists, 社区概况 as running text; every one with its 出处. Layouts are ours (待核对).
import { type CompilationKind, compilationKindLabel } from "#contract/compilation";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition } from "./form-definition.ts";
import { compilationFields, gatherCompilation, offerCompilations } from "./gather-compilations.ts";

const margins = { top: 22, right: 20, bottom: 20, left: 25 };
const shared = (kind: CompilationKind) =>
  ({
    name: compilationKindLabel[kind],
    kind: "fonds",
    standard: "社区档案编研（无统一格式）",
    layout: { mark: "D", note: "版面为本程序所定；没有出处的条目照印，并注明「无出处」。", isVerified: false },
    scopes: ["record"],
    of: "item",
    isForInspector: false,
    fields: compilationFields,
    texts: { title: { label: "标题", words: "{title}" }, scope: { label: "标题下一行", words: "{head}" } },
    gather: gatherCompilation(kind),
    offerRecords: offerCompilations(kind),
  }) as const;

const listOf = (id: string, kind: CompilationKind): FormDefinition => ({
  ...shared(kind),
  id,
  unit: "行",
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "day", heading: "日期", widthMm: 30, leastMm: 24, align: "center", fit: "wrap" },
      { key: "words", heading: "记事", widthMm: 70, leastMm: 60, align: "left", fit: "wrap" },
      { key: "source", heading: "出处", widthMm: 54, leastMm: 40, align: "left", fit: "wrap" },
    ],
    sizePt: 9.5,
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
});

export const chronicle = listOf("compilation-chronicle", "chronicle");
export const organisationHistory = listOf("compilation-organisation", "organisation");

export const communityOverview: FormDefinition = {
  ...shared("overview"),
  id: "compilation-overview",
  unit: "份",
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "title", text: "title", sizePt: 22 },
      { kind: "line", text: "scope", align: "center" },
      { kind: "gap", mm: 4 },
      { kind: "paragraph", field: "text" },
    ],
  },
};
