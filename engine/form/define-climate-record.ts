// 温湿度记录: one sheet per month and room, every reading a row; what was out of range stands beside what was done about it
// (条例 Art. 22). Limits are judged when a reading is written down, so none are printed that might have changed since.
import type { FormScope } from "#contract/form-scope";
import { listClimateReadings } from "#db/climate-reading";
import { listClimateMonths } from "#db/form-months";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

type Sheet = FormSheet & { rows: string[][]; outCount: number };

function gatherClimate(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "period") return [];
  const fonds = getFonds(db, scope.fondsId);
  const fondsName = fonds?.unit || fonds?.name || "";
  const sheets = new Map<string, Sheet & { room: string; month: string }>();
  for (const reading of listClimateReadings(db, scope.from, scope.to)) {
    const { room, readOn, readTime, temperature, humidity, isOut, measure, recorder, remark } = reading;
    const month = readOn.slice(0, 7);
    const key = `${month}/${room}`;
    const sheet = sheets.get(key) ?? { room, month, rows: [], outCount: 0, fields: {} };
    sheets.set(key, sheet);
    if (isOut) sheet.outCount += 1;
    sheet.rows.push([
      String(sheet.rows.length + 1),
      readOn.replaceAll("-", ""),
      readTime,
      String(temperature),
      String(humidity),
      isOut ? "超限" : "",
      measure,
      recorder,
      remark,
    ]);
  }
  return [...sheets.values()]
    .toSorted((one, other) => one.month.localeCompare(other.month))
    .map(({ rows, room, month, outCount }) => {
      const known = { fondsName, room, month: sayDay(month), count: String(rows.length), outCount: String(outCount) };
      const head = sayHead([
        ["单位", fondsName],
        ["库房", room],
        ["月份", known.month],
        ["记录", `${known.count} 次`],
        ["超限", `${known.outCount} 次`],
      ]);
      return { rows, fields: { ...known, head } };
    });
}

/** 温湿度记录 of a month, a year or any stretch of days. */
export const climateRecord: FormDefinition = {
  id: "climate-record",
  name: "温湿度记录",
  kind: "custody",
  standard: "《档案法实施条例》第二十二条",
  layout: { mark: "D", note: "栏目和版面为本程序所定，没有见到国家标准的格式。", isVerified: false },
  scopes: ["period"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["fondsName", "room", "month", "count", "outCount", "head"],
  texts: { title: { label: "标题", words: "库房温湿度记录" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    leastRowMm: 7,
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "day", heading: "日期", widthMm: 21, leastMm: 18, align: "center", fit: "wrap" },
      { key: "time", heading: "时间", widthMm: 14, leastMm: 12, align: "center", fit: "wrap" },
      { key: "celsius", heading: "温度 ℃", widthMm: 15, leastMm: 13, align: "center", fit: "wrap" },
      { key: "humidity", heading: "湿度 %", widthMm: 15, leastMm: 13, align: "center", fit: "wrap" },
      { key: "out", heading: "超限", widthMm: 12, leastMm: 11, align: "center", fit: "wrap" },
      { key: "measure", heading: "采取措施", widthMm: 40, leastMm: 20, align: "left", fit: "wrap" },
      { key: "recorder", heading: "记录人", widthMm: 18, leastMm: 14, align: "center", fit: "wrap" },
      { key: "remark", heading: "备注", widthMm: 19, leastMm: 12, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: gatherClimate,
  offerMonths: (db) => listClimateMonths(db),
};
