import { Button, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { Output } from "#contract/contract";
import type { RightsRequest } from "#contract/rights-request";
import { askShell } from "#bridge/call";
import { sayDone, sayThrown } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { usePrinters } from "#bridge/use-printers";
import { rightsText } from "#text/rights";
import { PdfPages } from "#ui/pdf-pages";
import { Waiting } from "#ui/waiting";

type Props = { readonly request: RightsRequest; readonly onClose: () => void };
const words = rightsText.copy;

/** The copy as it will be handed over: looked at page by page, printed, or kept as a PDF. */
export function CopyDialog({ request, onClose }: Props): ReactNode {
  const { id, year, number } = request;
  const [document, setDocument] = useState<Output<"rights-request.preview-copy">>();
  const printers = usePrinters();
  const printer = printers?.find((each) => each.isDefault)?.name ?? printers?.[0]?.name;
  useEffect(() => {
    let isWanted = true;
    void runTask("rights-request.preview-copy", { id }, { label: words.task }).then((made) => {
      if (isWanted) setDocument(made);
    });
    return () => {
      isWanted = false;
    };
  }, [id]);
  const print = async (): Promise<void> => {
    if (!document || !printer) return;
    try {
      await askShell("shell.print", {
        documentId: document.documentId,
        printer,
        copies: 1,
        firstPage: 1,
        landscape: false,
      });
      sayDone(words.printed);
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  const save = async (): Promise<void> => {
    try {
      const suggestedName = `${words.name(`${year}-${number}`)}.pdf`;
      const { path } = await askShell("shell.choose-save", { title: words.save, suggestedName, form: "pdf" });
      // The system's own dialog has asked before an existing file is replaced.
      if (path !== null)
        await runTask(
          "rights-request.write-copy",
          { id, to: path, mayReplace: true },
          { label: words.task, said: () => words.saved },
        );
    } catch (thrown) {
      sayThrown(thrown);
    }
  };
  return (
    <Modal
      open
      width="min(900px, 94vw)"
      title={words.title}
      onCancel={onClose}
      footer={[
        <Button key="save" disabled={!document} onClick={() => void save()}>
          {words.save}
        </Button>,
        <Button key="print" type="primary" disabled={!document || !printer} onClick={() => void print()}>
          {words.print}
        </Button>,
      ]}
    >
      <div className="rights-copy">
        <PdfPages
          address={document && `app://document/${document.documentId}`}
          words={words.words}
          waiting={<Waiting label={words.preview} />}
        />
      </div>
    </Modal>
  );
}
