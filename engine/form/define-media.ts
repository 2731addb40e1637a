// 照片（录音录像）档案目录, and a photo sheet with 文字说明 (DA/T 50-2014, DA/T 78-2019). A stated date is marked 据说明 and
// never stands in for the day the camera recorded; GPS stays in the original.
import type { FormScope } from "#contract/form-scope";
import { retentionLabel } from "#contract/retention";
import { listItemsById, listItemsInVolume, listVolumesById } from "#db/form-content";
import { getMediaFacts, listMediaInScope } from "#db/form-media";
import type { MediaFacts } from "#db/form-media";
import { getFonds } from "#db/fonds";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { listItemPages } from "#db/scan";
import { rowOf } from "#engine/catalogue/gather-sheets";
import { a4Landscape, a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { headOfClass, sayHead } from "./say-fields.ts";

const categories = ["ZP", "LY", "LX"];

/** 摄录时间: what the camera recorded, else the item's own date, else what somebody stated, marked as such. */
function sayTaken(item: ItemRecord, { takenAt, statedDate }: MediaFacts): string {
  if (takenAt !== "") return takenAt.slice(0, 10).replaceAll("-", "");
  if (item.documentDate !== "") return item.documentDate.replaceAll("-", "");
  return statedDate === "" ? "" : `${statedDate.replaceAll("-", "")}（据说明）`;
}

/** 张数 of photos, 时长 of recordings as h:mm:ss. */
function sayExtent(item: ItemRecord, { durationMs }: MediaFacts): string {
  if (durationMs === null) return String(Math.max(item.pageCount, item.imageCount));
  const seconds = Math.round(durationMs / 1000);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

function rowOfMedia(item: ItemRecord, facts: MediaFacts, serial: number): string[] {
  const { title, remark } = rowOf(item, serial);
  const isRestricted = item.access === "restricted";
  const [place, seeAlso] = isRestricted ? ["", ""] : [facts.place, facts.seeAlso];
  return [
    String(serial),
    item.archivalCode,
    title,
    sayTaken(item, facts),
    place,
    item.creator,
    sayExtent(item, facts),
    seeAlso,
    remark,
  ];
}

/** One list per term and matter of a class. */
function gatherMediaLists(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "class") return [];
  const fonds = getFonds(db, scope.fondsId);
  const lists: { key: string; fields: Record<string, string>; rows: string[][] }[] = [];
  for (const { item, matterName, media } of listMediaInScope(db, scope)) {
    const retention = item.retention === null ? "" : retentionLabel(item.retention);
    const key = `${retention}/${matterName ?? ""}`;
    let list = lists.at(-1);
    if (list?.key !== key) {
      const known = {
        fondsCode: fonds?.code ?? "",
        fondsName: fonds?.unit || fonds?.name || "",
        category: "",
        year: String(scope.year),
        retention,
        matter: matterName ?? "",
      };
      list = { key, fields: { ...known, head: headOfClass(known) }, rows: [] };
      lists.push(list);
    }
    list.rows.push(rowOfMedia(item, media, list.rows.length + 1));
  }
  return lists;
}

/** One sheet per photo. A restricted one shows its 档号 and neutral title, no picture, no caption (P6). */
function gatherPhotoSheets(db: ReadDb, scope: FormScope): FormSheet[] {
  const items =
    scope.by === "item"
      ? listItemsById(db, scope.itemIds).map(({ item }) => item)
      : scope.by === "volume"
        ? listVolumesById(db, scope.volumeIds).flatMap(({ volume }) => listItemsInVolume(db, volume.id))
        : [];
  return items
    .filter(({ category }) => category === "ZP")
    .map((item, at) => {
      const facts = getMediaFacts(db, item);
      const isRestricted = item.access === "restricted";
      const own = (value: string): string => (isRestricted ? "" : value);
      const pageIds = isRestricted
        ? []
        : listItemPages(db, item.id)
            .slice(0, 1)
            .map(({ page }) => page.id);
      return {
        rows: [],
        pageIds,
        fields: {
          archivalCode: item.archivalCode,
          title: rowOf(item, at + 1).title,
          taken: sayTaken(item, facts),
          place: own(facts.place),
          people: own(facts.people),
          affair: own(facts.affair),
          background: own(facts.background),
          creator: item.creator,
          text: own(facts.text),
          head: sayHead([["档号", item.archivalCode]]),
        },
      };
    });
}

export const mediaCatalogue: FormDefinition = {
  id: "media-catalogue",
  name: "照片（录音录像）档案目录",
  kind: "media",
  standard: "DA/T 50-2014、DA/T 78-2019",
  layout: { mark: "M", note: "九栏凭记忆；栏宽为本程序所定。", isVerified: false },
  scopes: ["class"],
  of: "item",
  categories,
  unit: "行",
  isForInspector: true,
  fields: ["fondsCode", "fondsName", "year", "retention", "matter", "head"],
  texts: { title: { label: "标题", words: "照片（录音录像）档案目录" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 8, align: "center", fit: "wrap", counts: "number" },
      { key: "code", heading: "档号", widthMm: 50, leastMm: 36, align: "center", fit: "code", counts: "code" },
      { key: "title", heading: "题名", widthMm: 68, leastMm: 45, align: "left", fit: "wrap" },
      { key: "taken", heading: "摄录时间", widthMm: 21, leastMm: 18, align: "center", fit: "wrap" },
      { key: "place", heading: "地点", widthMm: 30, leastMm: 16, align: "left", fit: "wrap" },
      { key: "creator", heading: "摄录者", widthMm: 24, leastMm: 14, align: "left", fit: "wrap" },
      { key: "extent", heading: "张数/时长", widthMm: 19, leastMm: 17, align: "center", fit: "wrap" },
      { key: "also", heading: "参见号", widthMm: 19, leastMm: 14, align: "left", fit: "wrap" },
      { key: "remark", heading: "备注", widthMm: 15, leastMm: 10, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: gatherMediaLists,
};

export const photoSheet: FormDefinition = {
  id: "photo-sheet",
  name: "照片页（附文字说明）",
  kind: "media",
  standard: "DA/T 50-2014",
  layout: {
    mark: "M",
    note: "时间、地点、人物、事由、背景、摄影者六要素见二手资料；版面为本程序所定。",
    isVerified: false,
  },
  scopes: ["item", "volume"],
  of: "volume",
  categories,
  unit: "张",
  isForInspector: false,
  fields: ["archivalCode", "title", "taken", "place", "people", "affair", "background", "creator", "text", "head"],
  texts: { scope: { label: "页首一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    body: [
      { kind: "line", text: "scope", align: "right", sizePt: 10.5 },
      { kind: "picture", at: 0, heightMm: 128 },
      { kind: "gap", mm: 5 },
      {
        kind: "grid",
        rows: [
          { heightMm: 12, cells: [{ label: "题名", labelMm: 24, field: "title", valueMm: 0, align: "left" }] },
          {
            heightMm: 10,
            cells: [
              { label: "摄影时间", labelMm: 24, field: "taken", valueMm: 58 },
              { label: "摄影者", labelMm: 24, field: "creator", valueMm: 0 },
            ],
          },
          { heightMm: 10, cells: [{ label: "地点", labelMm: 24, field: "place", valueMm: 0, align: "left" }] },
          { heightMm: 12, cells: [{ label: "人物", labelMm: 24, field: "people", valueMm: 0, align: "left" }] },
          { heightMm: 10, cells: [{ label: "事由", labelMm: 24, field: "affair", valueMm: 0, align: "left" }] },
          { heightMm: 10, cells: [{ label: "背景", labelMm: 24, field: "background", valueMm: 0, align: "left" }] },
          { heightMm: 22, cells: [{ label: "文字说明", labelMm: 24, field: "text", valueMm: 0, align: "left" }] },
        ],
      },
    ],
  },
  gather: gatherPhotoSheets,
};
