// One spelling of a heading, for comparing.

/** A heading without its blanks, marks and what stands in brackets. */
export function normaliseHeading(heading: string): string {
  const plain = heading.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
  const bare = plain.replace(/[([【〔].*?[)\]】〕]/g, "").replace(/[:*、,.\-_/|·]/g, "");
  return (bare === "" ? plain : bare).toLowerCase();
}
