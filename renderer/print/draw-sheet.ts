import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

const millimetresPerPoint = 25.4 / 72;
const hair = 0.2;

/**
 * Draws one page of a PDF as a sheet in its true size, `dpi` dots to the inch. The canvas is turned into a compressed
 * image at once: twenty open canvases of A4 at 300 dpi would take 700 MB.
 */
export async function drawSheet(page: PDFPageProxy, dpi: number): Promise<HTMLElement> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  // Intent "print" draws without waiting for frames, which a hidden window does not get.
  await page.render({ canvas, viewport, intent: "print" }).promise;
  // Not toBlob and not decode(): both wait for idle frames, of which a hidden window has one a second at most.
  const pixels = canvas.toDataURL("image/png");
  canvas.width = 0;
  canvas.height = 0;
  const image = new Image();
  await new Promise((loaded, broken) => {
    image.onload = loaded;
    image.onerror = () => broken(new Error("the page was too large to draw"));
    image.src = pixels;
  });
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const isTurned = page.rotate % 180 !== 0;
  const width = (isTurned ? top - bottom : right - left) * millimetresPerPoint;
  const height = (isTurned ? right - left : top - bottom) * millimetresPerPoint;
  image.style.width = `${width}mm`;
  image.style.height = `${height}mm`;
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  sheet.style.width = `${width}mm`;
  sheet.style.height = `${height - hair}mm`;
  sheet.append(image);
  return sheet;
}
