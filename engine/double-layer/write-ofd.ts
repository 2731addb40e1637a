// 双层 OFD (GB/T 33190-2016, OFD-A): one document, everything it needs inside, no signature, written page by page.
import { createHash } from "node:crypto";
import { makeBlankFont } from "./blank-font.ts";
import type { Bookmark, DocumentFacts, DocumentPages } from "./document.ts";
import { contentPart, documentPart, entryPart, fontPart, picturePart, type OfdPage } from "./ofd-parts.ts";
import type { Sink } from "./out-file.ts";
import { textOf } from "./text-layer.ts";
import { openZipOut } from "./zip-out.ts";

/** What was written, for the count that follows: text and SHA-256 of the picture of each page. */
export type WrittenOfd = { readonly texts: readonly string[]; readonly pictures: readonly string[] };

const fontId = 1;

/** Writes the whole file to `sink`. Throws what `pages` and `sink` throw; names nothing itself. */
export async function writeOfd(
  sink: Sink,
  facts: DocumentFacts,
  pages: DocumentPages,
  bookmarks: readonly Bookmark[] = [],
): Promise<WrittenOfd> {
  const zip = openZipOut(sink);
  let greatest = fontId;
  const take = (): number => (greatest += 1);
  const made: OfdPage[] = [];
  const pictures: { id: number; file: string; sha256: string }[] = [];
  const texts: string[] = [];
  const points = new Set<number>([0x20]);
  await zip.put("OFD.xml", entryPart(facts));
  for await (const page of pages) {
    const [at, id, picture] = [made.length, take(), take()];
    const { bytes, kind } = page.picture;
    const file = `Image_${at}.${kind === "png" ? "png" : "jpg"}`;
    await zip.put(`Doc_0/Pages/Page_${at}/Content.xml`, contentPart(page, { picture, font: fontId, take }));
    await zip.put(`Doc_0/Res/${file}`, bytes, true);
    made.push({ id, width: page.width, height: page.height });
    pictures.push({ id: picture, file, sha256: createHash("sha256").update(bytes).digest("hex") });
    texts.push(textOf(page.lines));
    for (const point of page.lines.flatMap((line) => line.points)) points.add(point);
  }
  await zip.put("Doc_0/Res/LindangBlank.ttf", makeBlankFont([...points]));
  await zip.put("Doc_0/PublicRes.xml", fontPart(fontId));
  await zip.put("Doc_0/DocumentRes.xml", picturePart(pictures));
  await zip.put("Doc_0/Document.xml", documentPart(made, bookmarks, greatest));
  await zip.close();
  return { texts, pictures: pictures.map(({ sha256 }) => sha256) };
}
