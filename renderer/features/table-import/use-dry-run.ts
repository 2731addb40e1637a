// The table being looked at and what the clerk has said of it; every answer reads it again.
import { useRef, useState } from "react";
import type { Asked, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
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
  const [isHeadless, setHeadless] = useState(false);
  const turn = useRef(0);

  const look = async (next: ImportOrder): Promise<void> => {
    const mine = ++turn.current;
    setOrder(next);
    setBusy(true);
    let lacksHead = false;
    const refused = (thrown: unknown): void => {
      lacksHead = thrown instanceof Refusal && thrown.code === "table-without-heading";
      // Said once as a place to answer at; said as a notice when the answer did not help.
      if (!lacksHead || next.headRows !== undefined) sayThrown(thrown);
    };
    const answer = await runTask("import.dry-run", next, { label: tableImport.task, refused });
    // An answer to an older question comes too late.
    if (mine !== turn.current) return;
    setBusy(false);
    setHeadless(lacksHead);
    if (answer) setRead(answer);
    else if (lacksHead) setRead(undefined);
    else if (next.path !== order?.path) setOrder(undefined);
  };
  const choose = async (
    as: ImportOrder["as"],
    fondsId: ImportOrder["fondsId"],
    category: ImportOrder["category"],
  ): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-table", { title: tableImport.chooseTitle });
      if (path === null) return;
      setRead(undefined);
      setHeadless(false);
      await look({ path, as, ...(category && { category }), ...(fondsId && { fondsId }) });
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
  /** Names the heading row of a sheet, or of every sheet in which none is recognised (null). */
  const setHeadRow = (sheet: string | null, row: number): void => {
    const others = (order?.headRows ?? []).filter((each) => each.sheet !== sheet);
    change({ headRows: [...others, { sheet, row }] });
  };
  const close = (): void => {
    turn.current++;
    setOrder(undefined);
    setRead(undefined);
    setBusy(false);
    setHeadless(false);
  };
  return { order, read, isBusy, isHeadless, choose, change, setYear, setHeadRow, close };
}
