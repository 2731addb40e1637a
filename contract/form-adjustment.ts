// 版式调整 — what an office may change on a form without a programmer: words of the template, the first font, column
// widths. Columns, their order and their least widths are the standard's and stay (product C07).
import { z } from "zod";

export const formId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,59}$/)
  .brand<"FormId">();
export type FormId = z.infer<typeof formId>;

/** 宋体 or 黑体 first; a character that face lacks comes from the next shipped one. */
export const formFont = z.enum(["serif", "sans"]);
export type FormFont = z.infer<typeof formFont>;

export const formAdjustment = z
  .object({
    /** Words by the name of their place; `{field}` stands for a field of the form. */
    texts: z.record(z.string().max(40), z.string().max(2000)),
    font: formFont,
    /** Column widths in mm by column name. */
    widths: z.record(z.string().max(40), z.number().positive().max(400)),
  })
  .readonly();
export type FormAdjustment = z.infer<typeof formAdjustment>;

/** Nothing changed. */
export const plainAdjustment: FormAdjustment = { texts: {}, font: "serif", widths: {} };
