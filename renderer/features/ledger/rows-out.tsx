import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Ledger } from "#contract/ledger";
import { askShell } from "#bridge/call";
import { sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { ledgerRowsOutText as words } from "#text/ledger-frozen";

const most = 50_000;
type Props = { readonly ledger: Ledger; readonly seqs: readonly number[] | undefined; readonly isNarrowed: boolean };

/** The rows shown, in the order and with the columns shown, as a spreadsheet: masked as they would be printed. */
export function RowsOut({ ledger, seqs = [], isNarrowed }: Props): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const out = async (): Promise<void> => {
    try {
      const suggestedName = words.file(ledger.name, isNarrowed);
      const { path } = await askShell("shell.choose-save", { title: words.title, suggestedName, form: "xlsx" });
      if (path === null) return;
      setBusy(true);
      const rows = { by: "rows" as const, seqs: [...seqs] };
      // The system's own dialog has asked before an existing file is replaced.
      await runTask(
        "ledger.write-sheet",
        { ledgerId: ledger.id, rows, output: "xlsx", to: path, mayReplace: true },
        { label: words.task, said: ({ proof, restrictedCount }) => words.done(proof.rowCount, restrictedCount) },
      );
    } catch (thrown) {
      sayThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      loading={isBusy}
      disabled={seqs.length === 0 || seqs.length > most}
      title={seqs.length > most ? words.tooMany : ""}
      onClick={() => void out()}
    >
      {words.out}
    </Button>
  );
}
