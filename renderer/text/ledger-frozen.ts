// Words of a row that stands in a frozen item, and of the rows shown put out as a spreadsheet.
import { sayCount } from "./format.ts";

export const ledgerFrozenText = {
  title: "这一行已固化",
  line: (period: string): string =>
    `这一行已随${period}固化成件，固化的件不变。请写明为什么改，原因记入修改记录；需要时再固化一次。`,
  verb: "照此修改",
  notChanged: "没有写原因，没有修改",
  label: "固化",
  state: (period: string, number: number): string => `已随${period}第 ${number} 次固化`,
  changed: "固化后已改",
  unchanged: "与固化时一致",
};

export const ledgerRowsOutText = {
  out: "导出所列",
  title: "导出所列的行",
  task: "导出所列的行",
  tooMany: "一次最多导出 50,000 行，请先筛选。",
  file: (ledger: string, isNarrowed: boolean): string => `${ledger}${isNarrowed ? "（筛选）" : ""}.xlsx`,
  done: (count: number, restricted: number): string =>
    `已导出 ${sayCount(count)} 行，敏感内容遮盖，姓名、住址、电话未列出${restricted > 0 ? `；限制处理 ${sayCount(restricted)} 行未列出` : ""}`,
};
