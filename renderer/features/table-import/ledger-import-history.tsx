import { type ReactNode, useState } from "react";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { ledgerImportText } from "#text/ledger-import";
import { PastImports } from "./past-imports.tsx";

/** Tables taken into ledgers before; the whole of one can be taken back while none of its rows was changed. */
export function LedgerImportHistory(): ReactNode {
  const imports = useRead("ledger.imports", {}).value ?? [];
  const [isBusy, setBusy] = useState(false);
  const withdraw = async (changeId: string): Promise<void> => {
    setBusy(true);
    await runTask(
      "ledger.revert",
      { changeId },
      { label: ledgerImportText.withdrawTask, said: () => ledgerImportText.withdrew },
    );
    setBusy(false);
  };
  return (
    <PastImports
      {...{ imports, isBusy }}
      words={ledgerImportText}
      nameOf={({ ledgerName }) => ledgerName}
      // The question closes at once: the bar with its way to stop lies under it.
      onWithdraw={async ({ changeId }) => void withdraw(changeId)}
    />
  );
}
