// Words of 移交.
import { sayBytes, sayCount } from "./format.ts";

export const packageText = {
  title: "移交数据包",
  what: "移交什么",
  fonds: "全宗",
  year: "年度",
  yearOption: (year: number, filed: number): string => `${year} 年（已归档 ${sayCount(filed)} 件）`,
  nothingTitle: "这一年没有可装进数据包的件",
  nothingNext:
    "数据包只收有影像或电子文件的件；只有纸质的和限制件不装进去，已归档的都在。先扫描或挂接影像，或换一个年度。",
  content: (items: number, files: number, bytes: number): string =>
    `${sayCount(items)} 件，${sayCount(files)} 个内容文件，${sayBytes(bytes)}`,
  packageId: "包号",
  paper: (count: number): string => `另有纸质件 ${sayCount(count)} 件没有电子文件，不列入`,
  restricted: (count: number): string =>
    count === 0
      ? "没有限制件。"
      : `${sayCount(count)} 件限制件不放入数据包，也不列题名；它们的移交要另行指明接收方和依据。`,
  masked: "限制件",
  rule: "依据",
  ruleLine: "目录结构依 DA/T 93-2022 附录 B（二手资料，待核对），外层是 BagIt 1.0。",
  where: "写到哪里",
  choose: "选择文件夹…",
  chooseTitle: "选择数据包写到哪里",
  notChosen: "还没有选。通常是移交用的优盘或移动硬盘。",
  write: "写出并核对",
  writeLine: "写完后逐个文件读回核对，核对不过就撤回，不留半份。",
  writeTask: (year: number): string => `写出 ${year} 年度移交数据包`,
  written: (items: number, files: number, bytes: number): string =>
    `数据包已写出并核对：${sayCount(items)} 件，${sayCount(files)} 个文件全部一致，${sayBytes(bytes)}`,
  result: "写出的数据包",
  path: "位置",
  fingerprint: "指纹",
  fingerprintNote: "抄在交接单上。接收方核对出同样的指纹，就是同一份。",
  reveal: "在文件夹中显示",
  check: "核对一个数据包",
  checkLine: "无论是谁写的，拔下再插上之后，选它的文件夹再核对一次。",
  checkChoose: "选择数据包文件夹…",
  checkTask: "核对数据包",
  verdicts: { valid: "合格", warning: "合格，有提醒", invalid: "不合格" },
  verdictLine: {
    valid: (files: number, bytes: string): string => `${sayCount(files)} 个文件全部一致，共读 ${bytes}`,
    warning: (files: number, bytes: string): string => `${sayCount(files)} 个文件全部一致，共读 ${bytes}；另有提醒`,
    invalid: (files: number, bytes: string): string => `读了 ${sayCount(files)} 个文件，${bytes}；问题如下`,
  },
  columns: { weight: "轻重", file: "文件", message: "问题和办法", code: "代码" },
  weights: { error: "错误", warning: "提醒" },
  whole: "（整个包）",
  bagVersion: "BagIt 版本",
  emptyTitle: "还没有可移交的件",
  emptyNext: "移交的是已归档的件。先在「年度归档」中编号归档。",
  toFiling: "去年度归档",
  more: (count: number): string => `另有 ${sayCount(count)} 条没有列出，请先处理以上问题`,
};
