import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * What stands on a page of our own PDF, one entry for each piece of text as it was set.
 * @param {Buffer} pdf
 * @param {number} page counted from 0
 */
export async function readPrintedLines(pdf, page) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const opened = await (await task.promise).getPage(page + 1);
  const { items } = await opened.getTextContent({ disableNormalization: true });
  await task.destroy();
  return items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : []));
}
