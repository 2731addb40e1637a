import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.mjs?url";

type Opened = { readonly document: PDFDocumentProxy | undefined; readonly isBroken: boolean };

/**
 * Opens a PDF of our own making by its address; pdf.js comes only when the first document is shown.
 * The bytes are handed over whole, so that the page asks its scheme exactly once.
 */
export function usePdfDocument(address: string | undefined): Opened {
  const [opened, setOpened] = useState<Opened>({ document: undefined, isBroken: false });
  useEffect(() => {
    setOpened({ document: undefined, isBroken: false });
    if (!address) return;
    let isWanted = true;
    let close: (() => Promise<void>) | undefined;
    const open = async (): Promise<void> => {
      const [pdf, answer] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), fetch(address)]);
      if (!answer.ok) throw new Error(`document ${answer.status}`);
      const bytes = await answer.arrayBuffer();
      if (!isWanted) return;
      pdf.GlobalWorkerOptions.workerSrc = workerAddress;
      const loading = pdf.getDocument({ data: bytes, isEvalSupported: false, useWasm: false, useSystemFonts: false });
      close = () => loading.destroy();
      const document = await loading.promise;
      if (isWanted) setOpened({ document, isBroken: false });
    };
    open().catch(() => isWanted && setOpened({ document: undefined, isBroken: true }));
    return () => {
      isWanted = false;
      void close?.();
    };
  }, [address]);
  return opened;
}
