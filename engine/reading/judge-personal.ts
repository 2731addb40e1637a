// Pages that tell of persons by what they are: 身份证, 户口簿, 申请表, 名册, 选票, 病历 (personal-data P6). Told by the shape of the
// page, not by a word in running text; what a page says of a person is not looked at and not kept.
import { rowsOf, type UprightPage } from "./upright-lines.ts";

export type PersonalKind = "身份证" | "户口簿" | "申请表" | "名册" | "选票" | "病历";

const longestTitle = 40;
/** 通知, 办法 and the like speak about forms and lists and are none. */
const speaksAbout = /(?:通知|办法|规定|意见|函|方案|细则|制度|报告|请示|批复|说明|样式|填写要求|[。；，,;])$/u;
type Title = { readonly kind: PersonalKind; readonly shape: RegExp; readonly needsPersons: boolean };
/** 表, 册 and 名单 that need not be of persons are only so when they ask for persons. */
const titles: readonly Title[] = [
  { kind: "户口簿", shape: /^(?:居民)?户口[簿本]$|^常住人口登记[卡表]$/u, needsPersons: false },
  { kind: "申请表", shape: /申请(?:[\p{Script=Han}]{0,8}(?:表|书)|书?)(?:\([^)]*\))?$/u, needsPersons: false },
  {
    kind: "申请表",
    shape: /(?:审批|认定|核定|评估|登记|调查|核对|救助|采集)[\p{Script=Han}]{0,8}表(?:\([^)]*\))?$/u,
    needsPersons: true,
  },
  { kind: "名册", shape: /名册(?:\([^)]*\))?$/u, needsPersons: false },
  { kind: "名册", shape: /(?:名单|登记册|登记簿|台账|一览表)(?:\([^)]*\))?$/u, needsPersons: true },
  { kind: "选票", shape: /^(?!.*(?:样票|式样)).*(?:选票|选举票|表决票)(?:\([^)]*\))?$/u, needsPersons: false },
  {
    kind: "病历",
    shape: /(?:病历|病案首页|出院(?:记录|小结)|诊断证明书?|住院证明|检查报告单|检验报告单|残疾评定表)$/u,
    needsPersons: false,
  },
];
/** Heads of columns and cells that a form about one person has. */
const personCells = [
  /姓名/u,
  /性别/u,
  /出生(?:年月|日期)/u,
  /身份证(?:号|件)|公民身份号码/u,
  /民族/u,
  /住址|户籍/u,
  /联系电话|手机/u,
  /户主/u,
];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of GB 11643-1999 whose check character is right. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx]$/.test(text)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

const countIdNumbers = (text: string): number =>
  new Set((text.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []).filter(isIdNumber)).size;

function isIdCard(texts: readonly string[], whole: string): boolean {
  const front =
    /公民身份号码/u.test(whole) && texts.filter((text) => /^(?:姓名|性别|出生|住址)/u.test(text)).length >= 2;
  const back = texts.some((text) => /居民身份证$/u.test(text)) && /签发机关|有效期限/u.test(whole);
  return front || back;
}

/** What kind of personal paper a page is; undefined for every other. */
export function judgePersonal(page: UprightPage): PersonalKind | undefined {
  const texts = page.lines.map((line) => line.text);
  const whole = texts.join("\n");
  if (isIdCard(texts, whole)) return "身份证";
  if (/户别/u.test(whole) && /户主/u.test(whole) && /户号|住址/u.test(whole)) return "户口簿";
  const cells = personCells.filter((cell) => texts.some((text) => text.length <= 16 && cell.test(text))).length;
  const heads = rowsOf(page.lines)
    .slice(0, 8)
    .map((row) => row.map((line) => line.text).join(""))
    .filter((text) => text.length <= longestTitle && !speaksAbout.test(text));
  const hasPersons = cells >= 2 || countIdNumbers(whole) > 0;
  const named = titles.find(
    ({ shape, needsPersons }) => (hasPersons || !needsPersons) && heads.some((text) => shape.test(text)),
  );
  if (named) return named.kind;
  // The second sheet of a list has no title; its numbers tell.
  return countIdNumbers(whole) >= 2 ? "名册" : undefined;
}
