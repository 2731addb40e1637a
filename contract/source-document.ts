// 原件 — the file a page came in, shown as it was received: a PDF with all its pages.
import { z } from "zod";
import { sealedPlace } from "./page-image.ts";
import { keepers, read } from "./procedure.ts";
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
  /** Where its bytes lie; asked by the shell only. */
  "source.open": read({
    seat: "shell",
    roles: keepers,
    input: z.object({ id: pageId }),
    output: sealedPlace,
    refusals: [...refusals],
  }),
};
