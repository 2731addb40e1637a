// 年报表样 to begin with: ours, not a county's table (待核对). The office changes it to the one it was sent.
import type { ReportLine, ReportTable } from "#contract/yearly-report";

const line = (
  key: string,
  label: string,
  unit: string,
  measure: ReportLine["measure"],
  of: { category?: string; retention?: ReportLine["retention"] } = {},
): ReportLine => ({ key, label, unit, measure, category: of.category ?? null, retention: of.retention ?? null });

export const starterReport: ReportTable = {
  columns: [
    { key: "year", heading: "本年度", span: "year" },
    { key: "before", heading: "上年度", span: "before" },
    { key: "to-date", heading: "累计", span: "to-date" },
    { key: "remark", heading: "备注", span: "typed" },
  ],
  lines: [
    line("items", "已归档文件", "件", "items"),
    line("items-y", "其中：永久", "件", "items", { retention: "Y" }),
    line("items-d30", "其中：30年", "件", "items", { retention: "D30" }),
    line("items-d10", "其中：10年", "件", "items", { retention: "D10" }),
    line("documents", "其中：文书档案", "件", "items", { category: "WS" }),
    line("volumes", "案卷", "卷", "volumes"),
    line("accounting", "其中：会计档案", "卷", "volumes", { category: "KU" }),
    line("groups", "照片、录音、录像", "组", "groups"),
    line("photos", "其中：照片", "件", "items", { category: "ZP" }),
    line("pages", "页数", "页", "pages"),
    line("boxes", "档案盒", "盒", "boxes"),
    line("digitised", "已数字化", "件", "digitised"),
    line("images", "数字化图像", "幅", "images"),
    line("digital", "电子文件", "件", "digital"),
    line("drafts", "尚未归档", "件", "drafts"),
    line("excluded", "判定不归档", "件", "excluded"),
    line("moved", "移交进馆", "件", "typed"),
    line("used-people", "利用档案", "人次", "typed"),
    line("used-items", "利用档案", "件次", "typed"),
    line("keepers", "档案工作人员", "人", "typed"),
    line("trained", "参加业务培训", "人次", "typed"),
    line("room", "档案库房面积", "平方米", "typed"),
    line("cabinets", "档案柜（架）", "个", "typed"),
    line("inspected", "接受监督检查", "次", "typed"),
  ],
};
