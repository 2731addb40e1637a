// A finished PDF is opened by a reader that knows nothing of how it was written (PDFium): pages, text and picture of each.
import { Refusal } from "#contract/refusal";
import { readPdfBack } from "#engine/helper/ask-proof";
import type { HelperPool } from "#engine/helper/helper-pool";
import type { Sketch } from "#engine/helper/proof";

/** What each page must give back. */
export type Expected = {
  readonly texts: readonly string[];
  /** The thumbnail of a page as it was made at intake, seen from afar; undefined where there is none. */
  readonly sketches: readonly (Sketch | undefined)[];
};

/** Greatest mean difference of shades, of 255, between a page and its thumbnail. */
const likeness = 20;

/** The signs of a text: readers put blanks and hyphens of lines their own way, letters and figures they keep. */
export const signsOf = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}\p{S}]/gu, "");

/** The same signs, each as often; PDFium hands print that stands on its side over in an order of its own. */
export const hasSameSigns = (one: string, other: string): boolean =>
  [...signsOf(one)].sort().join("") === [...signsOf(other)].sort().join("");

/** Whether two sketches show the same picture. */
export function isAlike(one: Sketch, other: Sketch): boolean {
  let difference = 0;
  for (const [at, shade] of one.entries()) difference += Math.abs(shade - (other[at] ?? 0));
  return difference / one.length <= likeness;
}

/** Refuses double-layer-unlike, naming the page, when anything differs; helper-limit, task-cancelled. */
export async function provePdf(
  pool: HelperPool,
  bytes: Buffer,
  { texts, sketches }: Expected,
  signal: AbortSignal,
  done: (page: number) => void,
): Promise<void> {
  const unlike = (what: string): Refusal => new Refusal("double-layer-unlike", { what });
  let seen = 0;
  try {
    for await (const page of readPdfBack(pool, bytes, signal)) {
      seen += 1;
      if (page.pageCount !== texts.length) throw unlike(`页数 ${page.pageCount}，应为 ${texts.length}`);
      if (!hasSameSigns(page.text, texts[seen - 1] ?? "")) throw unlike(`第 ${seen} 页文字`);
      const wanted = sketches[seen - 1];
      if (wanted && !isAlike(page.sketch, wanted)) throw unlike(`第 ${seen} 页图像`);
      done(seen);
    }
  } catch (error) {
    // Our own file that cannot be opened is not "a damaged PDF" of somebody.
    if (error instanceof Refusal && (error.code === "pdf-damaged" || error.code === "image-damaged"))
      throw unlike("文件打不开");
    throw error;
  }
  if (seen !== texts.length) throw unlike(`页数 ${seen}，应为 ${texts.length}`);
}
