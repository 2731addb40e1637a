// Words of 设置.
import { sayCount } from "./format.ts";

export const settingsText = {
  title: "设置",
  sections: {
    fonds: "单位与全宗",
    scheme: "分类方案",
    keys: "口令与恢复单",
    backup: "备份",
    lock: "锁定时间",
    models: "文字识别模型",
    journal: "操作日志",
    look: "外观",
    about: "关于",
  },
  schedule: "保管期限表…",
  save: "保存",
  saved: "已保存",
  toCheck: "待核对",
};

export const keysText = {
  title: "口令与恢复单",
  change: "更换口令",
  current: "现在的口令",
  next: "新口令",
  again: "再输一次",
  least: (least: number): string => `至少 ${least} 个字符`,
  notSame: "两次输入不一样",
  changeVerb: "更换口令",
  changeTask: "更换口令",
  changed: "口令已更换，旧口令已失效；恢复单仍然有效。",
  sheet: "恢复单",
  sheetUnconfirmed: "恢复单还没有输回核对。",
  sheetConfirmed: "恢复单已输回核对。",
  typeBack: "输回核对",
  renew: "换一张新的恢复单",
  renewLine: "旧的一张随即失效。纸丢了、或被不该看的人看过，就换一张。",
  renewPassphrase: "口令",
  renewVerb: "作废旧的，生成新的",
  renewTask: "生成恢复单",
  renewed: "新的恢复单已生成，旧的已失效。请备好纸面并输回核对。",
  sheetReady: "纸面已备好，去输回",
  fold: "收起",
};

export const backupText = {
  title: "备份",
  line: "每次关闭程序时写一份加密副本。请放在另一块磁盘或优盘上。",
  folder: "备份位置",
  none: "还没有选",
  choose: "选择文件夹…",
  chooseTitle: "选择备份位置",
  chosen: "备份位置已保存",
  last: "上次备份",
  never: "还没有",
  files: "文件数",
  state: "磁盘",
  reachable: "在位",
  away: "不在：请插好备份盘",
  make: "现在备份",
  makeTask: "写备份",
  made: (files: number): string => `备份已写成并读回核对，共 ${sayCount(files)} 个文件`,
  sealedNote: "副本和档案库一样加密，没有口令或恢复单打不开。",
};

export const lockText = {
  title: "锁定时间",
  line: "多久没有操作就自动锁定。锁定时已填的内容都已保存。",
  after: "自动锁定",
  minutes: (minutes: number): string => `${minutes} 分钟后`,
  saved: (minutes: number): string => `${minutes} 分钟没有操作就自动锁定`,
};

export const journalText = {
  title: "操作日志",
  line: "每一次改动一条，首尾相扣，改不了也删不掉。不记具体内容，只记谁、何时、做了什么。",
  check: "核对",
  whole: (count: number, head: string): string => `${sayCount(count)} 条连续完整，末条 ${head}`,
  broken: (place: number): string => `第 ${place} 条起不连续。请停止使用并联系技术支持，不要覆盖备份。`,
  columns: { sequence: "序号", at: "时间", person: "人员", action: "操作", object: "对象", hash: "校验" },
  list: "操作日志",
  total: (count: number): string => `共 ${sayCount(count)} 条`,
  system: "程序",
};

export const lookText = {
  title: "外观",
  textSize: "文字大小",
  theme: "底色",
  themes: { system: "随系统", light: "浅色", dark: "深色", contrast: "高对比" },
  sample: "关于印发《城市社区档案管理办法》的通知",
  sampleCode: "Z109-WS·2026-Y-DQ-0001",
  percent: (scale: number): string => `${Math.round(scale * 100)}%`,
};

export const aboutText = {
  title: "关于",
  offline: "不联网",
  offlineLine: "本程序不连接任何网络，没有账号，不收集、不上传任何内容；窗口中也打不开外部网址。",
  facts: "标准条文",
  factsLine:
    "本程序依据的标准条文多取自公开的二手资料，凡未与正式文本核对的都标「待核对」。用于正式移交之前，请与接收的档案馆对照一次。",
  versions: "版本",
  program: "邻档",
  electron: "Electron",
  node: "Node.js",
  platform: "系统",
  licence: "许可",
  licenceLine: "邻档以 Apache-2.0 许可发布。随附的软件各有其许可，要者如下：",
  licences: [
    [
      "Electron、Node.js、React、antd、TanStack Virtual、better-sqlite3、SQLite3 Multiple Ciphers、zod、pdfkit、fontkit、yauzl、qrcode、excelts、onnxruntime",
      "MIT",
    ],
    ["pdf.js、sharp、drizzle-orm、SheetJS、PP-OCRv4 文字识别模型（PaddleOCR）", "Apache-2.0"],
    ["saxes", "ISC"],
    ["PDFium、Chromium", "BSD-3-Clause"],
    ["libvips", "LGPL-3.0"],
    ["SQLite", "公有领域"],
    ["Noto Sans SC、Noto Serif SC、Noto Sans JP", "SIL OFL 1.1"],
  ] as const,
};
