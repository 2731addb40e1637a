// Words of 页面提示 and 分件.
import type { PageMark, PageMarkName } from "#contract/page-mark";
import type { SeparationMethod, SeparationReason } from "#contract/pile";
import { sayCount } from "./format.ts";

const aboutDpi = (value: string): string => {
  const [kind = "", figure = ""] = value.split(":");
  if (kind === "small") return `这一页字小，按 DA/T 31—2017 宜用 300 dpi；现为 ${figure} dpi。请重扫，或确认看得清。`;
  if (kind === "about")
    return `文件没有写明分辨率，按 A4 推算约 ${figure} dpi，低于 200 dpi。不是 A4 的纸可以不管；否则请重扫。`;
  return `分辨率 ${value} dpi，低于 DA/T 31—2017 的 200 dpi。请重扫，或确认只有这一份。`;
};

/** 页面提示: the word on the thumbnail, and what it means with what can be done. */
export const markText = {
  names: {
    blur: "模糊",
    glare: "反光",
    dark: "太暗",
    "cut-edge": "切边",
    "same-page": "重复",
    "upside-down": "方向",
    blank: "空白",
    separator: "隔页",
    "low-resolution": "低分辨率",
    "not-colour": "非彩色",
    "not-reliably-read": "识别存疑",
    "first-page": "首页",
    personal: "个人信息",
  } satisfies Record<PageMarkName, string>,
  explain: ({ mark, value }: Pick<PageMark, "mark" | "value">): string => {
    const sentences: Record<PageMarkName, string> = {
      blur: "字迹的边缘发虚。请对着原件看一看，看不清就重扫。",
      glare: "有一处反光盖住了内容。请移开灯光或揭去塑料膜后重拍。",
      dark: "整页偏暗。请开灯或调亮后重扫，或确认看得清。",
      "cut-edge": "有字或线伸出了页边，可能没有扫全。请往里放好重扫。",
      "same-page": "与同一叠里较早的一页相同，可能扫了两次。表格填写不同的，请点「没问题」。",
      "upside-down": `文字转了 ${value} 度。可用页面工具转正。`,
      blank: "没有看到字迹，可能是背面。确认后可以移出，随时取回。",
      separator: "这是本程序印的隔页，分件时从这里分开，自动移出。",
      "low-resolution": aboutDpi(value),
      "not-colour":
        "这一页像是文件首页，却存成了灰度或黑白；红头、印章应当用彩色扫描（DA/T 31—2017）。原件有红色的，请改用彩色重扫。",
      "not-reliably-read": "有些字没有把握认出来，检索时可能找不到。请看一看原页。",
      "first-page": "像是一份文件的第一页。",
      personal: "像有个人信息，请在著录时确认是否限制。",
    };
    return sentences[mark];
  },
  onThisPage: "这一页的提示",
  settle: "没问题",
  unsettle: "仍要提示",
  settled: "已看过",
  settledDone: (name: string): string => `「${name}」已确认没问题`,
  unsettledDone: (name: string): string => `「${name}」重新提示`,
  onlyMarked: (count: number): string => `只看有提示的 ${sayCount(count)}`,
  allPages: "看全部",
  shown: (count: number): string => `有提示 ${sayCount(count)} 页，看过的点「没问题」`,
  noneMarked: "有提示的页都看过了",
  noneMarkedNext: "回到全部页面，接着分件。",
  looking: "初看页面",
  unlooked: (count: number): string => `${sayCount(count)} 页待初看`,
  blank: (count: number): string => `空白 ${sayCount(count)} 页，移出？`,
  showBlank: "看这些页",
  takeOut: "移出",
  takenOut: (count: number): string => `已移出空白 ${sayCount(count)} 页，在「已搁置的页」里可取回`,
};

const reasonWords: Record<SeparationReason, string> = {
  start: "开头",
  pile: "另一叠",
  clerk: "拍摄时指明",
  separator: "隔页",
  blank: "空白页",
  "red-head": "红头",
  "document-number": "文号",
  title: "标题",
  "page-one": "页码为 1",
  count: "定页数",
};

export const pileText = {
  title: "把一叠页面分成件",
  open: "分件…",
  pile: "分哪些页",
  scopeTray: "待整理的全部页面",
  scopePages: (count: number): string => `选中的 ${sayCount(count)} 页`,
  scopePile: (device: string, when: string, count: number): string => `${device} · ${when} · ${sayCount(count)} 页`,
  method: "怎样分",
  methods: {
    separator: "按隔页",
    blank: "按空白页",
    "first-page": "按首页（红头、文号）",
    count: "按页数",
  } satisfies Record<SeparationMethod, string>,
  every: "每件页数",
  again: "重新分",
  againNote: "识别有了新结果，重新分会放弃您已改的分法。",
  unread: (count: number): string => `还有 ${sayCount(count)} 页未识别，识别后首页会找得更准`,
  unlooked: (count: number): string => `还有 ${sayCount(count)} 页未初看，隔页和空白页可能还没有找全`,
  list: "拟分的件",
  run: (number: number): string => `第 ${number} 件`,
  pages: (count: number): string => `${sayCount(count)} 页`,
  nothingLeft: "这里的页都移出",
  because: (reason: SeparationReason, number: string, confidence: number): string =>
    [reasonWords[reason], number, confidence < 0.7 ? "没有把握，请看一看" : ""].filter(Boolean).join(" · "),
  byHand: "手工分开",
  retention: "保管期限",
  matter: "类别",
  termAsLast: "期限同上件",
  matterAsLast: "类别同上件",
  dropToBuild: "选中同一份文件的页面，或拖到这里，组成一件",
  leaveOut: (place: number): string => `第 ${place} 页不放进这一件`,
  more: (count: number): string => `还有 ${sayCount(count)} 页`,
  splitHere: "从这一页分开",
  join: "并入上一件",
  aside: { blank: "空白，移出", separator: "隔页，移出", page: "移出" },
  keep: "保留这一页",
  takeOut: "移出这一页",
  pageName: (place: number, run: number, aside: string): string =>
    `第 ${place} 页，第 ${run} 件${aside === "" ? "" : `，${aside}`}`,
  sum: (items: number, pages: number): string => `拟成 ${sayCount(items)} 件，共 ${sayCount(pages)} 页`,
  sumAside: (blank: number, separator: number): string =>
    [blank > 0 ? `移出空白 ${sayCount(blank)} 页` : "", separator > 0 ? `移出隔页 ${sayCount(separator)} 页` : ""]
      .filter(Boolean)
      .join("，"),
  make: (count: number): string => `成 ${sayCount(count)} 件`,
  made: (items: number, aside: number): string =>
    `已成 ${sayCount(items)} 件${aside > 0 ? `，移出 ${sayCount(aside)} 页` : ""}`,
  back: "回到收集",
  emptyTitle: "没有可分的页面",
  emptyNext: "先扫描或拖入一叠页面。在两份文件之间放一张隔页，会分得最准：隔页在「目录与表格」里打印。",
  allBlank: "这些页都没有字迹，没有可成的件。请在收集页移出，或按空格保留要留的页。",
  stale: "页面有变动，已重新分",
  nothingShown: "选中一页，在这里看大图",
  shortcuts: [
    ["←→", "前后一页"],
    ["↑↓", "上下一件"],
    ["Enter", "从这一页分开"],
    ["Backspace", "并入上一件"],
    ["空格", "移出或保留"],
    ["Ctrl+Enter", "成件"],
    ["Esc", "回到收集"],
  ] as const,
};
