// 行数守恒校验 — what must be the same on the screen, in the PDF and in the spreadsheet of one catalogue.
import { z } from "zod";

/** Rows, first and last 档号, sum of 页数, and the first 16 hex digits of SHA-256 over the rows as printed. */
export const catalogueProof = z
  .object({
    rowCount: z.int().positive(),
    firstCode: z.string(),
    lastCode: z.string(),
    pageSum: z.int().nonnegative(),
    hash: z.string().regex(/^[0-9A-F]{16}$/),
  })
  .readonly();
export type CatalogueProof = z.infer<typeof catalogueProof>;

/** The proof as one line, the same words on screen and paper: 「52 行 · 首 … · 末 … · 共 318 页 · 校验 7F3A…」. */
export function sayCatalogueProof(proof: CatalogueProof): string {
  const { rowCount, firstCode, lastCode, pageSum, hash } = proof;
  return `${rowCount} 行 · 首 ${firstCode} · 末 ${lastCode} · 共 ${pageSum} 页 · 校验 ${hash}`;
}

/** Whether two proofs speak of the same rows. */
export function agreesWith(proof: CatalogueProof, other: CatalogueProof): boolean {
  return (
    proof.rowCount === other.rowCount &&
    proof.firstCode === other.firstCode &&
    proof.lastCode === other.lastCode &&
    proof.pageSum === other.pageSum &&
    proof.hash === other.hash
  );
}
