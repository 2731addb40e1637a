// What became of the rows of a table from outside, whatever it is read as.
import { z } from "zod";

/** Counts of one reading: every row of a sheet with a heading stands in one of them. */
export const tableCounts = {
  /** Rows of all sheets with a heading: usable, skipped, refused and repeated together. */
  rowsRead: z.number().int(),
  rowsUsable: z.number().int(),
  skipped: z.object({
    blank: z.number().int(),
    heading: z.number().int(),
    subtotal: z.number().int(),
    signature: z.number().int(),
  }),
  /** Rows that cannot be taken in as they stand; each has its finding. */
  rowsRefused: z.number().int(),
  /** Rows that repeat an earlier one to the letter, left out unless asked for. */
  rowsRepeated: z.number().int(),
  /** Usable rows that an earlier import brought already. */
  rowsKnown: z.number().int(),
};
