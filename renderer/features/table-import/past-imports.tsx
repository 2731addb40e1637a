// Imports made before; the whole of one can be taken back while nothing of it was touched.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { sayMinute } from "#text/format";
import { tableImport } from "#text/table-import";
import { DangerDialog } from "#ui/danger-dialog";

/** One import of any kind, as the list needs it. */
type Past = {
  readonly id: string;
  readonly sourceName: string;
  readonly rowCount: number;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly isWithdrawn: boolean;
};
type Props<P extends Past> = {
  readonly imports: readonly P[];
  readonly words: Pick<typeof tableImport, "history" | "historyLine" | "withdrawLine">;
  /** What it was read as. */
  readonly nameOf: (past: P) => string;
  readonly isBusy: boolean;
  readonly onWithdraw: (past: P) => Promise<void>;
};

export function PastImports<P extends Past>({ imports, words, nameOf, isBusy, onWithdraw }: Props<P>): ReactNode {
  const [asked, setAsked] = useState<P>();
  const withdraw = async (): Promise<void> => {
    if (!asked) return;
    await onWithdraw(asked);
    setAsked(undefined);
  };
  if (imports.length === 0) return null;
  return (
    <section className="paper-section" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ul className="import-history">
        {imports.map((each) => (
          <li key={each.id} className="row">
            <span className="grow cut">
              {each.sourceName} <span className="quiet">{nameOf(each)}</span>
            </span>
            <span className="quiet">
              {words.historyLine(each.rowCount, each.importedBy, sayMinute(each.importedAt))}
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
        <p>{asked && words.withdrawLine(asked.sourceName, asked.rowCount)}</p>
      </DangerDialog>
    </section>
  );
}
