// 页面提示: what was noticed about a page. Measured, never a reason to refuse it; the clerk settles it.
import { z } from "zod";
import { keepers, read, task, write } from "./procedure.ts";
import { page, pageId } from "./scan.ts";

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

/** `value`: what was measured (dpi, degrees, the page it repeats), or the words of a 隔页; blank when there is none. */
export const pageMark = z.object({ mark: pageMarkName, value: z.string(), isSettled: z.boolean() }).readonly();
export type PageMark = z.infer<typeof pageMark>;

export const pageMarkProcedures = {
  /** Marks of the pages in the tray, and how many pages nobody has looked at yet. */
  "page-mark.tray": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({
      marked: z.array(z.object({ pageId, marks: z.array(pageMark).readonly() })).readonly(),
      /** Pages with this mark that was not settled. */
      counts: z.array(z.object({ mark: pageMarkName, count: z.number().int() })).readonly(),
      /** Pages with any unsettled mark that asks for a look. */
      markedCount: z.number().int(),
      unlookedCount: z.number().int(),
    }),
  }),
  /** 只看有提示的: pages of the tray with an unsettled mark, or with one mark, in the order of the tray. */
  "page-mark.pages": read({
    roles: keepers,
    input: z.object({
      mark: pageMarkName.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ pages: z.array(page).readonly(), total: z.number().int() }),
  }),
  /** 没问题: the mark stays noted and asks no more; the other way round it asks again. */
  "page-mark.settle": write({
    roles: keepers,
    input: z.object({ pageIds: z.array(pageId).min(1).max(5000), mark: pageMarkName, isSettled: z.boolean() }),
    output: z.object({ count: z.number().int() }),
    refusals: ["page-not-found"],
  }),
  /** Looks at the pages of the tray that nobody has looked at, oldest first; what was looked at stays when it is stopped. */
  "page-mark.look": task({
    roles: keepers,
    input: z.object({ most: z.number().int().min(1).max(20_000).default(20_000) }),
    output: z.object({ lookedCount: z.number().int(), leftCount: z.number().int() }),
  }),
};

/** Marks that ask the clerk to look; the others only say what a page is. */
export const askingMarks: readonly PageMarkName[] = pageMarkName.options.filter(
  (mark) => mark !== "first-page" && mark !== "separator",
);
