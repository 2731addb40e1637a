// 阅读副本 and 待转换 — what a digital file is read by, as long as its own format may not outlive the years (GB/T 18894-2016).
import { z } from "zod";
import { digitalFile, digitalFileId } from "./digital-file.ts";
import { itemId } from "./item.ts";
import { keepers, read, task } from "./procedure.ts";

export const readingCopyProcedures = {
  /** 待转换: digital files without a layout of their own and without a reading copy. A file of a restricted item is named by its 档号 alone. */
  "reading-copy.waiting": read({
    roles: keepers,
    input: z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      rows: z
        .array(
          digitalFile.unwrap().extend({ itemId: itemId.nullable(), archivalCode: z.string(), itemTitle: z.string() }),
        )
        .readonly(),
      total: z.number().int(),
    }),
  }),
  /** Attaches a PDF or OFD as reading copy, or puts a newer one in its place; the file itself stays as it is. */
  "reading-copy.supply": task({
    roles: keepers,
    input: z.object({ id: digitalFileId, path: z.string().min(1) }),
    output: digitalFile,
    refusals: [
      "digital-file-not-found",
      "reading-copy-format",
      "source-missing",
      "source-unreadable",
      "source-changed",
      "link-refused",
      "not-a-file",
      "file-too-large",
      "file-empty",
      "pdf-damaged",
      "pdf-no-pages",
      "pdf-password",
      "page-limit",
      "zip-damaged",
      "helper-limit",
      "disk-full",
      "task-cancelled",
    ],
  }),
};
