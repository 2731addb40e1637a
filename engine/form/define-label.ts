// 柜架标签 and 封存标签. A sealed packet's label says what was counted and who sealed it, and leaves its place for the paper
// seal blank.
import type { FormScope } from "#contract/form-scope";
import { retentionLabel } from "#contract/retention";
import { listStandingBoxes, listStandingSeals } from "#db/form-label";
import type { ReadDb } from "#db/open";
import { rowOf } from "#engine/catalogue/gather-sheets";
import type { FormDefinition, FormSheet, Label, LabelCell } from "./form-definition.ts";
import { sayDay } from "./say-fields.ts";

const text = (words: string, sizePt: number, weight: "regular" | "bold" = "regular") =>
  ({ words, sizePt, leastPt: 6, weight, direction: "across", hasFrame: true }) as const;
const value = (field: string, sizePt: number) =>
  ({ field, sizePt, leastPt: 6, direction: "across", hasFrame: true }) as const;
const at = (xMm: number, yMm: number, widthMm: number, heightMm: number) => ({ xMm, yMm, widthMm, heightMm });

const shelfLabel: Label = {
  widthMm: 90,
  heightMm: 60,
  lineMm: 0.3,
  ink: 0,
  cells: [
    { ...at(0, 0, 90, 20), ...value("place", 20), weight: "bold" },
    { ...at(0, 20, 90, 40), ...value("contents", 12) },
  ],
};

/** One label per tier that holds boxes: which 门类, years and terms stand there, and from which box to which. */
function gatherShelves(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "fonds") return [];
  const tiers = new Map<string, Map<string, number[]>>();
  for (const { room, cabinet, tier, categoryName, box } of listStandingBoxes(db, scope.fondsId)) {
    const place = `${room} 第 ${cabinet} 柜 第 ${tier} 层`.trim();
    const kind = `${categoryName} ${box.year} ${retentionLabel(box.retention)}`;
    const kinds = tiers.get(place) ?? new Map<string, number[]>();
    kinds.set(kind, [...(kinds.get(kind) ?? []), box.boxNumber]);
    tiers.set(place, kinds);
  }
  return [...tiers].map(([place, kinds]) => {
    const contents = [...kinds].map(([kind, numbers]) => {
      const span = [...new Set([Math.min(...numbers), Math.max(...numbers)])].join("—");
      return `${kind} 盒 ${span}`;
    });
    return { rows: [], fields: { place, contents: contents.join("；") } };
  });
}

export const shelfLabels: FormDefinition = {
  id: "shelf-labels",
  name: "柜架标签",
  kind: "custody",
  standard: "柜架编号",
  layout: { mark: "D", note: "大小和内容为本程序所定。", isVerified: false },
  scopes: ["fonds"],
  of: "box",
  unit: "枚",
  isForInspector: false,
  texts: {},
  fields: ["place", "contents"],
  paper: { kind: "labels", gapMm: 4, label: () => shelfLabel, sample: { rows: [], fields: {} } },
  gather: gatherShelves,
};

const sealRows: readonly (readonly [label: string, field: string])[] = [
  ["档号", "archivalCode"],
  ["题名", "title"],
  ["数量", "amount"],
  ["封存日期", "sealedOn"],
  ["封存人", "sealers"],
];
const sealLabel: Label = {
  widthMm: 90,
  heightMm: 76,
  lineMm: 0.3,
  ink: 0,
  cells: [
    { ...at(0, 0, 50, 12), ...text("封 存 件", 16, "bold") },
    { ...at(50, 0, 40, 12), ...value("labelNumber", 12) },
    ...sealRows.flatMap(([label, field], row): LabelCell[] => [
      { ...at(0, 12 + row * 10, 22, 10), ...text(label, 10, "bold") },
      { ...at(22, 12 + row * 10, 68, 10), ...value(field, 10), isCode: field === "archivalCode" },
    ]),
    { ...at(0, 62, 90, 14), ...text("非经两人在场、写明事由，不得启封", 10) },
  ],
};

function gatherSeals(db: ReadDb, scope: FormScope): FormSheet[] {
  const of =
    scope.by === "item" ? { itemIds: scope.itemIds } : scope.by === "fonds" ? { fondsId: scope.fondsId } : undefined;
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
  layout: { mark: "D", note: "大小和内容为本程序所定。", isVerified: false },
  scopes: ["fonds", "item"],
  of: "item",
  unit: "枚",
  isForInspector: false,
  texts: {},
  fields: ["labelNumber", "archivalCode", "title", "amount", "sealedOn", "sealers"],
  paper: { kind: "labels", gapMm: 4, label: () => sealLabel, sample: { rows: [], fields: {} } },
  gather: gatherSeals,
};
