// What was found about a cell, in one Chinese sentence that never repeats the value.
import type { LedgerColumn } from "#contract/ledger-column";
import type { CellFinding, CellFindingCode } from "#contract/ledger-write";
import { cellErrors } from "./cell-reading.ts";

type Words = (column: LedgerColumn) => string;

const lost: Words = ({ rules }) =>
  rules.format === "idNumber"
    ? "证件号码已失真：后几位被表格软件改成了 0 或科学计数，请按证件重新填写"
    : "号码已失真：后几位被表格软件改成了 0 或科学计数，请按原件重新填写";

const sentences: Record<CellFindingCode, Words> = {
  "required-missing": () => "此项必填",
  "text-too-long": ({ rules, kind }) => `文字超过 ${rules.longest ?? (kind === "longText" ? 4000 : 500)} 字`,
  "date-unreadable": () => "认不出日期，请写成 2024-03-05 这样",
  "date-impossible": () => "没有这一天，请核对日期",
  "date-serial": () => "这是表格软件的日期序号，请写成 2024-03-05 这样",
  "date-two-digit-year": () => "年份只有两位，请写全四位",
  "date-without-year": () => "没有写年份，请写全",
  "date-range": () => "这里写了两个日期，请只写一个",
  "date-future": () => "日期还没有到，请核对",
  "number-unreadable": () => "认不出数字",
  "number-too-small": ({ rules }) => `不能小于 ${rules.least ?? 0}`,
  "number-too-large": ({ rules }) => `不能大于 ${rules.most ?? 0}`,
  "number-decimals": ({ kind, rules }) => `小数最多 ${kind === "money" ? 2 : rules.decimals} 位`,
  "number-too-long": () => "数字超过 15 位；如果是号码，请改用文字列",
  "choice-unknown": () => "不在可选的内容里",
  "yes-no-unreadable": () => "只能填「是」或「否」",
  "digits-unreadable": ({ rules }) =>
    rules.format === "idNumber" ? "证件号码不是 18 位，请核对" : "号码里有认不出的字符，请核对",
  "id-digits-lost": lost,
  "id-check-failed": () => "证件号码的校验位不对，请按证件核对",
  "id-old": () => "这是 15 位的旧证件号码，无法校验，请尽量换成 18 位",
  "digits-doubtful": () => "末尾都是 0，可能被表格软件改过，请按原件核对",
  "phone-odd": () => "电话号码的位数少见，请核对",
  "cell-computed": () => "此项由程序算出，粘贴的内容不采用",
  "column-unknown": () => "台账里没有这一列",
  "not-assessed": () => "这一列是敏感个人信息，尚未做影响评估，还不能填写",
  "value-masked": () => "这是遮盖着的内容，不能当作号码填写",
  "value-refused": () => "这是不得登记的内容，不能作为选项、标签或网格",
  "column-refused": () => "这一列的内容多是民族或宗教名称，不得登记，请删去",
  "consent-missing": () => "没有本人有效的同意，或没有选定居民，这一行不能登记",
  "refused-words": () => "文字里有不应记录的内容（信仰、思想、重点人员等），建议删去",
  "id-in-plain": () => "此格像身份证号码。本列不是放证件号码的列，保存后会按普通文字显示和导出",
};

/** One finding as it is answered; `row` is its place in the list that was asked. */
export const sayCellFinding = (row: number, column: LedgerColumn, code: CellFindingCode): CellFinding => ({
  row,
  column: column.key,
  code,
  isError: cellErrors.has(code),
  message: sentences[code](column),
});
