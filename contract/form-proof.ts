// 行数守恒校验 of any form: what must be the same in the archive, on the screen, in the PDF and in the spreadsheet.
import { z } from "zod";

/** Rows or labels; first and last 档号 and sum of 页数 where the form has such columns; 16 hex digits of SHA-256 over all printed fields. */
export const formProof = z
  .object({
    rowCount: z.int().nonnegative(),
    /** What is counted: 行, 盒, 枚, 份. */
    unit: z.string(),
    firstCode: z.string(),
    lastCode: z.string(),
    /** Null where the form has no column of pages. */
    pageSum: z.int().nonnegative().nullable(),
    hash: z.string().regex(/^[0-9A-F]{16}$/),
  })
  .readonly();
export type FormProof = z.infer<typeof formProof>;

/** The proof as one line, the same words on screen and paper: 「52 行 · 首 … · 末 … · 共 318 页 · 校验 7F3A…」. */
export function sayFormProof({ rowCount, unit, firstCode, lastCode, pageSum, hash }: FormProof): string {
  const pieces = [`${rowCount} ${unit}`];
  if (firstCode !== "") pieces.push(`首 ${firstCode}`, `末 ${lastCode}`);
  if (pageSum !== null) pieces.push(`共 ${pageSum} 页`);
  return [...pieces, `校验 ${hash}`].join(" · ");
}

/** Whether two proofs speak of the same rows. */
export function isSameProof(proof: FormProof, other: FormProof): boolean {
  return sayFormProof(proof) === sayFormProof(other);
}
