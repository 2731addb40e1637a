// 数字化交接单: what went out to be scanned, pages counted by hand beside pages scanned, how each was bound again, and who
// handed over (DA/T 31-2017; binding DA/T 69-2018). Names stand in the head; signing is left to the hand.
import { bindingMethodLabel } from "#contract/custody";
import type { FormScope } from "#contract/form-scope";
import { getBatch, listBatchLines } from "#db/digitisation-batch";
import { listSlipsOf } from "#db/form-registers";
import { nameItems } from "#db/item-name";
import type { ReadDb } from "#db/open";
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay } from "./say-fields.ts";

function gatherSlips(db: ReadDb, scope: FormScope): FormSheet[] {
  const batch = scope.by === "record" ? getBatch(db, scope.recordId) : undefined;
  if (!batch) return [];
  const lines = listBatchLines(db, batch.id);
  const named = nameItems(
    db,
    lines.map(({ itemId }) => itemId),
  );
  let [counted, scanned] = [0, 0];
  const rows = lines.map((line, at) => {
    const item = named.get(line.itemId);
    // While the batch is out the pictures count as they are; none yet is left to be written by hand.
    const pictures = line.scannedPages ?? item?.imageCount ?? 0;
    counted += line.countedPages ?? 0;
    scanned += pictures;
    return [
      String(at + 1),
      line.archivalCode,
      item?.title ?? "",
      line.countedPages === null ? "" : String(line.countedPages),
      pictures === 0 ? "" : String(pictures),
      line.explanation,
      line.bindingMethod === "" ? "" : bindingMethodLabel[line.bindingMethod],
      line.isChecked ? line.checkedBy : "",
    ];
  });
  const fields = {
    batchNumber: `第 ${batch.number} 批`,
    state: batch.state === "closed" ? "已归还" : "未归还",
    handedOn: sayDay(batch.handedOn),
    handedBy: batch.handedBy,
    operator: batch.operator,
    dueOn: sayDay(batch.dueOn),
    returnedOn: sayDay(batch.returnedOn),
    returnedBy: batch.returnedBy,
    receivedBy: batch.receivedBy,
    sums: [`${rows.length} 件`, counted > 0 && `清点 ${counted} 页`, scanned > 0 && `扫描 ${scanned} 页`]
      .filter(Boolean)
      .join("　"),
    note: batch.remark,
  };
  return [{ rows, fields }];
}

const cell = (label: string, field: string, valueMm: number) => ({ label, labelMm: 22, field, valueMm }) as const;

/** 数字化交接单 of one batch: printed when it goes out, and again when it is back. */
export const digitisationSlip: FormDefinition = {
  id: "digitisation-slip",
  name: "数字化交接单",
  kind: "custody",
  standard: "DA/T 31-2017、DA/T 69-2018",
  layout: { mark: "D", note: "栏目和版面为本程序所定；签章处留 45 毫米空白，不印章。", isVerified: false },
  scopes: ["record"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: [
    "batchNumber",
    "state",
    "handedOn",
    "handedBy",
    "operator",
    "dueOn",
    "returnedOn",
    "returnedBy",
    "receivedBy",
    "sums",
  ],
  texts: {
    title: { label: "标题", words: "档案数字化交接单" },
    scope: { label: "表头一行", words: "{batchNumber}　　{sums}　　{state}" },
  },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 18, right: 20, bottom: 20, left: 20 },
    // Pages are summed in the head: at the foot an uncounted slip would say 0 pages.
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "code", heading: "档号", widthMm: 50, leastMm: 36, align: "center", fit: "code", counts: "code" },
      { key: "title", heading: "题名", widthMm: 78, leastMm: 45, align: "left", fit: "wrap" },
      { key: "counted", heading: "清点页数", widthMm: 19, leastMm: 16, align: "center", fit: "wrap", counts: "number" },
      { key: "scanned", heading: "扫描页数", widthMm: 19, leastMm: 16, align: "center", fit: "wrap", counts: "number" },
      { key: "explanation", heading: "不符说明", widthMm: 36, leastMm: 20, align: "left", fit: "wrap" },
      { key: "binding", heading: "装订方法", widthMm: 26, leastMm: 18, align: "center", fit: "wrap" },
      { key: "checker", heading: "核对人", widthMm: 18, leastMm: 14, align: "center", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      {
        kind: "grid",
        rows: [
          {
            heightMm: 8,
            cells: [
              cell("交出日期", "handedOn", 45),
              cell("交出人", "handedBy", 32),
              cell("加工单位", "operator", 0),
              cell("约定归还", "dueOn", 40),
            ],
          },
          {
            heightMm: 8,
            cells: [
              cell("归还日期", "returnedOn", 45),
              cell("归还人", "returnedBy", 32),
              cell("接收人", "receivedBy", 0),
              cell("备注", "note", 40),
            ],
          },
        ],
      },
      { kind: "gap", mm: 2 },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "交出单位（印章）：" }, { label: "交出人：" }, { label: "日期：" }],
          [{ label: "加工单位（印章）：" }, { label: "接收人：" }, { label: "日期：" }],
          [{ label: "归还人：" }, { label: "收回人：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherSlips,
  offerRecords: (db, fondsId) =>
    listSlipsOf(db, fondsId).batches.map(({ id, number, handedOn }) => ({
      id,
      label: `第 ${number} 批 · ${handedOn}`,
      year: Number(handedOn.slice(0, 4)),
    })),
};
