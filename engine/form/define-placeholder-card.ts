// 代卷卡: stands in the place of an item or volume that was taken out. Two on a sheet of A4. Who took it, for what and until
// when is written by hand: the card keeps no list of persons.
import type { FormScope } from "#contract/form-scope";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";
import { listItemsById, listItemsInVolume, listVolumesById } from "#db/form-content";
import { listLendable } from "#db/form-lent";
import type { ReadDb } from "#db/open";
import { listShelfWords } from "#db/shelf-place";
import { rowOf } from "#engine/catalogue/gather-sheets";
import type { FormDefinition, FormSheet, Label, LabelCell } from "./form-definition.ts";

const mostOffered = 200;
const [widthMm, headMm, lineMm] = [190, 9, 11];
const at = (xMm: number, yMm: number, width: number, heightMm: number) => ({ xMm, yMm, widthMm: width, heightMm });
const words = (text: string, sizePt = 10.5) =>
  ({ words: text, sizePt, leastPt: 7, weight: "bold", direction: "across", hasFrame: true }) as const;
const value = (field: string, sizePt = 11) =>
  ({ field, sizePt, leastPt: 5, direction: "across", hasFrame: true }) as const;
const pair = (label: string, field: string, x: number, y: number, width: number, height = 10): LabelCell[] => [
  { ...at(x, y, 24, height), ...words(label) },
  { ...at(x + 24, y, width - 24, height), ...value(field), isCode: field === "archivalCode" },
];
const hand: readonly (readonly [heading: string, widthMm: number])[] = [
  ["借出日期", 28],
  ["借阅人", 28],
  ["用途", 50],
  ["应还日期", 28],
  ["归还日期", 28],
  ["经手人", 28],
];
const handLines = 6;
const handTop = 50;
const cardMm = handTop + headMm + handLines * lineMm + 8;

/** One column to be written in by hand: its heading and its empty lines. */
function handColumn([heading, width]: (typeof hand)[number], index: number): LabelCell[] {
  const xMm = hand.slice(0, index).reduce((sum, [, before]) => sum + before, 0);
  const empty = Array.from({ length: handLines }, (_, line): LabelCell => ({
    ...at(xMm, handTop + headMm + line * lineMm, width, lineMm),
    ...words(""),
  }));
  return [{ ...at(xMm, handTop, width, headMm), ...words(heading, 10) }, ...empty];
}

const card: Label = {
  widthMm,
  heightMm: cardMm,
  lineMm: 0.3,
  ink: 0,
  cells: [
    { ...at(0, 0, widthMm, 14), ...words("代 卷 卡", 20) },
    ...pair("档号", "archivalCode", 0, 14, 126),
    ...pair("保管期限", "retention", 126, 14, 64),
    ...pair("题名", "title", 0, 24, widthMm, 16),
    ...pair("存放位置", "place", 0, 40, 126),
    ...pair("数量", "amount", 126, 40, 64),
    ...hand.flatMap(handColumn),
    {
      ...at(0, cardMm - 8, widthMm, 8),
      ...words("本卡放在原处；归还时核对件页数，收回本卡。", 9),
      weight: "regular",
    },
  ],
};

function cardsOf(db: ReadDb, itemIds: readonly ItemId[], volumeIds: readonly VolumeId[]): FormSheet[] {
  const items = listItemsById(db, itemIds).map(({ item }) => ({
    boxId: item.boxId,
    archivalCode: item.archivalCode,
    title: rowOf(item, 1).title,
    retention: item.retention === null ? "" : retentionLabel(item.retention),
    amount: `${item.pageCount} 页`,
  }));
  const volumes = listVolumesById(db, volumeIds).map(({ volume }) => {
    const inside = listItemsInVolume(db, volume.id);
    const pages = inside.reduce((sum, { pageCount }) => sum + pageCount, 0);
    return {
      boxId: volume.boxId,
      archivalCode: volume.archivalCode,
      title: volume.title,
      retention: volume.retention === null ? "" : retentionLabel(volume.retention),
      amount: `${inside.length} 件 ${pages} 页`,
    };
  });
  const all = [...items, ...volumes];
  const places = listShelfWords(
    db,
    all.flatMap(({ boxId }) => boxId ?? []),
  );
  return all.map(({ boxId, ...fields }) => ({
    rows: [],
    fields: { ...fields, place: (boxId && places.get(boxId)) ?? "" },
  }));
}

function gatherCards(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by === "item") return cardsOf(db, scope.itemIds, []);
  if (scope.by === "volume") return cardsOf(db, [], scope.volumeIds);
  // The list offers items and volumes side by side; an id names one of either.
  return scope.by === "record" ? cardsOf(db, [scope.recordId as ItemId], [scope.recordId as VolumeId]) : [];
}

/** 代卷卡 of items, of volumes, or of one chosen from what is lent out. */
export const placeholderCard: FormDefinition = {
  id: "placeholder-card",
  name: "代卷卡",
  kind: "custody",
  standard: "档案借出",
  layout: { mark: "D", note: "大小和栏目为本程序所定；借阅各栏由经手人手写。", isVerified: false },
  scopes: ["record", "item", "volume"],
  of: "item",
  unit: "枚",
  isForInspector: false,
  texts: {},
  fields: ["archivalCode", "title", "retention", "place", "amount"],
  paper: { kind: "labels", gapMm: 6, label: () => card, sample: { rows: [], fields: {} } },
  gather: gatherCards,
  offerRecords: (db, fondsId) =>
    listLendable(db, fondsId, mostOffered).map(({ id, archivalCode, year, isLent }) => ({
      id,
      label: isLent ? `借出 · ${archivalCode}` : archivalCode,
      year,
    })),
};
