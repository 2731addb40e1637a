// The table being looked at and what the clerk has said of it; every answer reads it again.
import { useRef, useState } from "react";
import type { Asked, Output } from "#contract/contract";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { tableImport } from "#text/table-import";

export type ImportOrder = Asked<"import.dry-run">;
export type DryRun = Output<"import.dry-run">;

export function useDryRun() {
  const [order, setOrder] = useState<ImportOrder>();
  const [read, setRead] = useState<DryRun>();
  const [isBusy, setBusy] = useState(false);
  const turn = useRef(0);

  const look = async (next: ImportOrder): Promise<void> => {
    const mine = ++turn.current;
    setOrder(next);
    setBusy(true);
    const answer = await runTask("import.dry-run", next, { label: tableImport.task });
    // An answer to an older question comes too late.
    if (mine !== turn.current) return;
    setBusy(false);
    if (answer) setRead(answer);
    else if (next.path !== order?.path) setOrder(undefined);
  };
  const choose = async (as: ImportOrder["as"], fondsId: ImportOrder["fondsId"]): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-table", { title: tableImport.chooseTitle });
      if (path === null) return;
      setRead(undefined);
      await look({ path, as, ...(fondsId && { fondsId }) });
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const change = (some: Partial<ImportOrder>): void => void (order && look({ ...order, ...some }));
  const setYear = (year: number | null): void => {
    if (!order) return;
    const { year: _, ...rest } = order;
    void look(year === null ? rest : { ...rest, year });
  };
  const close = (): void => {
    turn.current++;
    setOrder(undefined);
    setRead(undefined);
    setBusy(false);
  };
  return { order, read, isBusy, choose, change, setYear, close };
}
