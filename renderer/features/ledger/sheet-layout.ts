// How one sheet looks to whoever sits at the desk: widths, hidden and frozen columns, row height; kept as they are changed.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { ledgerLayout, type LedgerLayout } from "#contract/ledger-layout";
import type { LedgerId } from "#contract/ledger";
import { ask } from "#bridge/call";
import { sayThrown } from "#bridge/notices";

/** Pixels of a column at 100 %: what the clerk chose, else what the design says. */
export const widthOf = ({ key, rules }: LedgerColumn, { widths }: LedgerLayout): number => widths[key] ?? rules.width;

const rowHeights = { low: 0.8, middle: 1, high: 1.5 } as const;
export const rowHeightOf = ({ rowHeight }: LedgerLayout, line: number): number =>
  Math.round(line * rowHeights[rowHeight]);

const keepAfter = 600;
const bare = ledgerLayout.parse({});

export type KeptLayout = {
  readonly layout: LedgerLayout;
  readonly change: (part: Partial<LedgerLayout>) => void;
  readonly setWidth: (key: ColumnKey, width: number) => void;
};

/** Reads the layout once and keeps it a little after the last change; until it is read the sheet stands as designed. */
export function useSheetLayout(ledgerId: LedgerId): KeptLayout {
  const [layout, setLayout] = useState<LedgerLayout>(bare);
  const now = useRef(layout);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: LedgerLayout): void => {
    now.current = next;
    setLayout(next);
  }, []);
  useEffect(() => {
    let isWanted = true;
    // Without it the columns stand as designed: no reason to stop the clerk.
    ask("ledger.read-layout", { ledgerId }).then(
      (kept) => isWanted && show(kept),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [ledgerId, show]);
  const change = useCallback(
    (part: Partial<LedgerLayout>): void => {
      show({ ...now.current, ...part });
      clearTimeout(due.current);
      due.current = setTimeout(() => {
        ask("ledger.keep-layout", { ledgerId, layout: now.current }).catch(sayThrown);
      }, keepAfter);
    },
    [ledgerId, show],
  );
  const setWidth = useCallback(
    (key: ColumnKey, width: number): void =>
      change({ widths: { ...now.current.widths, [key]: Math.max(40, Math.min(800, Math.round(width))) } }),
    [change],
  );
  return useMemo(() => ({ layout, change, setWidth }), [layout, change, setWidth]);
}
