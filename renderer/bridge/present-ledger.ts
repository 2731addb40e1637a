// The ledger one is at: kept while the clerk goes from 登记 to 设计, 打印 or 固化 and back.
import { useEffect } from "react";
import type { LedgerId } from "#contract/ledger";
import { makeStore } from "./store.ts";

export const presentLedger = makeStore<LedgerId | undefined>(undefined);

/**
 * Takes the ledger a room shows for the present one. A room that cannot show the ledger that was wanted (a draft has nothing to print)
 * and stands at another leaves it as it was.
 */
export function useAsPresentLedger(shown: LedgerId | undefined, wanted: LedgerId | undefined): void {
  const isMeant = shown === undefined ? wanted === undefined : wanted === undefined || wanted === shown;
  useEffect(() => {
    if (isMeant) presentLedger.set(shown);
  }, [isMeant, shown]);
}
