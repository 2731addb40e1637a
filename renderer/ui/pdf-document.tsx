import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.mjs?url";

type Opened = { readonly document: PDFDocumentProxy | undefined; readonly isBroken: boolean };

/** Bytes pdf.js asks for at a time of a document that is read in stretches. */
const stretch = 1024 * 1024;

async function bytesAt(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`document ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// No script of a document runs, no font of the system stands in, nothing is compiled.
const careful = { isEvalSupported: false, useWasm: false, useSystemFonts: false, enableXfa: false };

/** Hands over the bytes whole, so that the page asks its scheme exactly once. */
async function loadWhole(address: string): Promise<PDFDocumentLoadingTask> {
  const [pdf, data] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), bytesAt(address)]);
  pdf.GlobalWorkerOptions.workerSrc = workerAddress;
  return pdf.getDocument({ ...careful, data });
}

/** Hands over what pdf.js asks for, stretch by stretch: "?from=…&to=…" behind the address. */
async function loadByStretches(address: string, size: number): Promise<PDFDocumentLoadingTask> {
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdf.GlobalWorkerOptions.workerSrc = workerAddress;
  const first = await bytesAt(`${address}?from=0&to=${Math.min(size, stretch)}`);
  let isOver = false;
  const loading: { task?: PDFDocumentLoadingTask } = {};
  class Stretches extends pdf.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      bytesAt(`${address}?from=${begin}&to=${end}`)
        .then((bytes) => isOver || this.onDataRange(begin, bytes))
        // A stretch that cannot be had ends the whole: half a document is not shown as one.
        .catch(() => void loading.task?.destroy());
    }
    override abort(): void {
      isOver = true;
    }
  }
  const range = new Stretches(size, first, false);
  loading.task = pdf.getDocument({
    ...{ ...careful, range, rangeChunkSize: stretch },
    ...{ disableAutoFetch: true, disableStream: true },
  });
  return loading.task;
}

/**
 * Opens a PDF by its address; pdf.js comes only when the first document is shown. With `size`, its bytes, the document is
 * read in stretches as pages are looked at.
 */
export function usePdfDocument(address: string | undefined, size?: number): Opened {
  const [opened, setOpened] = useState<Opened>({ document: undefined, isBroken: false });
  useEffect(() => {
    setOpened({ document: undefined, isBroken: false });
    if (!address) return;
    let isWanted = true;
    let close: (() => Promise<void>) | undefined;
    const open = async (): Promise<void> => {
      const loading = await (size === undefined ? loadWhole(address) : loadByStretches(address, size));
      if (!isWanted) return void loading.destroy();
      close = () => loading.destroy();
      const document = await loading.promise;
      if (isWanted) setOpened({ document, isBroken: false });
    };
    open().catch(() => isWanted && setOpened({ document: undefined, isBroken: true }));
    return () => {
      isWanted = false;
      void close?.();
    };
  }, [address, size]);
  return opened;
}
