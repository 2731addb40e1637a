// The codes a form's labels show, worked out once for all sheets.
import type { FormSheet } from "./form-definition.ts";
import type { SquareCode } from "./form-hand.ts";

/** QR codes by their words, error correction H: a third of a code may be dirty or torn. */
export async function gatherCodes(sheets: readonly FormSheet[]): Promise<ReadonlyMap<string, SquareCode>> {
  const words = new Set(sheets.flatMap((sheet) => sheet.codes ?? []));
  if (words.size === 0) return new Map();
  // Loaded for the forms that need it: nearly none does.
  const { create } = await import("qrcode");
  return new Map(
    [...words].map((text) => {
      const { modules } = create(text, { errorCorrectionLevel: "H" });
      return [text, { side: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }];
    }),
  );
}
