import { createHash } from "node:crypto";
import type { CatalogueProof } from "#contract/catalogue-proof";
import { refuseExisting, writeCheckedFile } from "#engine/paper/write-checked-file";
import type { Progress } from "#engine/paper/take-turn";
import type { CatalogueSheet } from "./catalogue-sheet.ts";

/** What to write and where; `to: null` gives the bytes only. */
export type CatalogueOrder = {
  readonly sheets: readonly CatalogueSheet[];
  readonly to: string | null;
  readonly mayReplace?: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** Asked last, before the file takes its place: throws when the archive no longer holds these rows. */
  readonly confirm?: (proof: CatalogueProof) => void;
};

/** `content` was read back and counted; with a path it is what lies there. `pageCount` counts covers too. */
export type CatalogueOutput = {
  readonly path: string | null;
  readonly content: Buffer;
  readonly bytes: number;
  readonly sha256: string;
  readonly pageCount: number;
  readonly proof: CatalogueProof;
  readonly sheetProofs: readonly CatalogueProof[];
};

/** Makes the bytes, counts them from what was written, and gives the receipt. Nothing stays at `to` when the count is wrong. */
export async function putOut(
  order: CatalogueOrder,
  make: () => Promise<{
    content: Buffer;
    pageCount: number;
    proof: CatalogueProof;
    sheetProofs: readonly CatalogueProof[];
  }>,
  check: (written: Buffer, sheetProofs: readonly CatalogueProof[]) => Promise<void>,
): Promise<CatalogueOutput> {
  if (order.to !== null) await refuseExisting(order.to, order.mayReplace ?? false);
  const made = await make();
  const recount = async (written: Buffer): Promise<void> => {
    await check(written, made.sheetProofs);
    order.confirm?.(made.proof);
  };
  if (order.to === null) await recount(made.content);
  else await writeCheckedFile(order.to, order.mayReplace ?? false, made.content, recount);
  const sha256 = createHash("sha256").update(made.content).digest("hex");
  return { ...made, path: order.to, bytes: made.content.length, sha256 };
}
