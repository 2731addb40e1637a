// Sheets in millimetres, width before height (GB/T 148).
import type { ScanPaper } from "#contract/scan-profile";

/** Null for all the device has. */
export const paperSize: Record<ScanPaper, { readonly width: number; readonly height: number } | null> = {
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  B5: { width: 176, height: 250 },
  whole: null,
};
