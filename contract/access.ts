// 开放标识 and 密级 of an item (personal-data P6, P15; DA/T 18-2022).
import { z } from "zod";

/** 开放 · 内部 · 限制(个人信息): a restricted item stays out of the index of texts and out of packages (P6). */
export const accessClass = z.enum(["open", "internal", "restricted"]);
export type AccessClass = z.infer<typeof accessClass>;
export const accessClassLabel: Record<AccessClass, string> = { open: "开放", internal: "内部", restricted: "限制" };

/** 密级 as it may be kept here: blank or 内部; anything else is a state secret or no mark at all (P15). */
export const securityLevel = z.enum(["", "内部"]);
export type SecurityLevel = z.infer<typeof securityLevel>;

/** 密级 as a clerk may type it: free text, judged by the engine so that a state secret is named as such (P15). */
export const typedSecurityMark = z.string().max(40).default("");
