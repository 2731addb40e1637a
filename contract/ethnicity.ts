// 民族 — stated by the person herself, with a consent of its own, kept apart from everything else (personal-data P3).
import { z } from "zod";
import { consentGiven } from "./consent.ts";
import { keepers, read, write } from "./procedure.ts";
import { residentId } from "./resident.ts";
import { wholeDay } from "./whole-day.ts";

/** Names of GB/T 3304-1991 in its order, and what a person may say beside them. */
export const ethnicityName = z.enum([
  ..."汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族".split(
    " ",
  ),
  ..."傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族".split(
    " ",
  ),
  ..."毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族".split(
    " ",
  ),
  ..."塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族".split(" "),
  "其他",
]);

export const ethnicityStatement = z
  .object({ ethnicity: z.string(), statedOn: z.string(), consentGivenOn: z.string() })
  .readonly();
export type EthnicityStatement = z.infer<typeof ethnicityStatement>;

export const ethnicityProcedures = {
  /** The statement of one person whose record is open; null when there is none. No other answer of the engine holds it. */
  "ethnicity.read": read({
    roles: keepers,
    input: z.object({ residentId }),
    output: ethnicityStatement.nullable(),
    refusals: ["resident-not-found"],
  }),
  "ethnicity.state": write({
    roles: keepers,
    input: z.object({ residentId, ethnicity: ethnicityName, statedOn: wholeDay, consent: consentGiven }),
    output: z.object({}),
    refusals: [
      "resident-not-found",
      "resident-restricted",
      "consent-day-impossible",
      "guardian-missing",
      "item-not-found",
    ],
  }),
  /** Takes the statement away and records that its consent was withdrawn; no reason is asked. */
  "ethnicity.withdraw": write({
    roles: keepers,
    input: z.object({ residentId, withdrawnOn: wholeDay }),
    output: z.object({}),
    refusals: ["resident-not-found", "ethnicity-not-stated", "consent-day-impossible"],
  }),
};
