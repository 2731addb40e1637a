// The Chinese words of the schedule, said alike on screen, in the spreadsheet and in print.
import { type Retention, retentionLabel } from "./retention.ts";
import type { ScheduleJudgement, ScheduleState, ScheduleStatus, ScheduleUsage } from "./schedule.ts";

export const scheduleStateLabel: Record<ScheduleState, string> = {
  starter: "起步表",
  draft: "草稿",
  "in-force": "施行中",
  superseded: "已替代",
};

/** Everything but 已核对 and 不采用 still waits for a person. */
export const scheduleStatusLabel: Record<ScheduleStatus, string> = {
  "to-verify": "待核对",
  confirmed: "已核对",
  corrected: "已更正，待核对",
  added: "新增，待核对",
  dropped: "不采用",
};

export const scheduleUsageLabel: Record<ScheduleUsage, string> = {
  rule: "适用",
  conditional: "有条件适用",
  advice: "参考",
};

export const scheduleVerdictLabel: Record<ScheduleJudgement["verdict"], string> = {
  confirm: "确认",
  correct: "更正",
  drop: "不采用",
};

/** The words of a row's term; 未定 where the source sets none. */
export const scheduleTermLabel = (term: Retention | null): string => (term === null ? "未定" : retentionLabel(term));
