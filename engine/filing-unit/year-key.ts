// A filing year as the journal and the list of ways back name it.
import type { YearClass } from "#db/filing-year";

/** One name for one class of one year of one fonds. */
export const yearKey = ({ fondsId, category, year }: YearClass): string => `${fondsId} ${category} ${year}`;
