import { Button, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { askShell } from "#bridge/call";
import { sayDone, sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { usePrinters } from "#bridge/use-printers";
import { recoveryText } from "#text/recovery";
import { PdfPages } from "#ui/pdf-pages";
import { Waiting } from "#ui/waiting";

type Props = { readonly groups: readonly string[] };

/** The sheet as the paper it will be, and the two ways onto paper. */
export function RecoverySheet({ groups }: Props): ReactNode {
  const [documentId, setDocumentId] = useState<string>();
  const [printer, setPrinter] = useState<string>();
  const [isPrinting, setPrinting] = useState(false);
  const printers = usePrinters();
  const chosen = printer ?? printers?.find((each) => each.isDefault)?.name ?? printers?.[0]?.name;

  useEffect(() => {
    let isWanted = true;
    void runTask("recovery.preview-sheet", { groups }, { label: recoveryText.sheetPreparing }).then((preview) => {
      if (isWanted && preview) setDocumentId(preview.documentId);
    });
    return () => {
      isWanted = false;
    };
  }, [groups]);

  const save = async (): Promise<void> => {
    try {
      const { path } = await askShell("shell.choose-save", {
        title: recoveryText.saveTitle,
        suggestedName: recoveryText.saveName,
        form: "pdf",
      });
      if (path === null) return;
      await runTask(
        "recovery.save-sheet",
        { groups, to: path },
        { label: recoveryText.saveTitle, said: (saved) => recoveryText.saved(saved.path) },
      );
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const print = async (): Promise<void> => {
    if (!documentId || !chosen) return;
    setPrinting(true);
    try {
      const { printedPages } = await askShell("shell.print", { documentId, printer: chosen, landscape: false });
      sayDone(recoveryText.printed(printedPages));
    } catch (thrown) {
      sayThrown(thrown);
    } finally {
      setPrinting(false);
    }
  };

  return (
    <div className="recovery-sheet">
      <div className="recovery-paper">
        <PdfPages
          address={documentId === undefined ? undefined : `app://document/${documentId}`}
          words={{ label: recoveryText.sheet, broken: recoveryText.sheetBroken, page: recoveryText.sheetPage }}
          waiting={<Waiting label={recoveryText.sheetPreparing} rows={6} />}
          widest={520}
        />
      </div>
      <div className="stack recovery-ways">
        {printers && printers.length === 0 ? (
          <p className="quiet">{recoveryText.noPrinter}</p>
        ) : (
          <>
            <Select
              aria-label={recoveryText.printer}
              value={chosen ?? null}
              loading={!printers}
              placeholder={recoveryText.printer}
              options={(printers ?? []).map((each) => ({ value: each.name, label: each.label }))}
              onChange={(name) => name && setPrinter(name)}
            />
            <Button disabled={!documentId || !chosen} loading={isPrinting} onClick={() => void print()}>
              {recoveryText.print}
            </Button>
          </>
        )}
        <Button onClick={() => void save()}>{recoveryText.save}</Button>
        <p className="quiet small">{recoveryText.keep}</p>
      </div>
    </div>
  );
}
