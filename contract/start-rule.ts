// 起算 — from which day a term counts: its own rule in every row of the schedule (Order 79, Art. 14; regulations §4, §5.1).
import { z } from "zod";

export const startRule = z.enum([
  "not-counted",
  "following-year-start",
  "first-day-after-fiscal-year",
  "after-asset-disposal",
  "after-acceptance",
  "after-benefit-ends",
  "unknown",
]);
export type StartRule = z.infer<typeof startRule>;

export const startRuleLabel: Record<StartRule, string> = {
  "not-counted": "永久，不计起算",
  "following-year-start": "形成次年1月1日起",
  "first-day-after-fiscal-year": "会计年度终了后第一天起",
  "after-asset-disposal": "资产报废清理后起",
  "after-acceptance": "竣工（验收）后起",
  "after-benefit-ends": "停止享受待遇后起",
  unknown: "起算未定",
};
