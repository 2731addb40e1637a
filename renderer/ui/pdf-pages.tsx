import { useVirtualizer } from "@tanstack/react-virtual";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePdfDocument } from "./pdf-document.tsx";
import { PdfText } from "./pdf-text.tsx";
import { useRoom } from "./use-room.tsx";

type Words = { readonly label: string; readonly broken: string; readonly page: (number: number, of: number) => string };
type Props = {
  readonly address: string | undefined;
  readonly words: Words;
  readonly waiting: ReactNode;
  /** Widest a sheet is drawn, in pixels. */
  readonly widest?: number;
  /** Bytes of the document, where it is read in stretches. */
  readonly size?: number;
  /** A picture of a page made beforehand, shown instead of drawing it here: pages count from 1. */
  readonly pictureOf?: (page: number) => string | undefined;
  /** Shape of a page where pages differ; that of the first page otherwise. */
  readonly shapeOf?: (page: number) => { readonly width: number; readonly height: number } | undefined;
  /** Text can be marked and copied. */
  readonly hasText?: boolean;
};

const gap = 16;

/** The true PDF, page under page, drawn as wide as there is room; only pages in sight are drawn. */
export function PdfPages(props: Props): ReactNode {
  const { address, words, waiting, widest = 1100, size, pictureOf, shapeOf, hasText = false } = props;
  const { document, isBroken } = usePdfDocument(address, size);
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box).width;
  const [shape, setShape] = useState<{ width: number; height: number }>();

  useEffect(() => {
    setShape(undefined);
    let isWanted = true;
    void document?.getPage(1).then((first) => {
      const { width, height } = first.getViewport({ scale: 1 });
      if (isWanted) setShape({ width, height });
    });
    return () => {
      isWanted = false;
    };
  }, [document]);

  const width = Math.floor(Math.min(widest, Math.max(200, room - 2 * gap)));
  const heightOf = (index: number): number => {
    const own = shapeOf?.(index + 1) ?? shape;
    return own ? Math.round((width * own.height) / own.width) : 300;
  };
  const height = heightOf(0);
  const count = document && shape ? document.numPages : 0;
  const sheets = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: (index) => heightOf(index) + gap,
    overscan: 1,
    paddingStart: gap,
  });
  useEffect(() => sheets.measure(), [sheets, height]);

  return (
    <div className="pdf-room" ref={box} tabIndex={0} role="region" aria-label={words.label} aria-busy={count === 0}>
      {isBroken && <p className="viewer-broken">{words.broken}</p>}
      {!isBroken && count === 0 && waiting}
      {document && (
        <div className="virtual-length" style={{ height: sheets.getTotalSize() }}>
          {sheets.getVirtualItems().map((sheet) => (
            <div
              key={sheet.index}
              className="pdf-sheet"
              style={{ width, height: heightOf(sheet.index), transform: `translate(-50%, ${sheet.start}px)` }}
            >
              <PdfSheet
                document={document}
                pageNumber={sheet.index + 1}
                width={width}
                label={words.page(sheet.index + 1, count)}
                picture={pictureOf?.(sheet.index + 1)}
              />
              {hasText && <PdfText document={document} pageNumber={sheet.index + 1} width={width} />}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

type SheetProps = {
  readonly document: PDFDocumentProxy;
  readonly pageNumber: number;
  readonly width: number;
  readonly label: string;
  readonly picture: string | undefined;
};

function PdfSheet({ picture, ...rest }: SheetProps): ReactNode {
  return picture === undefined ? <DrawnSheet {...rest} /> : <img src={picture} alt={rest.label} draggable={false} />;
}

function DrawnSheet({ document, pageNumber, width, label }: Omit<SheetProps, "picture">): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    let stop: (() => void) | undefined;
    const draw = async (): Promise<void> => {
      const page = await document.getPage(pageNumber);
      const element = canvas.current;
      if (!isWanted || !element) return;
      const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
      const viewport = page.getViewport({ scale });
      element.width = Math.round(viewport.width);
      element.height = Math.round(viewport.height);
      const drawing = page.render({ canvas: element, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
    };
    // A drawing that was cancelled by scrolling on is no fault.
    draw().catch(() => undefined);
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [document, pageNumber, width]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}
