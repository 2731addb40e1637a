// Words of 扫描.
import { sayCount } from "./format.ts";

export const scanText = {
  title: "收集页面",
  chooseFiles: "选择文件…",
  chooseFolder: "选择文件夹…",
  chooseFolderTitle: "选择要收入的文件夹",
  mark: "密级",
  markHint: "空白或内部",
  markNote: "整批文件的密级。秘密及以上不得录入本机。",
  drop: "把扫描件拖到这里",
  dropNow: "松手即收入",
  emptyTitle: "没有待整理的页面",
  emptyNext:
    "把扫描件、照片、PDF，或 DOCX、WPS、表格、邮件、录音录像拖进来，或选择文件、文件夹。原件一字不动，加密存一份。",
  tray: "待整理的页面",
  trayCount: (count: number): string => `待整理 ${sayCount(count)} 页`,
  pageName: (place: number, name: string): string => `第 ${place} 页 ${name}`,
  caption: (name: string, sourcePage: number): string => (sourcePage > 1 ? `${name} 第 ${sourcePage} 页` : name),
  facts: (width: number, height: number, dpi: number | null): string =>
    `${width}×${height}${dpi === null ? "" : ` ${dpi} dpi`}`,
  colourModes: { bitonal: "黑白", grey: "灰度", colour: "彩色" },
  nothingShown: "选中一页，在这里看大图",
  chosen: (count: number): string => `已选 ${sayCount(count)} 页`,
  make: "组成一件",
  makeAndOpen: "组成并著录",
  made: (count: number): string => `已组成一件，共 ${sayCount(count)} 页`,
  discard: "丢弃",
  discardTitle: (count: number): string => `丢弃选中的 ${sayCount(count)} 页？`,
  discardLine: (count: number): string =>
    `这 ${sayCount(count)} 页的图像和它们的密钥将一起清除，不能恢复。您手中的原文件不受影响。`,
  discardVerb: (count: number): string => `丢弃 ${sayCount(count)} 页`,
  keep: "保留",
  discarded: (count: number): string => `已丢弃 ${sayCount(count)} 页`,
  acceptTask: (count: number): string => (count === 1 ? "收入文件" : `收入 ${sayCount(count)} 个文件`),
  acceptFolderTask: "收入文件夹",
  accepted: (files: number, pages: number, digitalFiles: number, rejected: number): string => {
    const held = [
      `已收入 ${sayCount(files)} 份`,
      pages > 0 || digitalFiles === 0 ? `共 ${sayCount(pages)} 页` : "",
      digitalFiles > 0 ? `电子文件 ${sayCount(digitalFiles)} 个` : "",
    ];
    const taken = held.filter(Boolean).join("，");
    return rejected === 0 ? taken : `${taken}；退回 ${sayCount(rejected)} 份，原因列在上方`;
  },
  waiting: (count: number): string => `待转换 ${sayCount(count)}`,
  waitingTitle: "待转换的电子文件",
  waitingNote: "这些格式要靠别的软件排版，日后不一定打得开。请用原软件另存为 PDF 或 OFD，附作阅读副本；原件不动。",
  waitingOpen: "打开这一件",
  waitingTray: "待整理",
  waitingHidden: "限制件的电子文件",
  chooseFile: "选这个电子文件",
  toGroups: "录音录像归组…",
  makeOfFiles: "组成一件",
  madeOfFiles: (count: number): string => `已组成一件，电子文件 ${sayCount(count)} 个`,
  discardFilesTitle: (count: number): string => `丢弃 ${sayCount(count)} 个电子文件？`,
  discardFilesVerb: (count: number): string => `丢弃 ${sayCount(count)} 个`,
  discardFilesLine: (count: number): string =>
    `这 ${sayCount(count)} 个文件和它们的密钥将一起清除，不能恢复。您手中的原文件不受影响。`,
  discardedFiles: (count: number): string => `已丢弃 ${sayCount(count)} 个电子文件`,
  batch: "上一批",
  batchCount: (accepted: number, warned: number, rejected: number): string =>
    `收入 ${sayCount(accepted)} · 提醒 ${sayCount(warned)} · 退回 ${sayCount(rejected)}`,
  batchShow: "看明细",
  batchHide: "收起明细",
  batchClose: "收起这一批",
  outcomes: { accept: "收入", warn: "提醒", reject: "退回" },
  tooMany: (most: number): string => `一次最多选 ${sayCount(most)} 页`,
  rest: {
    asks: (count: number, places: string): string =>
      `刚才清除了一份涉密文件。同一叠里紧跟着它进来的还有 ${sayCount(count)} 页（待整理${places}），很可能是它的后几页。请对着纸看：是就清除，连同这几张纸一起交保密登记；不是就留下。`,
    place: (first: number, last: number): string =>
      first === last ? `第 ${sayCount(first)} 页` : `第 ${sayCount(first)}～${sayCount(last)} 页`,
    drop: (count: number): string => `清除这 ${sayCount(count)} 页`,
    dropped: (count: number): string => `已清除 ${sayCount(count)} 页，没有留下任何内容`,
    keep: "不是同一份，留下",
    kept: "已留下；是谁确认的记在日志里",
  },
  stateSecret: "有文件因密级没有录入。请按保密规定单独登记保管，并报告负责人。",
  shortcuts: [
    ["←↑→↓", "移动"],
    ["Shift+方向", "连选"],
    ["空格", "选或不选"],
    ["Ctrl+A", "全选"],
    ["Enter", "组成一件"],
    ["Ctrl+Enter", "组成并著录"],
    ["Delete", "丢弃"],
    ["Alt+←→", "挪动次序"],
    ["Shift+L R D", "左转、右转、纠偏"],
    ["Esc", "不选"],
  ] as const,
  viewer: {
    larger: "放大",
    smaller: "缩小",
    turn: "转着看",
    whole: "整页",
    width: "适合宽度",
    broken: "这一页的图像没有显示出来；页面仍在档案库中。请重新打开这一页。",
    image: "页面图像",
  },
};
