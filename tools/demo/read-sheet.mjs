import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * Reads the eight groups from the recovery sheet as a person reads them from the paper.
 * @param {string} file PDF
 * @returns {Promise<string[]>}
 */
export async function readSheet(file) {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("");
  await task.destroy();
  const groups = [...text.replaceAll(/\s/g, "").matchAll(/第[1-8]组(\d{6})/g)].map((match) => match[1] ?? "");
  if (groups.length !== 8) throw new Error(`the sheet shows ${groups.length} groups instead of 8`);
  return groups;
}
