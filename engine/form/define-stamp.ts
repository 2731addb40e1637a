// 归档章: 45 × 16 mm, six equal cells of 15 × 8 mm, red (DA/T 22-2015, 5.4 and Annex A). As labels on a sheet, and in
// red on the first page of a derived PDF. The cells hold the values alone, as the stamp on paper does.
import type { FormScope } from "#contract/form-scope";
import type { ItemRecord } from "#db/item";
import { listFiledOf } from "#db/filing-unit";
import { listItemsById } from "#db/form-content";
import type { ClassNames } from "#db/form-content";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { listItemPages } from "#db/scan";
import { retentionLabel } from "#contract/retention";
import type { FormDefinition, FormSheet, Label, LabelCell } from "./form-definition.ts";
import { sayNumber } from "./say-fields.ts";

const cellMm = { width: 15, height: 8 };
const fields = ["fondsCode", "year", "itemNumber", "matter", "retention", "pageCount"] as const;

/** The stamp: 全宗号 年度 件号 above 机构或问题 保管期限 页数. */
export const stamp: Label = {
  widthMm: 45,
  heightMm: 16,
  lineMm: 0.3,
  ink: "red",
  cells: fields.map((field, at): LabelCell => ({
    xMm: (at % 3) * cellMm.width,
    yMm: Math.floor(at / 3) * cellMm.height,
    widthMm: cellMm.width,
    heightMm: cellMm.height,
    field,
    sizePt: 10,
    leastPt: 5,
    direction: "across",
    hasFrame: true,
  })),
};

function sheetOf(item: ItemRecord, names: Pick<ClassNames, "fondsCode" | "matterName">): FormSheet {
  return {
    rows: [],
    fields: {
      fondsCode: names.fondsCode,
      year: item.year === null ? "" : String(item.year),
      itemNumber: sayNumber(item.itemNumber),
      matter: names.matterName ?? "",
      retention: item.retention === null ? "" : retentionLabel(item.retention),
      pageCount: String(item.pageCount),
    },
  };
}

/** One stamp per filed item, in the order of the shelf. */
export function gatherStamps(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by === "item") return listItemsById(db, scope.itemIds).map(({ item, names }) => sheetOf(item, names));
  if (scope.by !== "class") return [];
  const fondsCode = getFonds(db, scope.fondsId)?.code ?? "";
  return listFiledOf(db, scope).map(({ item, matterName }) => sheetOf(item, { fondsCode, matterName }));
}

/**
 * The stamp together with the pages it is printed on. An item without pages gives none, and neither does a restricted
 * one: its pages leave its own page in no form (personal-data P6).
 */
function gatherOverlays(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "item") return [];
  return listItemsById(db, scope.itemIds).flatMap(({ item, names }) => {
    const isRestricted = item.access === "restricted";
    const pageIds = isRestricted ? [] : listItemPages(db, item.id).map(({ page }) => page.id);
    return pageIds.length > 0 ? [{ ...sheetOf(item, names), pageIds }] : [];
  });
}

const shared = {
  kind: "item",
  standard: "DA/T 22-2015 5.4、附录 A",
  layout: {
    mark: "S",
    note: "45 × 16 毫米、六格等分、红色及各格内容见二手资料；字号为本程序所定。",
    isVerified: false,
  },
  of: "item",
  unit: "枚",
  isForInspector: false,
  texts: {},
  fields,
} as const;

export const stampLabels: FormDefinition = {
  ...shared,
  id: "stamp-labels",
  name: "归档章（标签纸）",
  scopes: ["class", "item"],
  paper: { kind: "labels", gapMm: 4, label: () => stamp, sample: { fields: {}, rows: [] } },
  gather: gatherStamps,
};

export const stampOverlay: FormDefinition = {
  ...shared,
  id: "stamp-overlay",
  name: "归档章（套印在首页）",
  scopes: ["item"],
  unit: "份",
  paper: { kind: "overlay", label: stamp, topMm: 8 },
  gather: gatherOverlays,
};
