/** Pixels in one image: 0x3FFF squared, the limit of libvips (package-and-trust B4: 268 M pixels). */
export const pixelLimit = 268_402_689;
/** Pages in one PDF or TIFF (package-and-trust B4). */
export const pageLimit = 5_000;
/** Long side of a thumbnail, pixels. */
export const thumbnailSide = 256;
/** Resolution at which PDF pages are drawn, dots per inch. */
export const pdfResolution = 200;
/** A drawn PDF page has at most this many pixels; a larger sheet is drawn at a lower resolution. */
export const drawnPixelLimit = 40_000_000;
