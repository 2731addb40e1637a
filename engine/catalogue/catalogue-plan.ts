// 归档文件目录 in millimetres: A4 lying, margins of 20 mm, nine columns in the order of DA/T 22-2015 Annex B.
// The widths are ours, the standard's own are not in our sources (待核对).
import type { Column, TablePlan } from "#engine/paper/table-plan";

const column = (heading: string, widthMm: number, align: Column["align"], fit: Column["fit"] = "wrap"): Column => ({
  heading,
  widthMm,
  align,
  fit,
});

export const marginMm = 20;
export const titleBaselineMm = 28;
export const tableTopMm = 40;
/** The room for rows below the table's head, down to the bottom margin. */
export const rowRoomMm = 210 - marginMm - tableTopMm - 9;

export const cataloguePlan: TablePlan = {
  columns: [
    column("序号", 10, "center"),
    column("档号", 48, "center", "code"),
    column("文号", 34, "left"),
    column("责任者", 34, "left"),
    column("题名", 73, "left"),
    column("日期", 20, "center"),
    column("密级", 12, "center"),
    column("页数", 11, "center"),
    column("备注", 15, "left"),
  ],
  heading: { weight: "bold", sizePt: 10 },
  headingHeightMm: 9,
  body: { weight: "regular", sizePt: 9 },
  leading: 1.3,
  leastRowMm: 8,
  padXMm: 1.2,
  padYMm: 1.4,
  leastPt: 6,
};
