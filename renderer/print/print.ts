// app://print/ — draws pages of a previewed document for the printer. Electron's print-document.ts calls the two
// functions below and prints what stands in the page; the page itself has no wire to anything.
import { GlobalWorkerOptions, type PDFDocumentProxy, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { drawSheet } from "./draw-sheet.ts";

GlobalWorkerOptions.workerSrc = workerUrl;
let shown: PDFDocumentProxy | undefined;

/** Opens one document and answers how many pages it has. */
async function open(documentId: string): Promise<{ pageCount: number }> {
  // Our forms carry their fonts and no scripts; nothing is fetched beside the document itself.
  shown = await getDocument({ url: `app://document/${documentId}`, isEvalSupported: false, useWasm: false }).promise;
  return { pageCount: shown.numPages };
}

/** Puts pages first…last (from 1) on the page, each as one sheet, in place of what stood there. */
async function draw(first: number, last: number, dpi: number): Promise<void> {
  if (!shown) throw new Error("open a document first");
  document.body.replaceChildren();
  for (let number = first; number <= last; number += 1) {
    const page = await shown.getPage(number);
    document.body.append(await drawSheet(page, dpi));
    page.cleanup();
  }
}

Object.assign(globalThis, { lindangPrint: { open, draw } });
