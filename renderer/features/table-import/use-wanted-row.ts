// The row of a preview one is at: the one a finding leads to, then whichever is taken.
import { useEffect, useState } from "react";

export type WantedRow = { readonly sheet: string; readonly row: number };

/** Index in the preview and how another is taken; a wanted row that the preview does not show changes nothing. */
export function useWantedRow(
  preview: readonly WantedRow[],
  wanted: WantedRow | undefined,
): readonly [number, (index: number) => void] {
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    const at = preview.findIndex(({ sheet, row }) => sheet === wanted.sheet && row === wanted.row);
    if (at >= 0) setActive(at);
  }, [wanted, preview]);
  return [active, setActive];
}
