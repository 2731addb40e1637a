// 归档文件目录 — the list that is printed and bound, with its row-conservation proof; printed as form "item-catalogue" (DA/T 22-2015, 5.5; DA/T 1-2000).
import { z } from "zod";
import { categoryCode, fondsId } from "./fonds.ts";
import { formProof } from "./form-proof.ts";
import { keepersAndInspector, read } from "./procedure.ts";
import { retention } from "./retention.ts";

/** Which filed items a catalogue lists: a year, or year and term, or one matter of them (DA/T 22-2015, 5.5). */
export const catalogueScope = z
  .object({
    fondsId,
    category: categoryCode.default("WS"),
    year: z.number().int(),
    retention: retention.optional(),
    matterCode: z.string().optional(),
  })
  .readonly();
export type CatalogueScope = z.infer<typeof catalogueScope>;

/** 条目: one row, in the order of the nine columns of DA/T 22-2015 Annex B (待核对). */
export const catalogueRow = z
  .object({
    serial: z.number().int(),
    archivalCode: z.string(),
    documentNumber: z.string(),
    creator: z.string(),
    title: z.string(),
    documentDate: z.string(),
    securityLevel: z.string(),
    pageCount: z.number().int(),
    remark: z.string(),
  })
  .readonly();
export type CatalogueRow = z.infer<typeof catalogueRow>;

export const catalogueProcedures = {
  "catalogue.show": read({
    roles: keepersAndInspector,
    input: z.object({
      scope: catalogueScope,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(2000).default(500),
    }),
    output: z.object({ rows: z.array(catalogueRow).readonly(), proof: formProof }),
    refusals: ["catalogue-empty", "fonds-not-found"],
  }),
};
