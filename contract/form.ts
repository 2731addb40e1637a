// 表格 — every printed form of filing: which there are, what each can be printed for, its true PDF, and its file.
import { z } from "zod";
import { fondsId } from "./fonds.ts";
import { formAdjustment, formId } from "./form-adjustment.ts";
import { formProof } from "./form-proof.ts";
import { formScope, formScopeLine } from "./form-scope.ts";
import { keepers, keepersAndInspector, read, task, write } from "./procedure.ts";

/** 表格类别 — under which heading a form stands in the list. */
export const formKind = z.enum([
  "item",
  "box",
  "volume",
  "accounting",
  "media",
  "electronic",
  "custody",
  "register",
  "fonds",
  "statistics",
  "personal",
]);
export type FormKind = z.infer<typeof formKind>;

/** 版式来源 — S seen in a source, M from memory, D our own design; shown on the screen, never printed. */
export const formLayoutSource = z
  .object({ mark: z.enum(["S", "M", "D"]), note: z.string(), isVerified: z.boolean() })
  .readonly();
export type FormLayoutSource = z.infer<typeof formLayoutSource>;

/** 表格 as the list shows it: what it is, where its layout comes from, what may be chosen and adjusted. */
export const form = z
  .object({
    id: formId,
    name: z.string(),
    kind: formKind,
    standard: z.string(),
    layout: formLayoutSource,
    /** The paper in words: A4 横向, 220 × 310 毫米. */
    paper: z.string(),
    isLandscape: z.boolean(),
    scopes: z.array(z.enum(["class", "box", "volume", "item", "fonds", "year", "period", "record"])).readonly(),
    outputs: z.array(z.enum(["pdf", "xlsx"])).readonly(),
    /** Several labels share a sheet: a used position may be skipped, and the sheet may be A3. */
    isLabelSheet: z.boolean(),
    texts: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        shipped: z.string(),
        fields: z.array(z.string()),
        /** Running text in several lines, which the office writes itself. */
        isPassage: z.boolean(),
      }),
    ),
    columns: z.array(z.object({ key: z.string(), heading: z.string(), shippedMm: z.number(), leastMm: z.number() })),
    /** The room between the margins, which the columns share. */
    roomMm: z.number(),
    adjustment: formAdjustment,
    isAdjusted: z.boolean(),
  })
  .readonly();
export type Form = z.infer<typeof form>;

/** 打印选项 — which pages (of the whole document, from 1), where on a label sheet to begin, which sheet, or a test strip only. */
export const formOptions = z
  .object({
    firstPage: z.number().int().min(1).optional(),
    lastPage: z.number().int().min(1).optional(),
    skipLabels: z.number().int().min(0).max(200).default(0),
    sheet: z.enum(["A4", "A3"]).default("A4"),
    /** 试印条: the outlines and the ruler mark without a word of the archive. */
    isTestStrip: z.boolean().default(false),
  })
  .readonly();
export type FormOptions = z.infer<typeof formOptions>;

const asked = z.object({ formId, scope: formScope, options: formOptions.prefault({}) });

const printRefusals = [
  "form-not-found",
  "form-scope-wrong",
  "form-empty",
  "catalogue-empty",
  "form-pages-off",
  "form-paper-small",
  "form-widths-off",
  "fonds-not-found",
  "page-not-found",
  "page-limit",
  "glyph-missing",
  "row-too-tall",
  "conservation-broken",
] as const;

export const formProcedures = {
  "form.list": read({
    roles: keepersAndInspector,
    input: z.object({}),
    output: z.array(form).readonly(),
  }),
  /** What one form can be printed for in a 全宗, newest year first. */
  "form.scopes": read({
    roles: keepersAndInspector,
    input: z.object({ formId, fondsId }),
    output: z.array(formScopeLine).readonly(),
    refusals: ["form-not-found", "fonds-not-found"],
  }),
  /** The proof over what the archive holds now, to be compared with that of the PDF. */
  "form.prove": read({
    roles: keepersAndInspector,
    input: z.object({ formId, scope: formScope }),
    output: formProof,
    refusals: ["form-not-found", "form-scope-wrong", "form-empty", "catalogue-empty", "fonds-not-found"],
  }),
  /** The true PDF, sealed in the archive's own temp folder; shown as app://document/<documentId>. */
  "form.preview": task({
    roles: keepersAndInspector,
    input: asked,
    output: z.object({
      documentId: z.string(),
      bytes: z.number().int(),
      /** Pages in this document, and pages of the whole form before a range was chosen. */
      pageCount: z.number().int(),
      wholePageCount: z.number().int(),
      pageSize: z.object({ widthMm: z.number(), heightMm: z.number() }),
      proof: formProof,
    }),
    refusals: printRefusals,
  }),
  "form.write": task({
    roles: keepersAndInspector,
    input: asked.extend({
      output: z.enum(["pdf", "xlsx"]),
      to: z.string().min(1),
      mayReplace: z.boolean().default(false),
    }),
    output: z.object({
      path: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      pageCount: z.number().int(),
      proof: formProof,
    }),
    refusals: [...printRefusals, "form-output-unknown", "target-exists", "target-not-writable", "disk-full"],
  }),
  /** Keeps the office's own words, font and widths of a form; null takes the shipped ones back. */
  "form.adjust": write({
    roles: keepers,
    input: z.object({ formId, adjustment: formAdjustment.nullable() }),
    output: z.object({ adjustment: formAdjustment, isAdjusted: z.boolean() }),
    refusals: ["form-not-found", "form-widths-off", "form-text-off"],
  }),
};
