import type { PDFDocumentProxy } from "pdfjs-dist";
import { type ReactNode, useEffect, useRef } from "react";

type Props = { readonly document: PDFDocumentProxy; readonly pageNumber: number; readonly width: number };

/** The text of a page over its picture, unseen, to be marked and copied. */
export function PdfText({ document, pageNumber, width }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isWanted = true;
    let stop: (() => void) | undefined;
    const lay = async (): Promise<void> => {
      const [pdf, page] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), document.getPage(pageNumber)]);
      const container = box.current;
      if (!isWanted || !container) return;
      const scale = width / page.getViewport({ scale: 1 }).width;
      container.replaceChildren();
      container.style.setProperty("--total-scale-factor", String(scale));
      const layer = new pdf.TextLayer({
        textContentSource: page.streamTextContent(),
        container,
        viewport: page.getViewport({ scale }),
      });
      stop = () => layer.cancel();
      await layer.render();
    };
    // A layer that was left behind by scrolling on is no fault.
    lay().catch(() => undefined);
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [document, pageNumber, width]);
  return <div className="pdf-text" ref={box} />;
}
