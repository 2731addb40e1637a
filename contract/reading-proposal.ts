// 识别建议: what a reading offers for the fields of an item. Each stands beside its field until somebody takes it.
import { z } from "zod";
import { itemId } from "./item.ts";
import { keepers, read } from "./procedure.ts";
import { pageId } from "./scan.ts";

export const proposedField = z.enum(["title", "documentNumber", "creator", "documentDate"]);
export type ProposedField = z.infer<typeof proposedField>;

/** Where on the pages it stands: one for each line it was read from; corners in pixels of the shown image. */
export const proposalPlace = z
  .object({
    pageId,
    corners: z.tuple([
      z.tuple([z.number(), z.number()]),
      z.tuple([z.number(), z.number()]),
      z.tuple([z.number(), z.number()]),
      z.tuple([z.number(), z.number()]),
    ]),
  })
  .readonly();

export const readingProposal = z
  .object({
    field: proposedField,
    /** As the field takes it; a date as archival date. */
    value: z.string(),
    /** As it stands on the paper. */
    asRead: z.string(),
    /** 0 to 1: how sure the characters and their place on the page are together. */
    confidence: z.number(),
    /** Places in `asRead` (code points) of characters read with less than 0.90. */
    doubts: z.array(z.number().int()).readonly(),
    places: z.array(proposalPlace).readonly(),
  })
  .readonly();
export type ReadingProposal = z.infer<typeof readingProposal>;

/** Most pages that are looked at for proposals. */
export const proposalPages = 12;

export const readingProposalProcedures = {
  /** 题名, 文号, 责任者, 日期 as read on the pages of one paper, in order; a field nothing was found for is left out. */
  "reading.propose": read({
    roles: keepers,
    input: z.object({
      pageIds: z.array(pageId).min(1).max(proposalPages),
      openedItemId: itemId.nullable().default(null),
    }),
    output: z.object({
      proposals: z.array(readingProposal).readonly(),
      /** Pages of these that were not read yet. */
      waitingCount: z.number().int(),
    }),
    refusals: ["page-not-found", "reading-restricted"],
  }),
};
