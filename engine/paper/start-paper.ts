// The writing side of paper: a PDF whose pages are drawn in millimetres from the upper left corner.
// pdfkit keeps the document's objects; text is placed glyph by glyph here, because its own text layout shapes every
// word anew (40 times slower on ten thousand rows) and chooses its own line breaks.
import { startFace } from "./embedded-face.ts";
import type { EmbeddedFace, ObjectMaker } from "./embedded-face.ts";
import type { FontName, FontShelf } from "./font-shelf.ts";
import { toPoints } from "./millimetre.ts";
import type { PaperSize } from "./millimetre.ts";
import type { Ink, TextStyle } from "./text-style.ts";
import { encodeRuns } from "./encode-runs.ts";

export type Paper = {
  /** Turns to a new page. */
  addPage(size: PaperSize): void;
  /** One line of text whose baseline begins at x, y. */
  text(xMm: number, baselineMm: number, text: string, style: TextStyle): void;
  /** A filled rectangle; lines are thin rectangles, so that their outer edges are exact. */
  bar(xMm: number, yMm: number, widthMm: number, heightMm: number, ink?: Ink): void;
  /** A JPEG or PNG picture stretched over a rectangle. */
  picture(bytes: Buffer, xMm: number, yMm: number, widthMm: number, heightMm: number): void;
  /** Opens a piece of marked content: what it holds is found again when the paper is read back. */
  beginMark(tag: string, properties?: Readonly<Record<string, number>>): void;
  endMark(): void;
  pageCount(): number;
  /** Embeds the fonts, ends the document and gives its bytes. */
  finish(): Promise<Buffer>;
};

/** `madeOn` (YYYY-MM-DD) is the only date in the file; `fingerprint` goes into its keywords and so into its ID. */
export type PaperInfo = { readonly title: string; readonly madeOn: string; readonly fingerprint: string };

type Dictionary = { data: unknown; end(): void };

const inked = (ink: Ink): string => (ink === "red" ? "0.78 0.05 0.09 rg" : `${ink} g`);
const points = (millimetres: number): string => String(Math.round(toPoints(millimetres) * 1000) / 1000);

/** Starts a document. The same calls with the same arguments give the same bytes. */
export async function startPaper(shelf: FontShelf, info: PaperInfo): Promise<Paper> {
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    autoFirstPage: false,
    font: "",
    pdfVersion: "1.7",
    lang: "zh-CN",
    displayTitle: true,
    info: {
      Title: info.title,
      Creator: "邻档 Lindang",
      Producer: "邻档 Lindang",
      Keywords: info.fingerprint,
      CreationDate: new Date(`${info.madeOn}T00:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.once("end", resolve).once("error", reject));

  const faces = new Map<FontName, { face: EmbeddedFace; dictionary: Dictionary }>();
  let content: string[] = [];
  let pageCount = 0;

  const faceOf = (name: FontName): EmbeddedFace => {
    const known = faces.get(name) ?? {
      face: startFace(shelf.font(name), faces.size + 1),
      dictionary: document.ref({}) as unknown as Dictionary,
    };
    faces.set(name, known);
    (document.page.fonts as Record<string, unknown>)[known.face.resourceName] = known.dictionary;
    return known.face;
  };
  const flush = (): void => {
    if (content.length > 0) document.addContent(content.join("\n"));
    content = [];
  };

  return {
    addPage(size) {
      flush();
      document.addPage({ size: [toPoints(size.widthMm), toPoints(size.heightMm)], margin: 0 });
      pageCount += 1;
    },
    text(xMm, baselineMm, text, style) {
      const gray = style.gray ?? 0;
      const tracking = Math.round((style.tracking ?? 0) * style.sizePt * 1000) / 1000;
      const runs = encodeRuns(shelf, faceOf, style, text);
      const place = `1 0 0 -1 ${points(xMm)} ${points(baselineMm)} Tm`;
      content.push(`BT ${inked(gray)} ${tracking === 0 ? "" : `${tracking} Tc `}${place} ${runs} ET`);
      if (tracking !== 0) content.push("0 Tc");
    },
    bar(xMm, yMm, widthMm, heightMm, ink = 0) {
      content.push(`${inked(ink)} ${points(xMm)} ${points(yMm)} ${points(widthMm)} ${points(heightMm)} re f`);
    },
    picture(bytes, xMm, yMm, widthMm, heightMm) {
      flush();
      const box = { width: toPoints(widthMm), height: toPoints(heightMm) };
      document.image(bytes, toPoints(xMm), toPoints(yMm), box);
    },
    beginMark(tag, properties = {}) {
      const entries = Object.entries(properties).map(([name, value]) => `/${name} ${value}`);
      content.push(entries.length > 0 ? `/${tag} << ${entries.join(" ")} >> BDC` : `/${tag} BMC`);
    },
    endMark() {
      content.push("EMC");
    },
    pageCount: () => pageCount,
    async finish() {
      flush();
      for (const { face, dictionary } of faces.values()) face.embed(document as unknown as ObjectMaker, dictionary);
      document.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
