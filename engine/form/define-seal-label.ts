// 封存标签. A sealed packet's label says what was counted and which two persons sealed it, and leaves 45 mm blank for the
// seal across the edge. A sealed packet is always restricted: its title is the neutral one (personal-data P6).
import type { FormScope } from "#contract/form-scope";
import { listStandingSeals } from "#db/form-label";
import { listSealingMonths } from "#db/form-months";
import type { ReadDb } from "#db/open";
import { rowOf } from "#engine/catalogue/gather-sheets";
import type { FormDefinition, FormSheet, Label, LabelCell } from "./form-definition.ts";
import { sayDay } from "./say-fields.ts";

const text = (words: string, sizePt: number, weight: "regular" | "bold" = "regular") =>
  ({ words, sizePt, leastPt: 6, weight, direction: "across", hasFrame: true }) as const;
const value = (field: string, sizePt: number) =>
  ({ field, sizePt, leastPt: 5, direction: "across", hasFrame: true }) as const;
const at = (xMm: number, yMm: number, widthMm: number, heightMm: number) => ({ xMm, yMm, widthMm, heightMm });

const [headMm, footMm, rowMm, titleMm, leftMm, labelMm, sealMm] = [12, 12, 10, 16, 92, 22, 46];
const sealRows: readonly (readonly [label: string, field: string, heightMm: number])[] = [
  ["档号", "archivalCode", rowMm],
  ["题名", "title", titleMm],
  ["数量", "amount", rowMm],
  ["封存日期", "sealedOn", rowMm],
  ["封存人", "sealers", rowMm],
];
const rowsMm = 4 * rowMm + titleMm;
const topOf = (row: number): number => headMm + sealRows.slice(0, row).reduce((sum, [, , height]) => sum + height, 0);
const sealLabel: Label = {
  widthMm: leftMm + sealMm,
  heightMm: headMm + rowsMm + footMm,
  lineMm: 0.3,
  ink: 0,
  cells: [
    { ...at(0, 0, 50, headMm), ...text("封 存 件", 16, "bold") },
    { ...at(50, 0, leftMm - 50, headMm), ...value("labelNumber", 12) },
    { ...at(leftMm, 0, sealMm, headMm), ...text("骑缝章", 10) },
    { ...at(leftMm, headMm, sealMm, rowsMm), ...text("", 10) },
    ...sealRows.flatMap(([label, field, height], row): LabelCell[] => [
      { ...at(0, topOf(row), labelMm, height), ...text(label, 10, "bold") },
      { ...at(labelMm, topOf(row), leftMm - labelMm, height), ...value(field, 11), isCode: field === "archivalCode" },
    ]),
    { ...at(0, headMm + rowsMm, leftMm + sealMm, footMm), ...text("非经两人在场、写明事由，不得启封", 10) },
  ],
};

function gatherSeals(db: ReadDb, scope: FormScope): FormSheet[] {
  const of =
    scope.by === "item"
      ? { itemIds: scope.itemIds }
      : scope.by === "fonds" || scope.by === "period"
        ? scope
        : undefined;
  return (of ? listStandingSeals(db, of) : []).map(({ item, seal }) => ({
    rows: [],
    fields: {
      labelNumber: seal.labelNumber,
      archivalCode: item.archivalCode,
      title: rowOf(item, 1).title,
      amount: `${seal.count} ${seal.unit}`,
      sealedOn: sayDay(seal.sealedOn),
      sealers: `${seal.firstSealer}　${seal.secondSealer}`,
    },
  }));
}

export const sealLabels: FormDefinition = {
  id: "seal-labels",
  name: "封存标签",
  kind: "custody",
  standard: "封存件管理",
  layout: { mark: "D", note: "大小和内容为本程序所定；骑缝章处留 45 毫米空白，不印章。", isVerified: false },
  scopes: ["fonds", "period", "item"],
  of: "item",
  unit: "枚",
  isForInspector: false,
  texts: {},
  fields: ["labelNumber", "archivalCode", "title", "amount", "sealedOn", "sealers"],
  paper: { kind: "labels", gapMm: 4, label: () => sealLabel, sample: { rows: [], fields: {} } },
  gather: gatherSeals,
  offerMonths: listSealingMonths,
};
