/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** The type area of a page in points (GB/T 9704-2012 gives 156 × 225 mm; a little more keeps the samples short). */
export const AREA = { left: 28 * MM, top: 34 * MM, width: 156 * MM, bottom: 268 * MM };

/** Size of the text: 28 characters fill a line. */
export const SIZE = 15.75;
