// Words of 页面处理.
import type { ImageStep } from "#contract/derivative";
import type { PageVersion } from "#contract/page-tool";
import type { SetAside } from "#contract/scan";
import { sayCount } from "./format.ts";

const degreesOf = (degrees: number): string =>
  `${Math.abs(degrees)
    .toFixed(2)
    .replace(/\.?0+$/, "")}°`;

/** One step as the history says it. */
export function sayStep(step: ImageStep): string {
  switch (step.kind) {
    case "turn":
      return step.quarters === 2 ? "旋转 180°" : step.quarters === 1 ? "右转 90°" : "左转 90°";
    case "straighten":
      if (step.degrees === null) return "自动纠偏";
      if (step.degrees === 0) return "纠偏（本来端正）";
      return `纠偏 ${degreesOf(step.degrees)}${step.degrees > 0 ? "（向右）" : "（向左）"}`;
    case "crop":
      return `裁切为 ${step.width}×${step.height}`;
    case "flatten":
      return "按四角展平";
    case "despeckle":
      return `去污点（${step.most} 像素以下）`;
    case "whiten":
      return "去底色";
    case "bitonal":
      return "黑白二值";
    case "half":
      return step.half === "first" ? "双页切分（前半）" : "双页切分（后半）";
    case "join":
      return step.side === "right" ? "右侧拼接一页" : "下方拼接一页";
    default:
      return step satisfies never;
  }
}

/** What made a version, e.g. 「由原图经 纠偏 1.2°、裁切 得到」. */
export function sayVersion(version: Pick<PageVersion, "number" | "kind" | "madeFrom" | "recipe">): string {
  if (version.kind === "original") return "原图，收到时的样子";
  if (version.kind === "rendition") return "原件的显示图";
  const from = version.madeFrom === 1 ? "原图" : `第 ${version.madeFrom} 版`;
  return `由${from}经 ${version.recipe.map(sayStep).join("、")} 得到`;
}

const asideWords: Record<Exclude<SetAside, "">, string> = {
  blank: "空白页",
  separator: "分隔页",
  joined: "已拼到别页",
  retaken: "已重拍",
  removed: "不归档",
};

export const pageToolText = {
  bar: "页面处理",
  left: "左转 90°（Shift+L）",
  right: "右转 90°（Shift+R）",
  straighten: "纠偏",
  straightenNow: "自动纠偏（Shift+D）",
  straightenFine: "微调角度…",
  flatten: "按四角展平…",
  flattenLook: "试看展平",
  corners: "把四个圆点拖到纸的四角，或用 Tab 和方向键",
  cornersMeasured: "已按纸边放好，歪斜的纸请再对准",
  cornersNone: "看不出纸边，请自己对准",
  cornersAgain: "再调四角",
  crop: "裁切",
  clean: "清理",
  despeckle: "去污点",
  whiten: "去底色",
  bitonal: "黑白",
  more: "更多",
  split: "双页切分…",
  joinRight: "与下一页左右拼接",
  joinBelow: "与下一页上下拼接",
  blank: "搁置为空白页",
  remove: "搁置，不归档",
  insert: "此后插入新扫描",
  insertOn: "新扫描的页接在这一页之后",
  insertOff: "新扫描的页排到最后",
  insertHere: "新扫描接在此页后 · 停止",
  insertElsewhere: "新扫描接在别页后 · 停止",
  replace: "重拍：用下一页顶替这一页",
  aside: "已搁置的页…",
  history: "版本",
  back: "换回原图",
  compare: "按住对比（X）",
  comparing: (number: number): string => (number === 1 ? "正在看原图" : `正在看第 ${number} 版`),
  all: (count: number): string => `处理所选 ${sayCount(count)} 页`,
  keep: "保留",
  keepAll: (count: number): string => `保留，并处理所选 ${sayCount(count)} 页`,
  drop: "放弃",
  looking: "正在试做…",
  look: "试做的样子，尚未保留",
  angle: "角度",
  angleMeasured: (degrees: number): string =>
    degrees === 0 ? "量得：本来端正" : `量得：应向${degrees > 0 ? "右" : "左"}转 ${degreesOf(degrees)}`,
  size: (width: number, height: number, dpi: number | null): string =>
    dpi === null
      ? `${width}×${height} 像素`
      : `${width}×${height} 像素，${Math.round((width / dpi) * 25.4)}×${Math.round((height / dpi) * 25.4)} 毫米`,
  cropMeasured: "已按纸边外 2.5 毫米画好",
  cropNone: "看不出纸边，请自己画",
  cropWhole: "整页",
  cropAll: "所选各页按同一位置裁切",
  frame: "裁切范围，用方向键移动，按住 Shift 改大小",
  handle: (name: string): string => `拖动${name}`,
  handles: { n: "上边", s: "下边", w: "左边", e: "右边", nw: "左上角", ne: "右上角", sw: "左下角", se: "右下角" },
  fold: "折缝",
  foldLine: "折缝，用左右方向键移动",
  specks: "污点大小",
  pixels: (count: number): string => `${count} 像素`,
  task: (count: number): string => `处理 ${sayCount(count)} 页`,
  done: (words: string): string => `已${words}`,
  doneMany: (done: number, refused: number, isCut: boolean): string =>
    [`已处理 ${sayCount(done)} 页`, refused > 0 ? `${sayCount(refused)} 页没有改动` : "", isCut ? "其余的没有做" : ""]
      .filter(Boolean)
      .join("，"),
  refusedSome: "没有改动的页",
  shown: (number: number): string => (number === 1 ? "已换回原图" : `已换到第 ${number} 版`),
  splitDone: "已切成两页",
  joinDone: "已拼接，后一页已搁置",
  asideDone: (count: number): string => `已搁置 ${sayCount(count)} 页`,
  replaceDone: "已顶替，原来的一页已搁置",
  moved: (count: number): string => `已移动 ${sayCount(count)} 页`,
  broughtBack: (count: number): string => `已取回 ${sayCount(count)} 页`,
  fixed: "已归档，图像不能再改动；需要更正时先撤回归档或办理更正",
  versions: "这一页的版本",
  versionsNote: "收到的原图一字节不动，随时可以换回。",
  shownNow: "正在显示",
  show: "换到此版",
  madeBy: (by: string, at: string): string => `${at}，${by}`,
  facts: (version: PageVersion): string =>
    `${version.width}×${version.height}${version.dpi === null ? "" : ` ${version.dpi} dpi`}`,
  asideTitle: "已搁置的页",
  asideNote: "搁置的页都还在，不会归档。取回后回到待整理中原来的位置；丢弃后不能恢复。",
  asideNone: "没有搁置的页",
  asideNoneNext: "空白页、分隔页和重拍前的页会放在这里，可以取回。",
  asideReason: (reason: SetAside): string => (reason === "" ? "" : asideWords[reason]),
  bringBack: "取回",
  discard: "丢弃",
  discardTitle: (count: number): string => `丢弃搁置的 ${sayCount(count)} 页？`,
  discardLine: "这些页的图像和密钥将一起清除，不能恢复。",
  discardVerb: (count: number): string => `丢弃 ${sayCount(count)} 页`,
  discarded: (count: number): string => `已丢弃 ${sayCount(count)} 页`,
  stay: "不丢弃",
  close: "关闭",
} as const;
