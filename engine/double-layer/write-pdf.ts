// 双层 PDF (DA/T 77-2019; PDF/A-2b, ISO 19005-2): page images as they are stored, an invisible text over each, written
// page by page, so that a thick item needs no more memory than a thin one. The same record gives the same bytes.
import { deflateSync } from "node:zlib";
import type { Bookmark, DocumentFacts, DocumentPage, DocumentPages } from "./document.ts";
import type { Sink } from "./out-file.ts";
import { informationOf, pdfText, xmpOf, type PdfaPart } from "./pdf-metadata.ts";
import { figure, fontObjects, openTextCodes, textOperators, type TextCodes } from "./pdf-text.ts";
import { placeOnPage, type Picture } from "./picture.ts";
import { makeSrgbProfile } from "./srgb-profile.ts";
import { textOf } from "./text-layer.ts";

export type PdfOptions = { readonly bookmarks?: readonly Bookmark[]; readonly part?: PdfaPart };
/** What was written, for the count that follows: the text of each page. */
export type WrittenDocument = { readonly texts: readonly string[] };

/** Numbers of the objects every file has. */
const catalogue = 1;
const pageTree = 2;
const information = 3;
const metadata = 4;
const profile = 5;
const fontNumbers = { font: 6, descendant: 7, descriptor: 8, map: 9, file: 10, toUnicode: 11 };
const firstFree = 12;
const childrenInNode = 200;

/** Objects as they are written, each with its place in the file. */
function openObjects(sink: Sink): {
  put(number: number, dictionary: string, stream?: Buffer | null): Promise<void>;
  take(): number;
  close(root: string): Promise<void>;
} {
  const places: number[] = [];
  let next = firstFree;
  return {
    async put(number, dictionary, stream = null) {
      places[number] = sink.size();
      const length = stream === null ? "" : ` /Length ${stream.length}`;
      await sink.put(`${number} 0 obj\n<< ${dictionary}${length} >>\n`);
      if (stream !== null) {
        await sink.put("stream\n");
        await sink.put(stream);
        await sink.put("\nendstream\n");
      }
      await sink.put("endobj\n");
    },
    take: () => next++,
    async close(root) {
      const at = sink.size();
      const id = sink.digest().slice(0, 32);
      const rows = Array.from({ length: next }, (_, number) =>
        number === 0 ? "0000000000 65535 f\r\n" : `${String(places[number] ?? 0).padStart(10, "0")} 00000 n\r\n`,
      );
      await sink.put(`xref\n0 ${next}\n${rows.join("")}`);
      await sink.put(`trailer\n<< /Size ${next} ${root} /ID [<${id}> <${id}>] >>\nstartxref\n${at}\n%%EOF\n`);
    },
  };
}
type Objects = ReturnType<typeof openObjects>;

/** The image dictionary and its bytes, passed through as they are stored. */
function imageOf(picture: Picture): readonly [dictionary: string, stream: Buffer] {
  const size = `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height}`;
  const plain = picture.channels === 1 ? "/DeviceGray" : "/DeviceRGB";
  if (picture.kind === "jpeg")
    return [`${size} /ColorSpace ${plain} /BitsPerComponent 8 /Filter /DCTDecode`, picture.bytes];
  const { palette, bits, channels, width } = picture;
  const space = palette ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString("hex")}>]` : plain;
  const how = `/DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${bits} /Columns ${width} >>`;
  return [`${size} /ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode ${how}`, picture.rows];
}

async function putPage(objects: Objects, page: DocumentPage, parent: number, codes: TextCodes): Promise<number> {
  const [number, image, content] = [objects.take(), objects.take(), objects.take()];
  const [width, height] = [figure(page.width), figure(page.height)];
  const matrix = placeOnPage(page.picture.orientation, page.width, page.height).map(figure).join(" ");
  const operators = `q\n${matrix} cm\n/Im0 Do\nQ\n${textOperators(page.lines, codes)}`;
  await objects.put(image, ...imageOf(page.picture));
  await objects.put(content, "/Filter /FlateDecode", deflateSync(Buffer.from(operators, "latin1"), { level: 9 }));
  const font = page.lines.length > 0 ? ` /Font << /F0 ${fontNumbers.font} 0 R >>` : "";
  await objects.put(
    number,
    `/Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R /Resources << /XObject << /Im0 ${image} 0 R >>${font} >>`,
  );
  return number;
}

/** Bookmarks of one level; resolves to the words for the catalogue. */
async function putBookmarks(
  objects: Objects,
  bookmarks: readonly Bookmark[],
  pages: readonly number[],
): Promise<string> {
  if (bookmarks.length === 0) return "";
  const root = objects.take();
  const numbers = bookmarks.map(() => objects.take());
  for (const [at, { label, page }] of bookmarks.entries()) {
    const before = at > 0 ? ` /Prev ${numbers[at - 1]} 0 R` : "";
    const after = at + 1 < numbers.length ? ` /Next ${numbers[at + 1]} 0 R` : "";
    const place = `/Title ${pdfText(label)} /Parent ${root} 0 R /Dest [${pages[page]} 0 R /Fit]`;
    await objects.put(numbers[at] ?? 0, `${place}${before}${after}`);
  }
  await objects.put(
    root,
    `/Type /Outlines /First ${numbers[0]} 0 R /Last ${numbers.at(-1)} 0 R /Count ${numbers.length}`,
  );
  return ` /Outlines ${root} 0 R /PageMode /UseOutlines`;
}

/** Writes the whole file to `sink`. Throws what `pages` and `sink` throw; names nothing itself. */
export async function writePdf(
  sink: Sink,
  facts: DocumentFacts,
  pages: DocumentPages,
  { bookmarks = [], part = 2 }: PdfOptions = {},
): Promise<WrittenDocument> {
  const objects = openObjects(sink);
  const codes = openTextCodes();
  const texts: string[] = [];
  const nodes: { readonly number: number; readonly pages: number[] }[] = [];
  // Four bytes above 127 tell whoever copies the file that it is no text (ISO 19005-2, 6.1.2).
  await sink.put(`%PDF-${part === 1 ? "1.4" : "1.7"}\n%\xe2\xe3\xcf\xd3\n`);
  for await (const page of pages) {
    let node = nodes.at(-1);
    if (!node || node.pages.length === childrenInNode) nodes.push((node = { number: objects.take(), pages: [] }));
    node.pages.push(await putPage(objects, page, node.number, codes));
    texts.push(textOf(page.lines));
  }
  for (const node of nodes) {
    const kids = node.pages.map((number) => `${number} 0 R`).join(" ");
    await objects.put(node.number, `/Type /Pages /Parent ${pageTree} 0 R /Kids [${kids}] /Count ${node.pages.length}`);
  }
  const branches = nodes.map(({ number }) => `${number} 0 R`).join(" ");
  await objects.put(pageTree, `/Type /Pages /Kids [${branches}] /Count ${texts.length}`);
  for (const [number, dictionary, stream] of fontObjects(fontNumbers, codes.given()))
    await objects.put(number, dictionary, stream);
  await objects.put(information, informationOf(facts));
  await objects.put(metadata, "/Type /Metadata /Subtype /XML", xmpOf(facts, part));
  await objects.put(
    profile,
    "/N 3 /Alternate /DeviceRGB /Filter /FlateDecode",
    deflateSync(makeSrgbProfile(), { level: 9 }),
  );
  const all = nodes.flatMap((node) => node.pages);
  const outlines = await putBookmarks(objects, bookmarks, all);
  const intent = `/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /DestOutputProfile ${profile} 0 R >>]`;
  await objects.put(
    catalogue,
    `/Type /Catalog /Pages ${pageTree} 0 R /Metadata ${metadata} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> ${intent}${outlines}`,
  );
  await objects.close(`/Root ${catalogue} 0 R /Info ${information} 0 R`);
  return { texts };
}
