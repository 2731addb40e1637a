// The table being looked at for a ledger and what the clerk has said of it; every answer reads it again.
import { useRef, useState } from "react";
import type { Asked, Output } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerId } from "#contract/ledger";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { ledgerImportText } from "#text/ledger-import";

export type LedgerOrder = Asked<"ledger.check-import">;
export type LedgerRead = Output<"ledger.check-import">;

export function useLedgerImport() {
  const [order, setOrder] = useState<LedgerOrder>();
  const [read, setRead] = useState<LedgerRead>();
  const [isBusy, setBusy] = useState(false);
  const turn = useRef(0);
  const look = async (next: LedgerOrder): Promise<void> => {
    const mine = ++turn.current;
    setOrder(next);
    setBusy(true);
    const answer = await runTask("ledger.check-import", next, { label: ledgerImportText.task });
    // An answer to an older question comes too late.
    if (mine !== turn.current) return;
    setBusy(false);
    if (answer) setRead(answer);
    else if (next.path !== order?.path) setOrder(undefined);
  };
  const choose = async (ledgerId: LedgerId): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-table", { title: ledgerImportText.chooseTitle });
      if (path === null) return;
      setRead(undefined);
      await look({ path, ledgerId });
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const change = (some: Partial<LedgerOrder>): void => void (order && look({ ...order, ...some }));
  const setColumn = (sheet: string, index: number, column: ColumnKey | null): void => {
    const others = (order?.mapping ?? []).filter((each) => each.sheet !== sheet || each.index !== index);
    change({ mapping: [...others, { sheet, index, column }] });
  };
  const setHeadRow = (sheet: string, row: number): void => {
    const others = (order?.headRows ?? []).filter((each) => each.sheet !== sheet);
    change({ headRows: [...others, { sheet, row }] });
  };
  /** What a word of a column stands for; null takes the answer back. */
  const setWord = (column: ColumnKey, text: string, value: string | null): void => {
    const words = { ...order?.words } as Record<ColumnKey, Record<string, string>>;
    const others = Object.fromEntries(Object.entries(words[column] ?? {}).filter(([known]) => known !== text));
    change({ words: { ...words, [column]: value === null ? others : { ...others, [text]: value } } });
  };
  const close = (): void => {
    turn.current++;
    setOrder(undefined);
    setRead(undefined);
    setBusy(false);
  };
  return { order, read, isBusy, choose, setColumn, setHeadRow, setWord, change, close };
}
