// PDFium as we use it: open from memory, count, draw. The build has no JavaScript engine; no action is ever started.
import { PDFiumModule } from "@hyzyla/pdfium";

/** The functions of the wasm module that we call; the package's own types leave some of them out. */
type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & {
  _FPDF_GetSecurityHandlerRevision(document: number): number;
  _FPDF_DocumentHasValidCrossReferenceTable(document: number): number;
  _FPDFDoc_GetJavaScriptActionCount(document: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
};

export type DrawnPage = { readonly width: number; readonly height: number; readonly pixels: Buffer };

/** One open document. Pages count from 0; sizes are points (1/72 inch). */
export type PdfDocument = {
  readonly pageCount: number;
  readonly isEncrypted: boolean;
  readonly isRepaired: boolean;
  readonly hasActions: boolean;
  /** Draws one page as RGB on white, or on another ground (ARGB); undefined when the page cannot be loaded. */
  draw(
    page: number,
    resolution: (widthPoints: number, heightPoints: number) => number,
    ground?: number,
  ): DrawnPage | undefined;
  /** The characters of a page in the order of the file, without those PDFium makes up between words and lines. */
  readText(page: number): string;
  /** Gives the memory of the document back to the next one. */
  close(): void;
};

const passwordError = 4;
const securityError = 5;
const rgb = 2;
const drawAnnotations = 0x01;
const reverseByteOrder = 0x10;

let loading: Promise<Pdfium> | undefined;

async function load(): Promise<Pdfium> {
  const pdfium = (await PDFiumModule({})) as Pdfium;
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  return pdfium;
}

/** Opens a PDF in memory; "locked" when it asks for a password, "damaged" when no document can be made of it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument | "locked" | "damaged"> {
  loading ??= load();
  const pdfium = await loading;
  const { malloc, free } = pdfium.wasmExports;
  const memory = malloc(bytes.length);
  if (memory === 0) return "damaged";
  pdfium.HEAPU8.set(bytes, memory);
  const document = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0);
  if (document === 0) {
    const error = pdfium._FPDF_GetLastError();
    free(memory);
    return error === passwordError || error === securityError ? "locked" : "damaged";
  }
  // Form fields and visible signatures are drawn only through a form environment (version 2 of its structure).
  const formInfo = malloc(256);
  pdfium.HEAPU8.fill(0, formInfo, formInfo + 256);
  new DataView(pdfium.HEAPU8.buffer).setUint32(formInfo, 2, true);
  const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, formInfo);

  return {
    pageCount: pdfium._FPDF_GetPageCount(document),
    isEncrypted: pdfium._FPDF_GetSecurityHandlerRevision(document) > 0,
    isRepaired: pdfium._FPDF_DocumentHasValidCrossReferenceTable(document) === 0,
    hasActions:
      pdfium._FPDFDoc_GetJavaScriptActionCount(document) > 0 || pdfium._FPDFDoc_GetAttachmentCount(document) > 0,
    draw(index, resolution, ground = 0xffffffff) {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) return undefined;
      const points = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)] as const;
      const scale = resolution(...points) / 72;
      const width = Math.max(1, Math.round(points[0] * scale));
      const height = Math.max(1, Math.round(points[1] * scale));
      const stride = width * 3;
      const pixels = malloc(stride * height);
      if (pixels === 0) throw new Error("no memory for a page");
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, rgb, pixels, stride);
      pdfium._FORM_OnAfterLoadPage(page, form);
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground);
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawAnnotations | reverseByteOrder);
      pdfium._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, reverseByteOrder);
      const copy = Buffer.from(pdfium.HEAPU8.subarray(pixels, pixels + stride * height));
      pdfium._FPDFBitmap_Destroy(bitmap);
      pdfium._FORM_OnBeforeClosePage(page, form);
      pdfium._FPDF_ClosePage(page);
      free(pixels);
      return { width, height, pixels: copy };
    },
    readText(index) {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) return "";
      const text = pdfium._FPDFText_LoadPage(page);
      const count = pdfium._FPDFText_CountChars(text);
      const units: number[] = [];
      for (let at = 0; at < count; at += 1)
        if (pdfium._FPDFText_IsGenerated(text, at) !== 1) units.push(pdfium._FPDFText_GetUnicode(text, at));
      pdfium._FPDFText_ClosePage(text);
      pdfium._FPDF_ClosePage(page);
      return units.map((unit) => (unit > 0xffff ? String.fromCodePoint(unit) : String.fromCharCode(unit))).join("");
    },
    close() {
      pdfium._FPDFDOC_ExitFormFillEnvironment(form);
      pdfium._FPDF_CloseDocument(document);
      free(formInfo);
      free(memory);
    },
  };
}
