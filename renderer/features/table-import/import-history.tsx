import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { TableImportSummary } from "#contract/table-import";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { sayMinute } from "#text/format";
import { tableImport } from "#text/table-import";
import { DangerDialog } from "#ui/danger-dialog";

/** Imports made before; the whole of one can be taken back while nothing of it was touched. */
export function ImportHistory(): ReactNode {
  const imports = useRead("import.list", {}).value ?? [];
  const [asked, setAsked] = useState<TableImportSummary>();
  const [write, isBusy] = useWrite();
  const withdraw = async (): Promise<void> => {
    if (!asked) return;
    await write("import.withdraw", { id: asked.id }, { said: ({ rowCount }) => tableImport.withdrew(rowCount) });
    setAsked(undefined);
  };
  if (imports.length === 0) return null;
  return (
    <section className="paper-section" aria-label={tableImport.history}>
      <h2>{tableImport.history}</h2>
      <ul className="import-history">
        {imports.map((each) => (
          <li key={each.id} className="row">
            <span className="grow cut">
              {each.sourceName} <span className="quiet">{tableImport.uses[each.as]}</span>
            </span>
            <span className="quiet">
              {tableImport.historyLine(each.rowCount, each.importedBy, sayMinute(each.importedAt))}
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
        <p>{asked && tableImport.withdrawLine(asked.sourceName, asked.rowCount)}</p>
      </DangerDialog>
    </section>
  );
}
