import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { LedgerImport } from "#contract/ledger-import";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { ledgerImportText } from "#text/ledger-import";
import { tableImport } from "#text/table-import";
import { DangerDialog } from "#ui/danger-dialog";

/** Tables taken into ledgers before; the whole of one can be taken back while none of its rows was changed. */
export function LedgerImportHistory(): ReactNode {
  const imports = useRead("ledger.imports", {}).value ?? [];
  const [asked, setAsked] = useState<LedgerImport>();
  const [write, isBusy] = useWrite();
  const withdraw = async (): Promise<void> => {
    if (!asked) return;
    await write("ledger.revert", { changeId: asked.changeId }, { said: () => ledgerImportText.withdrew });
    setAsked(undefined);
  };
  if (imports.length === 0) return null;
  return (
    <section className="paper-section" aria-label={ledgerImportText.history}>
      <h2>{ledgerImportText.history}</h2>
      <ul className="import-history">
        {imports.map((each) => (
          <li key={each.id} className="row">
            <span className="grow cut">
              {each.sourceName} <span className="quiet">{each.ledgerName}</span>
            </span>
            <span className="quiet">
              {ledgerImportText.historyLine(each.rowCount, each.importedBy, sayMinute(each.importedAt))}
            </span>
            {each.isWithdrawn ? (
              <span className="mark">{tableImport.withdrawn}</span>
            ) : (
              <Button onClick={() => setAsked(each)}>{tableImport.withdraw}</Button>
            )}
          </li>
        ))}
      </ul>
      <DangerDialog
        isOpen={asked !== undefined}
        title={tableImport.withdrawTitle}
        verb={tableImport.withdraw}
        keep={tableImport.keep}
        isBusy={isBusy}
        onVerb={() => void withdraw()}
        onKeep={() => setAsked(undefined)}
      >
        <p>{asked && ledgerImportText.withdrawLine(asked.sourceName, asked.rowCount)}</p>
      </DangerDialog>
    </section>
  );
}
