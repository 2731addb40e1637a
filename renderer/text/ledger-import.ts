// Words of 导入台账.
import { sayCount } from "./format.ts";

const rowsOf = (count: number): string => `${sayCount(count)} 行`;

export const ledgerImportText = {
  ledger: "导入到",
  noLedgerTitle: "还没有使用中的台账",
  noLedgerNext: "先在「台账 › 设计」里选一个模板，写清目的和依据，启用后再导入旧表。",
  emptyTitle: "从旧的 Excel 或 CSV 台账开始",
  emptyNext:
    "选台账，再选表格。程序先试读：认出表头和各列，逐行指出失真的号码、读不准的日期、可能重复的人；您看过、答过，再一次写入。原表不会改动，也不会保存。",
  choose: "选择表格…",
  chooseOther: "换一个表格…",
  chooseTitle: "选择旧台账",
  task: "试读台账表格",
  commitTask: "导入台账",
  columns: "各列放进哪一列",
  notImported: "不导入",
  words: "这些词对应台账的哪一项",
  wordsLine: "程序不替您决定。不指定的留空，导入后再补。",
  blankWord: "（空白或表中没有）",
  wordCount: (heading: string, text: string, count: number): string => `${heading}：${text}（${rowsOf(count)}）`,
  leaveOpen: "留空",
  rowHead: "行",
  shownRows: "逐行读出的内容",
  shownMore: (shown: number, all: number): string => `只显示前 ${rowsOf(shown)}，共 ${rowsOf(all)}`,
  noRows: "没有可以导入的行",
  commit: (count: number): string => `导入 ${rowsOf(count)}`,
  confirmTitle: "写入台账",
  confirm: (name: string, count: number, questions: number): string =>
    `将在「${name}」里登记 ${rowsOf(count)}，一次写完。${questions > 0 ? `其中 ${sayCount(questions)} 处留待核对，相应的格子留空或照原样。` : ""}写完可以整批撤回。`,
  committed: (count: number): string => `已导入 ${rowsOf(count)}`,
  nothingNew: "这个表格的各行都已导入过，台账未变",
  history: "以前导入的台账",
  historyLine: (rows: number, by: string, at: string): string => `${rowsOf(rows)}　${by}　${at}`,
  withdrawLine: (name: string, count: number): string =>
    `「${name}」导入的 ${rowsOf(count)}全部撤回；导入后又改过的，整批不能撤回。`,
  withdrawTask: "撤回整批导入",
  withdrew: "已整批撤回",
};
