// Where a page stands in the text index: the newest first, for an index of this kind is read upwards several times as fast as
// downwards (0019).
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";

/** Counted down from here and not from nought: numbers below nought take nine bytes each in the index, these four. */
export const lastPlace = 2 ** 28 - 1;

/** The place in the index of a page.seq, and the page.seq of a place. */
export const placeOfPage = (of: SQLWrapper): SQL<number> => sql`(${sql.raw(String(lastPlace))} - ${of})`;
