// A second, foreign pair of eyes on our PDF: Mozilla's pdf.js.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type SeenPage = { readonly rows: readonly (readonly string[])[]; readonly text: string };

/** A text without blanks: pdf.js makes up blanks where it sees a gap. */
export const withoutBlanks = (text: string): string => text.replaceAll(/[ 　]/g, "");

/** What pdf.js reads on every page, without blanks: the cells of the marked rows, and all text in the order of drawing. */
export async function readWithPdfjs(bytes: Buffer): Promise<SeenPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: SeenPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (
      await document.getPage(number)
    ).getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
    const rows: string[][] = [];
    const marks: string[] = [];
    let text = "";
    for (const item of content.items) {
      if ("str" in item) {
        text += item.str;
        const row = rows.at(-1);
        if (row && marks.join("/") === "Row/Cell") row[row.length - 1] += item.str;
      } else if (item.type === "endMarkedContent") marks.pop();
      else {
        marks.push((item as { tag?: string }).tag ?? "");
        if (marks.join("/") === "Row") rows.push([]);
        if (marks.join("/") === "Row/Cell") rows.at(-1)?.push("");
      }
    }
    pages.push({ rows: rows.map((cells) => cells.map(withoutBlanks)), text: withoutBlanks(text) });
  }
  await task.destroy();
  return pages;
}
