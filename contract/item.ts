// 件 — the smallest thing that is filed (DA/T 22-2015, 5.1), and its parts and pages in order.
import { z } from "zod";
import { accessClass, securityLevel, typedSecurityMark } from "./access.ts";
import { archivalDate } from "./archival-date.ts";
import { digitalFile, digitalFileId } from "./digital-file.ts";
import { categoryCode, fondsId, matterId } from "./fonds.ts";
import { boxId, carrier, holding, scheduleRowId, volumeId } from "./place-of-item.ts";
import { keepers, read, write } from "./procedure.ts";
import { retention } from "./retention.ts";
import { page, pageId } from "./scan.ts";

export const itemId = z.string().min(1).brand<"ItemId">();
export type ItemId = z.infer<typeof itemId>;

/** Words of the eleven cases of DA/T 22-2015, 5.1; in this order parts lie inside an item unless the clerk says otherwise. */
export const partKind = z.enum([
  "文件处理单",
  "复文",
  "正文",
  "正本",
  "转发文",
  "原件",
  "汉文本",
  "中文本",
  "附件",
  "被转发文",
  "复制件",
  "翻译本",
  "少数民族文字本",
  "外文本",
  "来文",
  "发文稿纸",
  "定稿",
]);
export type PartKind = z.infer<typeof partKind>;

/** What the clerk describes; blank text means not (yet) known. */
export const itemFields = z
  .object({
    fondsId,
    category: categoryCode,
    title: z.string().trim().max(500),
    creator: z.string().trim().max(200),
    documentNumber: z.string().trim().max(100),
    documentDate: archivalDate,
    /** 归属年度, four digits; null until settled. */
    year: z.number().int().min(1900).max(2200).nullable(),
    retention: retention.nullable(),
    matterId: matterId.nullable(),
    access: accessClass,
    /** Title printed for a restricted item in place of its own (P6); blank otherwise. */
    neutralTitle: z.string().trim().max(200),
    /** Pages counted by hand for paper without images; 0 when the images are the pages. */
    paperPageCount: z.number().int().min(0).max(100_000),
    remark: z.string().trim().max(500),
    carrier,
    /** 事由: items of one matter lie together by time (DA/T 22-2015, 5.3); blank stands alone. */
    affair: z.string().trim().max(200),
    /** The schedule line that gave the term; null when the term was set by hand. */
    scheduleRowId: scheduleRowId.nullable(),
    /** Thickness measured by hand, mm; null is reckoned from the pages. */
    thicknessMm: z.number().positive().max(1000).nullable(),
  })
  .readonly();
export type ItemFields = z.infer<typeof itemFields>;

const itemFacts = z.object({
  id: itemId,
  securityLevel,
  pageCount: z.number().int(),
  imageCount: z.number().int(),
  /** Digital files; an item of files alone has no pages. */
  fileCount: z.number().int(),
  state: z.enum(["draft", "filed", "excluded"]),
  volumeId: volumeId.nullable(),
  boxId: boxId.nullable(),
  holding,
  excludedReason: z.string(),
  itemNumber: z.number().int().nullable(),
  archivalCode: z.string(),
  revision: z.number().int(),
  enteredAt: z.iso.datetime(),
  filedAt: z.iso.datetime().nullable(),
  firstPageId: pageId.nullable(),
});

/** A row of a list of items. */
export const itemRow = itemFields.unwrap().extend(itemFacts.shape).readonly();
export type ItemRow = z.infer<typeof itemRow>;

export const itemPart = z
  .object({
    kind: partKind,
    title: z.string().max(200),
    pages: z.array(page).readonly(),
    files: z.array(digitalFile).readonly(),
  })
  .readonly();

/** One item with its parts and pages. */
export const item = itemRow
  .unwrap()
  .extend({ parts: z.array(itemPart).readonly() })
  .readonly();
export type Item = z.infer<typeof item>;

/** 重号提示: another item has the same 文号 and 责任者; a warning, never a refusal. */
export const itemWarning = z
  .object({
    code: z.enum(["same-document-number", "personal-words", "personal-pages", "date-outside-year", "pages-differ"]),
    message: z.string(),
    itemId: itemId.nullable(),
  })
  .readonly();
export type ItemWarning = z.infer<typeof itemWarning>;

const described = z.object({ item, warnings: z.array(itemWarning).readonly() });

export const itemFilter = z
  .object({
    state: z.enum(["draft", "filed", "excluded"]).optional(),
    fondsId: fondsId.optional(),
    category: categoryCode.optional(),
    /** null asks for those that are not settled yet, here and below. */
    year: z.number().int().nullable().optional(),
    retention: retention.nullable().optional(),
    matterId: matterId.nullable().optional(),
    carrier: carrier.optional(),
    access: accessClass.optional(),
    holding: holding.optional(),
    isBoxed: z.boolean().optional(),
    hasImages: z.boolean().optional(),
    words: z.string().max(200).optional(),
  })
  .readonly();
export type ItemFilter = z.infer<typeof itemFilter>;

/** Parts in order, each with its pages and digital files in order; files named in no part stay where they are. */
export const arrangement = z
  .array(
    z.object({
      kind: partKind,
      title: z.string().trim().max(200).default(""),
      pageIds: z.array(pageId),
      fileIds: z.array(digitalFileId).optional(),
    }),
  )
  .max(200);

export const itemProcedures = {
  "item.list": read({
    roles: keepers,
    input: z.object({
      filter: itemFilter.default({}),
      order: z.enum(["entered", "code", "date", "title"]).default("entered"),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ rows: z.array(itemRow).readonly(), total: z.number().int() }),
  }),
  "item.read": read({
    roles: keepers,
    input: z.object({ id: itemId }),
    output: item,
    refusals: ["item-not-found"],
  }),
  /** Makes one item of pages of the tray; fields not given are carried forward or blank. */
  "item.make": write({
    roles: keepers,
    input: z.object({
      pageIds: z.array(pageId).max(5000),
      /** Digital files of the tray. */
      fileIds: z.array(digitalFileId).max(5000).default([]),
      /** Parts given at once instead of one 正文 of pageIds; how a dissolved item comes back. */
      parts: arrangement.optional(),
      fields: itemFields.unwrap().partial().default({}),
      securityMark: typedSecurityMark,
    }),
    output: described,
    refusals: [
      "page-not-found",
      "page-in-use",
      "digital-file-not-found",
      "digital-file-in-use",
      "fonds-not-found",
      "fonds-closed",
      "matter-not-found",
      "matter-closed",
      "state-secret",
      "item-without-pages",
      "schedule-row-not-found",
      "term-under-minimum",
      "sealed-packet-needed",
    ],
  }),
  "item.describe": write({
    roles: keepers,
    input: z.object({
      id: itemId,
      revision: z.number().int(),
      fields: itemFields.unwrap().partial(),
      securityMark: typedSecurityMark.optional(),
    }),
    output: described,
    refusals: [
      "item-not-found",
      "item-filed",
      "item-changed-meanwhile",
      "fonds-not-found",
      "fonds-closed",
      "matter-not-found",
      "matter-closed",
      "schedule-row-not-found",
      "term-under-minimum",
      "state-secret",
    ],
  }),
  /** Sets parts and the order of pages anew; pages left out go back to the tray, pages of the tray may join. */
  "item.arrange": write({
    roles: keepers,
    input: z.object({
      id: itemId,
      revision: z.number().int(),
      parts: arrangement,
    }),
    output: item,
    refusals: [
      "item-not-found",
      "item-filed",
      "item-changed-meanwhile",
      "item-frozen",
      "page-not-found",
      "page-in-use",
      "digital-file-not-found",
      "digital-file-in-use",
    ],
  }),
  /** Takes an unfiled item apart: its pages and files go back to the tray, its description goes. */
  "item.dissolve": write({
    roles: keepers,
    input: z.object({ id: itemId, revision: z.number().int() }),
    output: z.object({ pageCount: z.number().int() }),
    refusals: ["item-not-found", "item-filed", "item-changed-meanwhile", "item-sealed", "item-attached", "item-frozen"],
  }),
  /** Values entered before in one field, newest first, for carrying forward and completing. */
  "item.suggest": read({
    roles: keepers,
    input: z.object({
      field: z.enum(["creator", "documentNumber", "title"]),
      beginning: z.string().max(100).default(""),
    }),
    output: z.array(z.string()).readonly(),
  }),
  /** 文号 + 责任者 already there? Asked while typing. */
  "item.same-number": read({
    roles: keepers,
    input: z.object({ documentNumber: z.string(), creator: z.string(), except: itemId.optional() }),
    output: z.array(itemRow).readonly(),
  }),
};
