// 导入台账: columns and words left, the rows as they would stand in the middle, what is doubtful right.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { type LedgerImportFindingCode, weighLedgerFinding } from "#contract/ledger-import-finding";
import type { LedgerId } from "#contract/ledger";
import { sayDone } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { offerUndo } from "#bridge/undo";
import { useRead } from "#bridge/use-read";
import { useFondsScope } from "#bridge/use-scope";
import { ledgerImportFindingText } from "#text/ledger-import-finding";
import { ledgerImportText } from "#text/ledger-import";
import { tableImport } from "#text/table-import";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Empty } from "#ui/empty";
import { HeadChoice } from "#ui/head-choice";
import { FindingPane } from "./finding-pane.tsx";
import { ImportBar } from "./import-bar.tsx";
import { ImportPanes } from "./import-panes.tsx";
import { LedgerColumnPane } from "./ledger-column-pane.tsx";
import { LedgerImportHistory } from "./ledger-import-history.tsx";
import { LedgerPreviewPane } from "./ledger-preview-pane.tsx";
import { useLedgerImport } from "./use-ledger-import.ts";

type Props = { readonly ledgerId: LedgerId | undefined; readonly onLedger: (id: LedgerId) => void };

/** Said above the panes and once more before it is written: of all findings it bears on the whole table. */
const importedBefore: ReadonlySet<string> = new Set<LedgerImportFindingCode>([
  "file-imported-before",
  "name-imported-before",
]);

export function LedgerImportTab({ ledgerId: wantedLedger, onLedger }: Props): ReactNode {
  const { fonds } = useFondsScope();
  const ledgers = (useRead("ledger.list", fonds ? { fondsId: fonds.id } : null).value ?? []).filter(
    ({ state }) => state === "open",
  );
  const { order, read, isBusy, choose, setColumn, setHeadRow, setWord, change, close } = useLedgerImport();
  const [chosen, setChosen] = useState<LedgerId | undefined>(wantedLedger);
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [wanted, setWanted] = useState<{ sheet: string; row: number }>();
  const ledger = ledgers.find(({ id }) => id === chosen) ?? ledgers[0];

  const commit = async (): Promise<void> => {
    if (!order || !read || !ledger) return;
    setAsking(false);
    setWriting(true);
    const done = await runTask(
      "ledger.import",
      { ...order, planDigest: read.planDigest },
      { label: ledgerImportText.commitTask },
    );
    setWriting(false);
    if (!done) return;
    close();
    if (done.rowsMade === 0) return sayDone(ledgerImportText.nothingNew);
    void offerUndo(ledgerImportText.committed(done.rowsMade));
    onLedger(ledger.id);
  };
  if (!ledger)
    return (
      <div className="table-import-start">
        <Empty title={ledgerImportText.noLedgerTitle} next={ledgerImportText.noLedgerNext} />
      </div>
    );
  const ledgerChoice = (
    <HeadChoice
      label={ledgerImportText.ledger}
      value={ledger.id}
      options={ledgers.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        setChosen(id);
        // What was said of the columns was said for the other ledger.
        if (order) change({ ledgerId: id, mapping: [], words: {} });
      }}
    />
  );
  if (!order || !read)
    return (
      <div className="table-import-start">
        <Empty
          title={ledgerImportText.emptyTitle}
          next={ledgerImportText.emptyNext}
          action={
            <div className="row">
              {ledgerChoice}
              <Button type="primary" loading={isBusy} onClick={() => void choose(ledger.id)}>
                {ledgerImportText.choose}
              </Button>
            </div>
          }
        />
        <LedgerImportHistory />
      </div>
    );
  const fresh = read.rowsUsable - read.rowsKnown;
  const before = read.findings.find(({ code }) => importedBefore.has(code))?.message;
  const questions = read.findings.filter(({ code }) => weighLedgerFinding(code) === "question").length;
  return (
    <div className="table-import-work">
      <ImportBar
        read={read}
        keepsRepeats={order.keepsRepeats ?? false}
        onRepeats={(keepsRepeats) => change({ keepsRepeats })}
        choice={ledgerChoice}
        chooseOther={ledgerImportText.chooseOther}
        onOther={() => void choose(ledger.id)}
        commit={ledgerImportText.commit}
        isBusy={isBusy || isWriting}
        onCommit={() => setAsking(true)}
      />
      {before && (
        <p className="import-before" role="alert">
          <span className="mark mark-look">{tableImport.weights.question}</span>
          {before}
        </p>
      )}
      <ImportPanes
        columns={
          <LedgerColumnPane {...{ ledger, order, read }} onColumn={setColumn} onHeadRow={setHeadRow} onWord={setWord} />
        }
        rows={<LedgerPreviewPane {...{ ledger, read, wanted }} />}
        findings={
          <FindingPane
            findings={read.findings}
            weigh={weighLedgerFinding}
            words={ledgerImportFindingText}
            onRow={setWanted}
          />
        }
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={ledgerImportText.confirmTitle}
        verb={tableImport.confirmVerb}
        cancel={tableImport.cancel}
        onVerb={() => void commit()}
        onCancel={() => setAsking(false)}
      >
        <p>{ledgerImportText.confirm(ledger.name, fresh, questions)}</p>
        {before && <p className="tone-look">{before}</p>}
      </ConfirmDialog>
    </div>
  );
}
