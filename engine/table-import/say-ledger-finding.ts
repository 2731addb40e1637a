// The sentence of each finding: what stands there, what becomes of it, what the clerk may do. No value is ever repeated: only
// headings, counts and row numbers are named.
import { fillSentence } from "#contract/fill-sentence";
import type { LedgerImportFinding, LedgerImportFindingCode } from "#contract/ledger-import-finding";

const leftOpen = "这一格留空";
const sentences: Record<LedgerImportFindingCode, string> = {
  "state-secret": "带有涉密标志，这一行不导入，内容没有保留。请按保密规定单独登记保管，并报告负责人。",
  "row-too-wide": "这一行比表头多出内容，各列可能错位，不导入。请检查是否漏了引号或多了分隔符。",
  "text-too-long": "「{heading}」文字过长，这一行不导入，没有截短。请在原表缩短。",
  "occurred-missing": "没有可用的「{heading}」，这一行不导入。请在原表补上年月日。",
  "consent-missing": "没有本人有效的同意，或没有选定居民，这一行不导入。请先登记同意，再在试读中选定居民。",
  "not-assessed": "「{heading}」是敏感个人信息，尚未做影响评估，这一行不导入。请先登记影响评估。",
  "value-refused": "「{heading}」里是不得登记的内容，不能作为选项、标签或网格，这一行不导入。请在原表删去。",
  "column-refused": "「{heading}」的内容多是民族或宗教名称，不得登记，这一行不导入。请在原表删去。",
  "id-digits-lost": `「{heading}」已失真：后几位已被表格软件改成 0 或科学计数，无法还原，${leftOpen}。请按证件或原件重新填写。`,
  "id-check-failed": `「{heading}」的位数对，校验位或出生日期不对，${leftOpen}。请按证件核对。`,
  "digits-unreadable": `「{heading}」里有认不出的字符或位数不对，${leftOpen}。请核对。`,
  "date-impossible": `「{heading}」不是历法上有的日子，${leftOpen}。请对照原件。`,
  "date-ambiguous": `「{heading}」可以有两种读法（如 2023.1 可能是 2023.10），${leftOpen}。请对照原件。`,
  "date-serial": `「{heading}」可能是日期的内部数字，没有按日期换算，${leftOpen}。请在原表把这一列设为日期格式。`,
  "date-two-digit-year": `「{heading}」的年份只有两位，${leftOpen}。请对照原件补全。`,
  "date-without-year": `「{heading}」没有写年份，${leftOpen}。请补全。`,
  "date-range": `「{heading}」是一段时间，${leftOpen}。请确定一个日期。`,
  "date-future": `「{heading}」晚于今天，${leftOpen}。请对照原件。`,
  "date-unreadable": `「{heading}」读不出日期，${leftOpen}。请对照原件。`,
  "number-unreadable": `「{heading}」读不出数字，${leftOpen}。请对照原件。`,
  "number-too-small": `「{heading}」小于台账允许的数，${leftOpen}。请核对。`,
  "number-too-large": `「{heading}」大于台账允许的数，${leftOpen}。请核对。`,
  "number-decimals": `「{heading}」小数位数过多，${leftOpen}，没有四舍五入。请核对。`,
  "number-too-long": `「{heading}」数字超过 15 位，${leftOpen}。是号码的，请导入文字列。`,
  "choice-unknown": `「{heading}」不在台账可选的内容里，${leftOpen}。请指定它对应哪一项。`,
  "yes-no-unreadable": `「{heading}」不是「是」或「否」，${leftOpen}。请核对。`,
  "value-masked": `「{heading}」是遮盖着的内容，不是号码，${leftOpen}。`,
  "required-missing": "「{heading}」必填，这一格空着，照样读入。请在导入后补上。",
  "digits-doubtful": "「{heading}」末尾是一串 0，可能已失真，按原样保存。请与卡、折核对。",
  "duplicate-row": "与第 {other} 行内容相同，{outcome}。请核对是否重复登记。",
  "person-same-number": "与第 {other} 行的号码相同，两行都读入，没有合并。可能是同一人，请核对。",
  "person-same-name": "与第 {other} 行的姓名相同、号码不同，两行都读入，没有合并。可能是同名，请核对。",
  "refused-words":
    "「{heading}」里有不应记录的文字（信仰、思想、重点人员等），照样读入。请删去后再导入，或导入后删去。",
  "id-in-plain":
    "「{heading}」里像有身份证号码。这一列不是放证件号码的列，照样读入后会按普通文字显示和导出。请核对，或改放到证件号码列。",
  "file-imported-before": "这张表 {day} 已导入过本台账（{count} 行）。改了列的对应再导入，会多出重复的行。",
  "name-imported-before":
    "同名的表 {day} 已导入过本台账（{count} 行）。列的对应或表里的内容改过的行，会当作新的行再导入一遍。",
  "phone-odd": "「{heading}」不是 11 位手机号码（有 +86、空格、区号或位数少见），按原样保存。请抽查。",
  "id-old": "「{heading}」是 15 位的旧证件号码，无法校验，按原样保存。",
  "apostrophe-kept": "「{heading}」前有一个撇号，去掉撇号后每一位照原样保存，没有当作数字。",
  "date-partial": "「{heading}」只到年或月，按原样读入，没有补足。",
  "date-1904": "这张表用 1904 日期系统，已按该系统换算。请抽查几行日期。",
  "formula-text": "「{heading}」的文字像公式；只当文字，不会被计算。",
  "formula-cell": "「{heading}」是公式，只取已算出的值，没有重新计算。请核对。",
  "hidden-characters": "「{heading}」里有看不见的控制字符，已去掉，其余照原样。",
  "line-break": "「{heading}」单元格里有换行，台账这一列只有一行，已接成一行。",
  "merged-cell": "「{heading}」这一格与上面合并，按同一内容读入。",
  "merged-amount": "「{heading}」这一格的数字与上面合并，只记在第一行，这一行留空，免得重复计数。",
  "row-too-narrow": "这一行的列数少于表头，缺少的列留空。请核对是否错位。",
  "rare-characters": "「{heading}」有生僻字，按原样保存。打印时如缺字会停下来说明。",
  "field-refused": "「{value}」列不得登记，整列已略去，没有保存，其他列照常读入。",
  "column-missing": "表中没有「{heading}」，台账要求必填；各行留空，可以给整列指定一个值。",
  "column-not-imported": "「{value}」列在台账里没有对应的列，不导入。需要时请指定。",
  "column-twice": "「{value}」列与前面的列是台账的同一列，不导入。需要时请另行指定。",
  "column-too-far": "这一行在第 256 列以外还有内容，没有读取。请核对原表。",
  "sheet-not-imported": "这张工作表不像这本台账，没有导入。请导入它自己的台账，或指明表头在第几行。",
};

/** One finding; `column` is a letter or blank. */
export function sayLedgerFinding(
  place: Pick<LedgerImportFinding, "sheet" | "row" | "column">,
  code: LedgerImportFindingCode,
  details: Readonly<Record<string, string | number>> = {},
): LedgerImportFinding {
  return { ...place, code, message: fillSentence(sentences[code], details) };
}
