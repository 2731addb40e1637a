import { agreesWith } from "#contract/catalogue-proof";
import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import { proveCells } from "./prove-rows.ts";

const brief = (proof: CatalogueProof): string => `${proof.rowCount} 行 ${proof.hash.slice(0, 4)}`;

/** Refuses `conservation-broken` unless the cells read back from a file prove the same rows as were to be written. */
export function refuseUnlike(expected: CatalogueProof, readBack: readonly (readonly string[])[]): void {
  if (readBack.length === 0) throw new Refusal("conservation-broken", { expected: brief(expected), actual: "0 行" });
  const actual = proveCells(readBack);
  if (agreesWith(expected, actual)) return;
  throw new Refusal("conservation-broken", { expected: brief(expected), actual: brief(actual) });
}
