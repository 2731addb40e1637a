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
  ({ field, sizePt, leastPt: 6, direction: "across", hasFrame: true }) as const;
const at = (xMm: number, yMm: number, widthMm: number, heightMm: number) => ({ xMm, yMm, widthMm, heightMm });

const sealRows: readonly (readonly [label: string, field: string])[] = [
  ["档号", "archivalCode"],
  ["题名", "title"],
  ["数量", "amount"],
  ["封存日期", "sealedOn"],
  ["封存人", "sealers"],
];
const sealMm = 46;
const sealLabel: Label = {
  widthMm: 92 + sealMm,
  heightMm: 74,
  lineMm: 0.3,
  ink: 0,
  cells: [
    { ...at(0, 0, 50, 12), ...text("封 存 件", 16, "bold") },
    { ...at(50, 0, 42, 12), ...value("labelNumber", 12) },
    { ...at(92, 0, sealMm, 12), ...text("骑缝章", 10) },
    { ...at(92, 12, sealMm, 50), ...text("", 10) },
    ...sealRows.flatMap(([label, field], row): LabelCell[] => [
      { ...at(0, 12 + row * 10, 22, 10), ...text(label, 10, "bold") },
      { ...at(22, 12 + row * 10, 70, 10), ...value(field, 11), isCode: field === "archivalCode" },
    ]),
    { ...at(0, 62, 92 + sealMm, 12), ...text("非经两人在场、写明事由，不得启封", 10) },
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
