import type { ReactNode } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { ledgerImportText } from "#text/ledger-import";
import { PastImports } from "./past-imports.tsx";

/** Tables taken into ledgers before; the whole of one can be taken back while none of its rows was changed. */
export function LedgerImportHistory(): ReactNode {
  const imports = useRead("ledger.imports", {}).value ?? [];
  const [write, isBusy] = useWrite();
  return (
    <PastImports
      {...{ imports, isBusy }}
      words={ledgerImportText}
      nameOf={({ ledgerName }) => ledgerName}
      onWithdraw={async ({ changeId }) =>
        void (await write("ledger.revert", { changeId }, { said: () => ledgerImportText.withdrew }))
      }
    />
  );
}
