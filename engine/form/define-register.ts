// 收文登记簿 and 发文登记簿 of one year, in the order of their numbers; a cancelled entry keeps its line, a restricted one
// shows its neutral title (personal-data P6).
import type { FormScope } from "#contract/form-scope";
import { registerStateLabel } from "#contract/register";
import type { RegisterEntry, RegisterKind } from "#contract/register";
import { getFonds } from "#db/fonds";
import { countHiddenEntries } from "#db/hidden-rows";
import type { ReadDb } from "#db/open";
import { countRegisterYears, listSteps, listYear } from "#db/register";
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayHead } from "./say-fields.ts";

const words = {
  incoming: { name: "收文登记簿", day: "收文日期", with: "来文机关" },
  outgoing: { name: "发文登记簿", day: "发文日期", with: "主送机关" },
} as const;

/** Why a number was cancelled; blank for all others. */
function reasonOf(db: ReadDb, { id, state }: RegisterEntry): string {
  if (state !== "cancelled") return "";
  return listSteps(db, id).findLast((step) => step.state === "cancelled")?.note ?? "";
}

function gatherRegister(db: ReadDb, scope: FormScope, kind: RegisterKind): FormSheet[] {
  if (scope.by !== "year") return [];
  const { year } = scope;
  const fonds = getFonds(db, scope.fondsId);
  const rows = listYear(db, scope.fondsId, kind, year).map((entry) => {
    const isRestricted = entry.access === "restricted";
    return [
      String(entry.number),
      entry.happenedOn.replaceAll("-", ""),
      isRestricted ? "" : entry.correspondent,
      isRestricted ? "" : entry.documentNumber,
      isRestricted ? entry.neutralTitle : entry.title,
      String(entry.copies),
      String(entry.pageCount),
      entry.securityLevel,
      [isRestricted ? "" : entry.handler, registerStateLabel[entry.state]].filter(Boolean).join(" "),
      entry.archivalCode,
      isRestricted ? "" : [entry.remark, reasonOf(db, entry)].filter(Boolean).join("；"),
    ];
  });
  if (!fonds || rows.length === 0) return [];
  const known = { fondsCode: fonds.code, fondsName: fonds.unit || fonds.name, year: String(year) };
  const hidden = countHiddenEntries(db, scope.fondsId, kind, year);
  const head = sayHead([
    ["全宗号", known.fondsCode],
    ["全宗名称", known.fondsName],
    ["年度", known.year],
    ["未列出", hidden > 0 ? `${hidden} 号（无权查看）` : ""],
  ]);
  return [{ rows, fields: { ...known, head } }];
}

const register = (kind: RegisterKind): FormDefinition => ({
  id: `register-${kind}`,
  name: words[kind].name,
  kind: "register",
  standard: "收发文登记",
  layout: { mark: "D", note: "栏目为本程序所定，没有见到国家标准的格式。", isVerified: false },
  scopes: ["year"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["fondsCode", "fondsName", "year", "head"],
  texts: { title: { label: "标题", words: words[kind].name }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { key: "number", heading: "顺序号", widthMm: 14, leastMm: 12, align: "center", fit: "wrap", counts: "number" },
      { key: "day", heading: words[kind].day, widthMm: 20, leastMm: 18, align: "center", fit: "wrap" },
      { key: "with", heading: words[kind].with, widthMm: 30, leastMm: 20, align: "left", fit: "wrap" },
      { key: "document", heading: "文号", widthMm: 28, leastMm: 20, align: "left", fit: "wrap" },
      { key: "title", heading: "题名", widthMm: 56, leastMm: 45, align: "left", fit: "wrap" },
      { key: "copies", heading: "份数", widthMm: 10, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "pages", heading: "页数", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "pages" },
      { key: "level", heading: "密级", widthMm: 11, leastMm: 10, align: "center", fit: "wrap" },
      { key: "handled", heading: "办理", widthMm: 22, leastMm: 16, align: "left", fit: "wrap" },
      { key: "code", heading: "归档档号", widthMm: 28, leastMm: 24, align: "center", fit: "code" },
      { key: "remark", heading: "备注", widthMm: 27, leastMm: 15, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: (db, scope) => gatherRegister(db, scope, kind),
  offerYears: (db, fondsId) => countRegisterYears(db, kind, fondsId),
});

export const incomingRegister = register("incoming");
export const outgoingRegister = register("outgoing");
