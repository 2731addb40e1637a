// Words of 首页.
import { sayCount } from "./format.ts";

export const homeText = {
  custody: (count: number, overdue: number): string =>
    overdue > 0 ? `保管应办 ${count} 项，逾期 ${overdue} 项` : `保管应办 ${count} 项`,
  toCustody: "去保管",
  duties: "本月履职",
  dutyCounts: (open: number, late: number, done: number): string =>
    open + late + done === 0 ? "本月没有到期的事项" : `待办 ${open} 项，逾期 ${late} 项，已完成 ${done} 项`,
  dutyPeriods: (periods: readonly string[], isLate: boolean): string =>
    `${isLate ? "逾期" : "待办"} ${periods.length > 1 ? `${periods.length} 期` : (periods[0] ?? "")}`,
  toDuties: "履职日历",
  toLedger: "打开台账",
  selfAudit: (year: number, isDone: boolean, dueOn: string): string =>
    isDone ? `${year} 年度个人信息自查已填写` : `${year} 年度个人信息自查尚未填写，限 ${dueOn}`,
  title: "首页",
  today: "今天",
  tray: (count: number): string => (count === 0 ? "没有待整理的扫描" : `${sayCount(count)} 页扫描待整理`),
  toTray: "去整理",
  drafts: (count: number): string => (count === 0 ? "没有待归档的件" : `${sayCount(count)} 件已著录，待归档`),
  toDrafts: "去著录",
  filed: (count: number): string => `已归档 ${sayCount(count)} 件`,
  collect: "收集页面",
  filing: (year: number | null): string => (year === null ? "年度归档" : `年度归档 ${year}`),
  noProgress: "还没有著录年度的件。先收集页面、组成件，这里会显示各类目归档到哪里。",
  progressOf: (filed: number, all: number): string => `${sayCount(filed)} / ${sayCount(all)}`,
  noMatter: "未分类目",
  toFiling: "打开年度归档",
  board: "归档进度",
  due: (day: string): string => `限 ${day}`,
  postponed: "（已延期）",
  safety: "平安",
  backup: "备份",
  backupNone: "还没有备份",
  backupUnset: "还没有选备份位置",
  setBackup: "选择备份位置",
  goBackup: "去备份",
  journal: "日志",
  journalCheck: "核对操作日志",
  journalWhole: (count: number): string => `${sayCount(count)} 条连续完整`,
  journalBroken: (place: number): string => `第 ${place} 条起不连续，请联系技术支持`,
  recent: "最近做过的",
  recentLine: "点开回到原处",
  states: { draft: "待归档", filed: "已归档", excluded: "不归档" } as Readonly<Record<string, string>>,
  untitled: "（未写题名）",
};

/** The way of one paper, for who opens an empty archive: what is done where. */
export const wayText = {
  title: "一份文件的路",
  steps: [
    { page: "scan", name: "扫描", does: "把扫描件放进来，选中同一份的页面组成一件" },
    { page: "item", name: "著录", does: "对着图像写题名、责任者、文号、日期、保管期限" },
    { page: "filing", name: "年度归档", does: "预览件号和档号，确认后编定" },
    { page: "catalogue", name: "目录", does: "打印归档文件目录，或存为 PDF、XLSX" },
    { page: "package", name: "移交", does: "写出数据包，逐个文件核对" },
  ],
} as const;
