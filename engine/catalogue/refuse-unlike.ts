import { agreesWith } from "#contract/catalogue-proof";
import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";

const brief = (proof: CatalogueProof | null): string =>
  proof === null ? "0 行" : `${proof.rowCount} 行 ${proof.hash.slice(0, 4)}`;

/** Refuses `conservation-broken` unless what was read back from a file proves the same rows as were to be written. */
export function refuseUnlike(expected: CatalogueProof, readBack: CatalogueProof | null): void {
  if (readBack !== null && agreesWith(expected, readBack)) return;
  throw new Refusal("conservation-broken", { expected: brief(expected), actual: brief(readBack) });
}
