// 行数守恒校验: the proof of rows as they are printed, the same in the archive, on paper and in the spreadsheet (product W01).
import { createHash } from "node:crypto";
import type { FormProof } from "#contract/form-proof";

/** Which columns a proof speaks of, from 0; -1 where there is no such column. `unit` is what one row is: 行, 盒, 枚. */
export type ProofColumns = { readonly unit: string; readonly code: number; readonly pages: number };

/** Counts rows given as printed; what is hashed is what a reader sees. */
export function proveCells(rows: Iterable<readonly string[]>, { unit, code, pages }: ProofColumns): FormProof {
  const digest = createHash("sha256");
  let rowCount = 0;
  let pageSum = 0;
  let firstCode = "";
  let lastCode = "";
  for (const cells of rows) {
    digest.update(`${JSON.stringify(cells)}\n`);
    lastCode = cells[code] ?? "";
    if (rowCount === 0) firstCode = lastCode;
    // A volume's own line among its items bears no number of pages.
    if (pages >= 0) pageSum += Number(cells[pages] ?? 0) || 0;
    rowCount += 1;
  }
  const hash = digest.digest("hex").slice(0, 16).toUpperCase();
  return { rowCount, unit, firstCode, lastCode, pageSum: pages >= 0 ? pageSum : null, hash };
}
