// The sentence of each finding: what stands there, what becomes of it, what the clerk may do. Values are named only
// where they are dates, terms, counts or codes.
import { fillSentence } from "#contract/fill-sentence";
import type { TableFinding, TableFindingCode } from "#contract/table-finding";

const sentences: Record<TableFindingCode, string> = {
  "title-missing": "没有题名，这一行不导入。请在原表补上题名。",
  "state-secret": "带有涉密标志，这一行不导入，内容没有保留。请按保密规定单独登记保管，并报告负责人。",
  "row-too-wide": "这一行比表头多出内容，各列可能错位，不导入。请检查是否漏了引号或多了分隔符。",
  "text-too-long": "文字超过 {limit} 字，这一行不导入，没有截短。请在原表缩短。",
  "register-date-missing": "没有可用的收（发）文日期，这一行不导入。请在原表补上年月日。",
  "correspondent-missing": "没有来文（主送）机关，这一行不导入。请在原表补上。",
  "year-closed":
    "{value} 年度已经关闭，这一行不导入。已归档的不必再导入；确有遗漏的，请经负责人同意后在该年度办理更正或补归。",
  "date-impossible": "「{value}」不是历法上有的日子，日期留空。请对照原件。",
  "date-ambiguous": "「{value}」可以有两种读法，日期留空。请对照原件。",
  "date-two-digit-year": "「{value}」的年份只有两位，日期留空。请对照原件补全年份。",
  "date-range": "「{value}」是一段时间，日期留空。请对照原件确定成文日期。",
  "date-serial": "「{value}」可能是日期的内部数字，没有按日期换算，日期留空。请在原表把这一格设为日期格式。",
  "date-unreadable": "「{value}」读不出日期，日期留空。请对照原件。",
  "date-missing": "没有日期，留空。请对照原件补上。",
  "date-future": "日期 {value} 晚于今天，按原样读入。请对照原件。",
  "term-old": "「{value}」是旧的保管期限，留空。请指定它对应现行的哪一种期限。",
  "term-unknown": "保管期限「{value}」不是现行期限，留空。请指定它对应的期限，或导入后逐件确定。",
  "pages-not-a-number": "页数「{value}」不是单纯的数字，{outcome}。请对照原件清点。",
  "year-missing": "表中没有归属年度，留空。请指定年度。",
  "year-unreadable": "年度「{value}」读不出，留空。请对照原表。",
  "year-mismatch": "日期 {value} 不在归属年度 {year} 年内，两者都按原样读入。请核对。",
  "matter-unknown": "「{value}」不是本全宗已有的机构（问题）类目，留空。请先设立类目或导入后再分类。",
  "security-unknown": "密级只能是空白或「内部」，这一格留空。请对照原件。",
  "duplicate-row": "与第 {other} 行内容相同，{outcome}。请核对是否重复登记。",
  "duplicate-code": "档号「{value}」与第 {other} 行相同，两行都读入。请核对。",
  "code-in-archive": "档号「{value}」在档案库中已有一件，仍读入为整理中的件。请核对是否同一件。",
  "same-document-number": "文号、责任者与第 {other} 行相同，两行都读入。请核对是否重复登记。",
  "date-partial": "日期只到「{value}」，按原样读入，没有补足。",
  "date-1904": "这张表用 1904 日期系统，已按该系统换算。请抽查几行日期。",
  "term-without-unit": "保管期限「{value}」没有写单位，按 {value} 年读入。",
  "formula-text": "文字以「{value}」开头，像公式；按文字保存，不会被计算。",
  "formula-cell": "这一格是公式，只取已算出的值，没有重新计算。请核对。",
  "hidden-characters": "文字中有看不见的控制字符，按原样保存。请核对显示是否正常。",
  "line-break": "单元格里有换行，已接成一行，文字未改。",
  "number-cut": "「{value}」是科学记数或超过 15 位的数字，原表可能已丢失末位。请对照原件。",
  "box-number-kept": "旧目录的盒号「{value}」写在备注里，没有当作现在的盒号。",
  "merged-cell": "这一格与上面合并，按同一内容读入。",
  "row-too-narrow": "这一行的列数少于表头，缺少的列留空。请核对是否错位。",
  "personal-words": "题名或备注中像有证件号码、手机号码或不得登记的内容。请改写后再导入，只写事由。",
  "field-refused": "「{value}」列不得登记，整列已略去，其他列照常读入。",
  "column-not-imported": "「{value}」列没有对应的著录项，不导入。需要时请指定它对应的项。",
  "column-twice": "「{value}」列与前面的列是同一著录项，不导入。需要时请另行指定。",
  "column-too-far": "这一行在第 256 列以外还有内容，没有读取。请核对原表。",
  "sheet-not-imported": "这张工作表没有找到表头，不导入。",
};

/** One finding; `column` is a letter or blank. */
export function sayFinding(
  place: Pick<TableFinding, "sheet" | "row" | "column">,
  code: TableFindingCode,
  details: Readonly<Record<string, string | number>> = {},
): TableFinding {
  return { ...place, code, message: fillSentence(sentences[code], details) };
}
