// The unit of all paper: millimetres from the upper left corner. Points exist only for type sizes and inside the PDF.

const pointsPerMillimetre = 72 / 25.4;

/** Millimetres as PDF points. */
export function toPoints(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}

/** A type size in points as millimetres. */
export function toMillimetres(points: number): number {
  return points / pointsPerMillimetre;
}

export type PaperSize = { readonly widthMm: number; readonly heightMm: number };

/** A4 upright. */
export const a4Portrait: PaperSize = { widthMm: 210, heightMm: 297 };
/** A4 lying (DA/T 22-2015, Annex B: 目录用纸采用国际标准 A4 幅面, 电子表格横向). */
export const a4Landscape: PaperSize = { widthMm: 297, heightMm: 210 };
