// Words of 扫描设备, 扫描方案 and 监视文件夹.
import type { Device, DeviceState } from "#contract/device";
import type { ScanFeed, ScanPaper, ScanSettings } from "#contract/scan-profile";
import type { AfterIntake, WatchedFolder } from "#contract/watched-folder";
import { sayCount } from "./format.ts";

const feeds: Record<ScanFeed, string> = { flatbed: "平板", feeder: "送纸器", duplex: "双面" };
const states: Record<DeviceState, string> = {
  ready: "就绪",
  busy: "正被别的程序使用",
  denied: "系统不许使用",
  gone: "没有接好",
  unknown: "没有回应",
};
const colourModes: Record<ScanSettings["colourMode"], string> = { bitonal: "黑白", grey: "灰度", colour: "彩色" };

export const deviceText = {
  bar: "来源",
  find: "找扫描仪",
  findAgain: "重新找",
  findTask: "寻找扫描仪",
  finding: "正在找…",
  teach: "接好数据线、打开电源，装好扫描仪的驱动后再找一次；或让扫描仪自带的软件存到一个文件夹，由「监视文件夹」收入。",
  noneTitle: "没有找到扫描仪",
  device: (device: Device): string => device.name,
  state: (device: Device): string =>
    device.state === "ready"
      ? [...device.feeds.map((feed) => feeds[feed]), states.ready].join(" · ")
      : states[device.state],
  profile: "扫描方案",
  profileNone: "请先加一个方案",
  feed: "进纸",
  feeds,
  scan: "扫描",
  scanKey: "F9",
  goOn: "接着扫",
  again: "再试一次",
  stop: "停止",
  stopping: "正在停止…",
  close: "收起",
  scanTask: (device: Device): string => `扫描：${device.name}`,
  running: (pages: number, phase: string): string => `${phase} · 已保存 ${sayCount(pages)} 页`,
  waiting: "正在准备扫描仪…",
  finished: (pages: number): string => `已扫描 ${sayCount(pages)} 页，都在待整理中`,
  rejected: (count: number): string => `其中 ${sayCount(count)} 页没有收入，原因列在下面`,
  stopped: (pages: number): string =>
    pages > 0 ? `已停止，这一叠前 ${sayCount(pages)} 页已保存` : "已停止，没有收入新的页面",
  notColour: "有红头、印章、照片或彩色内容的页面要用彩色（DA/T 31-2017）",
  tooCoarse: "低于 200 dpi，达不到 DA/T 31-2017 的要求",
  notOffered: (mode: string): string => `这台扫描仪没有${mode}`,
  colourModes,
};

const papers: Record<ScanPaper, string> = { A3: "A3", A4: "A4", A5: "A5", B5: "B5", whole: "整个幅面" };

export const profileText = {
  manage: "方案…",
  title: "扫描方案",
  note: "DA/T 31-2017：一般不低于 200 dpi；字小、密或浅淡的不低于 300；高保真不低于 600。有红头、印章、照片的用彩色。",
  add: "加一个方案",
  newName: "新方案",
  name: "名称",
  colourMode: "色彩",
  dpi: "分辨率",
  dpiUnit: "dpi",
  paper: "纸张",
  papers,
  feed: "进纸",
  steps: "扫描后处理",
  stepNames: { straighten: "纠偏", despeckle: "去污点", whiten: "去底色" },
  stepsNote: "处理结果另存一版，原图不变。",
  save: "保存",
  remove: "移除",
  saved: (name: string): string => `已保存方案「${name}」`,
  removed: (name: string): string => `已移除方案「${name}」`,
  summary: ({ colourMode, dpi, paper, feed }: ScanSettings): string =>
    `${colourModes[colourMode]} ${dpi} dpi · ${papers[paper]} · ${feeds[feed]}`,
  done: "关闭",
};

const after: Record<AfterIntake, string> = { move: "移到「已录入」子文件夹", leave: "留在原处" };

export const watchText = {
  title: "监视文件夹",
  off: "未启用",
  state: ({ state, pageCount }: Pick<WatchedFolder, "state" | "pageCount">): string =>
    state === "off" ? "未启用" : state === "unreachable" ? "文件夹打不开" : `监视中 · 已收入 ${sayCount(pageCount)} 页`,
  note: "扫描仪自带的软件把图像存到这个文件夹，写完后自动收入待整理。子文件夹和临时文件不看；档案库锁定时不收。",
  folder: "文件夹",
  noFolder: "还没有选",
  choose: "选择…",
  chooseTitle: "选择要监视的文件夹",
  isOn: "监视",
  after: "收入以后",
  afterNote: "原文件不会被删除。",
  afters: after,
  on: "监视",
  notOn: "不监视",
  found: (count: number): string => `监视文件夹里已有 ${sayCount(count)} 个文件，要收入吗？`,
  take: (count: number): string => `收入 ${sayCount(count)} 个`,
  leave: "不收入",
  takeTask: "收入监视文件夹里的文件",
  left: "已有的文件不收入，以后不再问",
  set: (isOn: boolean): string => (isOn ? "已开始监视文件夹" : "已停止监视文件夹"),
  setTask: "设置监视文件夹",
  files: "最近收到的",
  none: "打开档案库以来还没有收到文件",
  outcomes: { accept: "收入", warn: "提醒", reject: "退回" },
  done: "关闭",
};
