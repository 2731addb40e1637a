// 清点记录: what should have been on the shelves against what was found, in the order in which it was looked for.
import type { FormScope } from "#contract/form-scope";
import type { StockTakeLine } from "#contract/stock-take";
import { listSlipsOf } from "#db/form-registers";
import { nameItems } from "#db/item-name";
import type { ReadDb } from "#db/open";
import { getStockTake, listStockTakeLines } from "#db/stock-take";
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay } from "./say-fields.ts";

/** A line nobody has looked for yet stays blank, to be ticked on paper. */
const resultWords: Record<StockTakeLine["result"], string> = {
  "": "",
  found: "在位",
  missing: "未找到",
  misplaced: "错位",
};

function gatherTakes(db: ReadDb, scope: FormScope): FormSheet[] {
  const take = scope.by === "record" ? getStockTake(db, scope.recordId) : undefined;
  if (!take) return [];
  const lines = listStockTakeLines(db, take.id);
  const named = nameItems(
    db,
    lines.map(({ itemId }) => itemId),
  );
  const rows = lines.map(({ itemId, archivalCode, expectedPlace, result, foundPlace }, at) => [
    String(at + 1),
    archivalCode,
    named.get(itemId)?.title ?? "",
    expectedPlace,
    resultWords[result],
    foundPlace,
  ]);
  const { lineCount, foundCount, missingCount, misplacedCount, openCount } = take;
  const fields = {
    takeRange: take.scope,
    takeKind: take.kind === "full" ? "全面清点" : "抽查",
    startedOn: sayDay(take.startedOn),
    takenBy: take.takenBy,
    state: take.state === "frozen" ? "已结束" : "未结束",
    sums: `应在 ${lineCount}　在位 ${foundCount}　错位 ${misplacedCount}　未找到 ${missingCount}　未清点 ${openCount}`,
    note: take.note,
  };
  return [{ rows, fields }];
}

/** 清点记录 of one stock-take; an unfinished one is the list to tick on paper. */
export const stockTakeRecord: FormDefinition = {
  id: "stock-take-record",
  name: "清点记录",
  kind: "custody",
  standard: "档案清点",
  layout: { mark: "D", note: "栏目和版面为本程序所定；签章处留 45 毫米空白，不印章。", isVerified: false },
  scopes: ["record"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["takeRange", "takeKind", "startedOn", "takenBy", "state", "sums", "note"],
  texts: {
    title: { label: "标题", words: "档案清点记录" },
    scope: { label: "表头一行", words: "{takeKind}　　{startedOn}　　清点人：{takenBy}　　{state}" },
  },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { key: "serial", heading: "序号", widthMm: 12, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "code", heading: "档号", widthMm: 52, leastMm: 36, align: "center", fit: "code", counts: "code" },
      { key: "title", heading: "题名", widthMm: 87, leastMm: 45, align: "left", fit: "wrap" },
      { key: "place", heading: "应在位置", widthMm: 46, leastMm: 30, align: "left", fit: "wrap" },
      { key: "result", heading: "结果", widthMm: 16, leastMm: 13, align: "center", fit: "wrap" },
      { key: "found", heading: "实在位置", widthMm: 44, leastMm: 25, align: "left", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      {
        kind: "grid",
        rows: [
          { heightMm: 9, cells: [{ label: "清点范围", labelMm: 30, field: "takeRange", valueMm: 0, align: "left" }] },
          { heightMm: 9, cells: [{ label: "清点结果", labelMm: 30, field: "sums", valueMm: 0, align: "left" }] },
          { heightMm: 14, cells: [{ label: "说明", labelMm: 30, field: "note", valueMm: 0, align: "left" }] },
        ],
      },
      { kind: "gap", mm: 3 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "清点人（签名）：" }, { label: "日期：" }],
          [{ label: "监督人（签名）：" }, { label: "日期：" }],
          [{ label: "单位（印章）：" }, { label: "负责人：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherTakes,
  offerRecords: (db, fondsId) =>
    listSlipsOf(db, fondsId).takes.map(({ id, kind, scope, startedOn }) => ({
      id,
      label: `${startedOn} · ${kind === "full" ? "" : "抽查 · "}${scope}`,
      year: Number(startedOn.slice(0, 4)),
    })),
};
