// 全部导出 — everything out in open formats, readable without this program (product G02).
import { z } from "zod";
import { keepers, read, task } from "./procedure.ts";

export const openExportSummary = z
  .object({
    id: z.string(),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    itemCount: z.number().int(),
    fileCount: z.number().int(),
    restrictedCount: z.number().int(),
    withRestricted: z.boolean(),
    reason: z.string(),
    listDigest: z.string(),
  })
  .readonly();
export type OpenExportSummary = z.infer<typeof openExportSummary>;

export const openExportProcedures = {
  /** What would leave: pages of restricted items only when asked for with a reason. */
  "open-export.plan": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({
      itemCount: z.number().int(),
      fileCount: z.number().int(),
      bytes: z.number().int(),
      restrictedCount: z.number().int(),
      restrictedFileCount: z.number().int(),
      restrictedBytes: z.number().int(),
    }),
  }),
  /**
   * Writes a folder with 目录.xlsx, 目录.csv, 目录.json, 文件/<档号>/…, 说明.txt and 校验清单.txt, reads it again and
   * counts. Restricted items appear by 档号 and neutral title; their pages are left out and counted unless `restricted`
   * gives a reason, which is kept with the export (personal-data P6).
   */
  "open-export.write": task({
    roles: keepers,
    input: z.object({
      into: z.string().min(1),
      restricted: z
        .object({ reason: z.string().trim().min(4).max(200) })
        .nullable()
        .default(null),
    }),
    output: z.object({
      path: z.string(),
      itemCount: z.number().int(),
      fileCount: z.number().int(),
      bytes: z.number().int(),
      restrictedCount: z.number().int(),
      restrictedFilesLeftOut: z.number().int(),
      listDigest: z.string(),
    }),
    refusals: [
      "open-export-empty",
      "open-export-unlike",
      "package-source-damaged",
      "target-exists",
      "target-not-writable",
      "target-lost",
      "disk-full",
      "task-cancelled",
    ],
  }),
  "open-export.list": read({ roles: keepers, input: z.object({}), output: z.array(openExportSummary).readonly() }),
};
