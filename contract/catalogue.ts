// 归档文件目录 — the list that is printed and bound, with its row-conservation proof (DA/T 22-2015, 5.5; DA/T 1-2000).
import { z } from "zod";
import { catalogueProof } from "./catalogue-proof.ts";
import { categoryCode, fondsId } from "./fonds.ts";
import { keepersAndInspector, read, task } from "./procedure.ts";
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

const written = z.object({
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  pageCount: z.number().int(),
  proof: catalogueProof,
});

export const catalogueProcedures = {
  "catalogue.show": read({
    roles: keepersAndInspector,
    input: z.object({
      scope: catalogueScope,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(2000).default(500),
    }),
    output: z.object({ rows: z.array(catalogueRow).readonly(), proof: catalogueProof }),
    refusals: ["catalogue-empty", "fonds-not-found"],
  }),
  "catalogue.write": task({
    roles: keepersAndInspector,
    input: z.object({
      scope: catalogueScope,
      form: z.enum(["pdf", "xlsx"]),
      to: z.string().min(1),
      mayReplace: z.boolean().default(false),
    }),
    output: written,
    refusals: [
      "catalogue-empty",
      "glyph-missing",
      "row-too-tall",
      "conservation-broken",
      "target-exists",
      "target-not-writable",
      "disk-full",
    ],
  }),
  /** The same PDF, sealed in the archive's own temp folder; shown as app://document/<documentId>. */
  "catalogue.preview": task({
    roles: keepersAndInspector,
    input: z.object({ scope: catalogueScope }),
    output: z.object({
      documentId: z.string(),
      bytes: z.number().int(),
      pageCount: z.number().int(),
      proof: catalogueProof,
    }),
    refusals: ["catalogue-empty", "glyph-missing", "row-too-tall", "conservation-broken"],
  }),
};
