// 原件 — the file a page came in, shown as it was received: a PDF with all its pages.
import { z } from "zod";
import { digitalFileId } from "./digital-file.ts";
import { sealedPlace } from "./page-image.ts";
import { keepers, read, task } from "./procedure.ts";
import { pageId } from "./scan.ts";

/** A received PDF and the pages made of it; sizes in pixels of the picture drawn at intake. */
export const sourceDocument = z
  .object({
    sourceName: z.string(),
    /** Bytes. */
    size: z.number().int(),
    pageCount: z.number().int(),
    pages: z
      .array(
        z
          .object({ pageId, sourcePage: z.number().int(), width: z.number().int(), height: z.number().int() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type SourceDocument = z.infer<typeof sourceDocument>;

const refusals = ["page-not-found", "source-not-pdf", "source-not-whole"] as const;

export const sourceDocumentProcedures = {
  /** What the original of a page is. Refused where a page of it is gone or not to be seen: then the original is not shown either. */
  "source.read": read({
    roles: keepers,
    input: z.object({ pageId }),
    output: sourceDocument,
    refusals: [...refusals],
  }),
  /** What an OFD that came from outside says of itself; its pages are not laid out here. */
  "source.describe-ofd": task({
    roles: keepers,
    input: z.object({ digitalFileId }),
    output: z.object({
      docId: z.string(),
      title: z.string(),
      author: z.string(),
      createdOn: z.string(),
      pageCount: z.number().int().nullable(),
      /** Carries a signature; it is not checked. */
      isSigned: z.boolean(),
    }),
    refusals: [
      "digital-file-not-found",
      "digital-file-damaged",
      "document-damaged",
      "table-doctype",
      "zip-limit",
      "helper-limit",
      "task-cancelled",
    ],
  }),
  /** Where its bytes lie; asked by the shell only. */
  "source.open": read({
    seat: "shell",
    roles: keepers,
    input: z.object({ id: pageId }),
    output: sealedPlace,
    refusals: [...refusals],
  }),
};
