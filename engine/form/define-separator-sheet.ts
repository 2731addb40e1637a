// 隔页: a sheet of A4 laid between two papers before they go through the feeder. The program knows it again by its code,
// whichever way up it lies, begins another item behind it and sets it aside. Three codes: one torn or folded is not missed.
import type { FormScope } from "#contract/form-scope";
import { documentRetentions, retentionLabel, type Retention } from "#contract/retention";
import { composeSeparator, plainSeparator, type SeparatorWords } from "#contract/separator-sheet";
import { getCategory, listFonds, listMatters } from "#db/fonds";
import type { FondsId } from "#contract/fonds";
import type { ReadDb } from "#db/open";
import type { FormDefinition, FormSheet, Label, LabelCell } from "./form-definition.ts";

const [widthMm, heightMm] = [190, 272];
const at = (xMm: number, yMm: number, width: number, height: number) => ({
  ...{ xMm, yMm, widthMm: width, heightMm: height, hasFrame: false, direction: "across" as const },
});
const text = (words: string, sizePt: number, weight: "regular" | "bold" = "regular") => ({
  ...{ words, sizePt, leastPt: 8, weight },
});
const code = { codeField: "code", sizePt: 8, leastPt: 8 };

const sheetLabel: Label = {
  widthMm,
  heightMm,
  lineMm: 1.2,
  ink: 0,
  cells: [
    { ...at(10, 12, 170, 42), ...text("隔　页", 96, "bold") },
    { ...at(10, 54, 170, 12), ...text("放在两份文件之间一起扫描：读到这一页，后面的另成一件，这一页自动移出。", 13) },
    { ...at(45, 70, 100, 100), ...code },
    { ...at(10, 172, 170, 24), field: "retention", sizePt: 54, leastPt: 20, weight: "bold" },
    { ...at(10, 196, 170, 20), field: "matter", sizePt: 34, leastPt: 12, weight: "bold" },
    { ...at(6, 220, 46, 46), ...code },
    { ...at(138, 220, 46, 46), ...code },
    { ...at(54, 230, 82, 12), ...text("可以反复使用，不归档。", 13) },
    { ...at(54, 242, 82, 12), field: "fonds", sizePt: 11, leastPt: 6 },
  ] satisfies LabelCell[],
};

const all = "all";
const plain = "plain";
type Offer = { readonly id: string; readonly label: string; readonly words: SeparatorWords; readonly matter: string };

/** Sheets of one 全宗: without words, with a term, with a term and a class still open. */
function offersOf(db: ReadDb, fondsId: FondsId): Offer[] {
  const fondsCode = listFonds(db).find((each) => each.id === fondsId)?.code ?? "";
  const terms = documentRetentions.map((retention) => ({
    id: retention,
    label: retentionLabel(retention),
    words: { ...plainSeparator, retention },
    matter: "",
  }));
  const classes = listMatters(db)
    .filter((each) => each.fondsId === fondsId && each.closedOn === "")
    .toSorted((one, other) => Number(other.category === "WS") - Number(one.category === "WS"))
    .flatMap(({ id, name, category, code: matterCode }) => {
      const categoryName = category === "WS" ? "" : (getCategory(db, category)?.name ?? category);
      const matter = [categoryName, name].filter(Boolean).join(" · ");
      return documentRetentions.map((retention: Retention) => ({
        id: `${retention}@${id}`,
        label: `${retentionLabel(retention)} · ${matter}`,
        words: { fondsCode, category, retention, matterCode },
        matter,
      }));
    });
  return [{ id: plain, label: "只分件，不带期限和类别", words: plainSeparator, matter: "" }, ...terms, ...classes];
}

function sheetOf({ words, matter }: Offer): FormSheet {
  const fields = {
    code: composeSeparator(words),
    retention: words.retention === null ? "" : retentionLabel(words.retention),
    matter,
    fonds: words.fondsCode === "" ? "" : `全宗 ${words.fondsCode}`,
  };
  return { rows: [], fields, codes: [fields.code] };
}

/** A record names one sheet by its 全宗, or all sheets with a class. */
function gatherSheets(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "record") return [];
  const end = scope.recordId.indexOf("/");
  const [fondsId, id] = [scope.recordId.slice(0, end) as FondsId, scope.recordId.slice(end + 1)];
  const offers = offersOf(db, fondsId);
  return (id === all ? offers.filter(({ matter }) => matter !== "") : offers.filter((each) => each.id === id)).map(
    sheetOf,
  );
}

/** 隔页, one on a sheet of A4. */
export const separatorSheet: FormDefinition = {
  id: "separator-sheet",
  name: "隔页",
  kind: "item",
  standard: "DA/T 31-2017 扫描",
  layout: { mark: "D", note: "大小、二维码和内容为本程序所定。", isVerified: false },
  scopes: ["record"],
  of: "item",
  unit: "张",
  isForInspector: false,
  texts: {},
  fields: ["retention", "matter", "fonds"],
  paper: { kind: "labels", gapMm: 4, label: () => sheetLabel, sample: { rows: [], fields: {} } },
  gather: gatherSheets,
  offerRecords: (db, fondsId) => {
    const offers = offersOf(db, fondsId);
    const each = offers.map(({ id, label }) => ({ id: `${fondsId}/${id}`, label, year: null }));
    return offers.some(({ matter }) => matter !== "")
      ? [...each, { id: `${fondsId}/${all}`, label: "每个类别、期限各一张", year: null }]
      : each;
  },
};
