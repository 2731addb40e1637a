// Words of 导入与导出.
import { sayBytes, sayCount } from "./format.ts";

const rowsOf = (count: number): string => `${sayCount(count)} 行`;

/** Rows from which writing is felt: nothing else is answered meanwhile. */
const longWrite = 2_000;

export const tableImport = {
  title: "导入与导出",
  tabs: { import: "导入旧目录", ledger: "导入台账", match: "挂接影像", export: "全部导出" },
  as: "读作",
  fonds: "全宗",
  uses: { catalogue: "旧目录", register: "收发文登记簿" },
  choose: "选择表格…",
  chooseOther: "换一个表格…",
  chooseTitle: "选择旧目录或登记簿",
  emptyTitle: "从旧的 Excel 或 CSV 目录开始",
  emptyNext:
    "选一个表格。程序先试读：认出表头和各列，逐行指出读不准的日期、期限、页数和重复的行；您看过、答过，再一次写入。原表不会改动。",
  task: "试读表格",
  commitTask: "导入表格",
  columns: "各列读作什么",
  sheet: (name: string): string => name || "表格",
  category: "门类",
  headRow: "表头在第几行",
  headRowHint: "读错时改成表头所在的行；没有表头填 0，再按列的字母指定各列",
  unreadSheet: (name: string): string => `「${name || "表格"}」没有认出表头，在第几行`,
  headlessTitle: "没有认出表头",
  headlessNext:
    "这个表格里没有「题名」或「档号」这样的列名。请看一眼原表，写明列名在第几行（没有列名填 0），读入后再指定哪一列是题名、责任者、日期。指定过的列名下次自动认出。原表不会改动。",
  headRead: "照这一行读",
  headOther: "换一个表格",
  headYear: (year: number): string => `标题所示年度 ${year}`,
  refused: "不得登记，已略去",
  remembered: "照上次",
  year: "归属年度",
  yearHint: "表中没有年度时填写",
  terms: "旧期限对应现在的",
  termsLine: "程序不替您决定。不指定的留空，导入后逐件确定。",
  blankTerm: "（空白）",
  termCount: (text: string, count: number): string => `${text}（${rowsOf(count)}）`,
  leaveOpen: "留空",
  repeats: "重复粘贴的行也导入",
  preview: "逐行读出的内容",
  previewMore: (shown: number, all: number): string => `只显示前 ${rowsOf(shown)}，共 ${rowsOf(all)}`,
  noRows: "没有可以导入的行",
  head: { row: "行", code: "档号", title: "题名", creator: "责任者", date: "日期", term: "期限", pages: "页" },
  findings: "试读所见",
  noFindings: "没有疑问，可以导入。",
  weights: { refused: "不导入", question: "请核对", note: "须知道" },
  jump: (row: number): string => `第 ${row} 行`,
  counts: (usable: number, read: number): string => `共 ${rowsOf(read)}，可导入 ${rowsOf(usable)}`,
  skipped: (blank: number, heading: number, subtotal: number, signature: number): string =>
    `空行 ${blank}、标题和表头 ${heading}、小计 ${subtotal}、签名 ${signature}`,
  refusedRows: (count: number): string => `不能导入 ${rowsOf(count)}`,
  repeated: (count: number): string => `重复 ${rowsOf(count)}`,
  known: (count: number): string => `已导入过 ${rowsOf(count)}`,
  commit: (count: number): string => `导入 ${rowsOf(count)}`,
  confirmTitle: "写入档案库",
  confirm: (count: number, questions: number): string =>
    `将新建 ${sayCount(count)} 件整理中的件（或登记），一次写完。${questions > 0 ? `其中 ${sayCount(questions)} 处留待核对，相应的项目留空或照原样。` : ""}在有改动之前，可以整批撤回。${count >= longWrite ? "写入要几秒到十几秒，其间窗口不应答，请稍候。" : ""}`,
  confirmVerb: "导入",
  cancel: "再看看",
  committed: (count: number): string => `已导入 ${rowsOf(count)}，都在「整理中」`,
  nothingNew: "这个表格的各行都已导入过，没有改动",
  history: "以前的导入",
  historyEmpty: "还没有导入过。",
  historyLine: (rows: number, by: string, at: string): string => `${rowsOf(rows)}　${by}　${at}`,
  withdrawn: "已撤回",
  withdraw: "整批撤回",
  withdrawTitle: "撤回这次导入",
  withdrawLine: (name: string, count: number): string =>
    `「${name}」导入的 ${sayCount(count)} 行全部撤回，像没有导入过一样。改过、归档过或放过影像的不能撤回。`,
  keep: "不撤回",
  withdrew: (count: number): string => `已撤回 ${rowsOf(count)}`,
  toItems: "去看整理中的件",
};

export const imageMatching = {
  emptyTitle: "把扫描好的影像挂到目录上",
  emptyNext:
    "选一个文件夹。文件名或文件夹名里有档号的（如 档号-0001.jpg、档号\\001.jpg、档号.pdf）自动找到它的件；先看两边对得上对不上，再挂接。旧目录的档号也认。",
  choose: "选择影像文件夹…",
  chooseTitle: "选择影像文件夹",
  task: "核对影像",
  attachTask: "挂接影像",
  matches: "对得上的件",
  loose: "没有挂上的文件",
  looseNone: "每个文件都找到了它的件。",
  without: "没有影像的纸质件",
  withoutLine: (count: number): string =>
    count === 0 ? "纸质件都有影像了。" : `还有 ${sayCount(count)} 件没有影像，这里也没有它们的文件`,
  columns: {
    code: "档号",
    files: "文件",
    images: "影像页",
    paper: "纸质页",
    outcome: "结果",
    path: "文件",
    why: "原因",
  },
  counts: (files: number, items: number): string => `${sayCount(files)} 个文件，对上 ${sayCount(items)} 件`,
  attach: (count: number): string => `挂接 ${sayCount(count)} 件`,
  attached: (items: number, pages: number): string =>
    `已挂接 ${sayCount(items)} 件，${sayCount(pages)} 页，档号未变；可以撤销，撤销后影像回到「待整理」`,
  failed: "没有挂上的件",
  more: (count: number): string => `另有 ${sayCount(count)} 条没有列出`,
};

export const openExport = {
  what: "导出什么",
  inside: "内容",
  content: (items: number, files: number, bytes: number): string =>
    `${sayCount(items)} 件的目录，${sayCount(files)} 个文件，${sayBytes(bytes)}`,
  forms: "形式",
  formsLine:
    "目录和各种登记（收发文、期限表、编研、盒、保管、操作日志等）的 Excel、CSV、JSON，按档号分的文件，说明和校验清单；不用本程序也能打开和核对。台账和居民资料不在其中：台账请在「台账 › 打印」里逐本导出。",
  restricted: "限制件",
  restrictedLine: (count: number, files: number): string =>
    count === 0
      ? "没有限制件。"
      : `${sayCount(count)} 件只列档号和中性题名，各种登记里有关的文字留空，${sayCount(files)} 个文件留在库内`,
  withRestricted: "连同限制件的文件一起导出",
  reason: "理由",
  reasonHint: "写明为什么、给谁、谁批准（至少 4 个字）。理由随导出一起登记，并写进说明。",
  where: "写到哪里",
  choose: "选择文件夹…",
  chooseTitle: "选择导出到哪里",
  notChosen: "还没有选。",
  write: "写出并核对",
  writeLine: "写完后逐个文件读回核对，核对不过就撤回，不留半份。",
  task: "全部导出",
  written: (items: number, files: number): string =>
    `已导出并核对：${sayCount(items)} 件，${sayCount(files)} 个文件，全部一致`,
  result: "写出的文件夹",
  path: "位置",
  digest: "清单校验值",
  reveal: "在文件夹中显示",
  history: "以前的导出",
  historyLine: (items: number, files: number): string => `${sayCount(items)} 件，${sayCount(files)} 个文件`,
  leftWith: (reason: string): string => `含限制件文件：${reason}`,
  emptyTitle: "档案库里还没有件",
  emptyNext: "先录入或导入旧目录，之后随时可以把全部内容导出成通行格式。",
};
