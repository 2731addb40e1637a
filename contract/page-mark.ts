// 页面提示: what was noticed about a page. Measured, never a reason to refuse it; the clerk settles it.
import { z } from "zod";

export const pageMarkName = z.enum([
  "blur",
  "glare",
  "dark",
  "cut-edge",
  "same-page",
  "upside-down",
  "blank",
  "separator",
  "low-resolution",
  "not-colour",
  "not-reliably-read",
  "first-page",
  "personal",
]);
export type PageMarkName = z.infer<typeof pageMarkName>;

export const pageMark = z.object({ mark: pageMarkName, value: z.string(), isSettled: z.boolean() }).readonly();
export type PageMark = z.infer<typeof pageMark>;
