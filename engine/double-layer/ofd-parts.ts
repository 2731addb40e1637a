// The XML parts of an OFD (GB/T 33190-2016, 待核对: read second-hand). Lengths are millimetres, y goes down.
import { advanceOf, type PageSize, type PlacedLine } from "./text-layer.ts";
import type { Bookmark, DocumentFacts } from "./document.ts";
import { figure } from "./pdf-text.ts";
import { inXml } from "./pdf-metadata.ts";
import { placeOnPage, type Picture } from "./picture.ts";

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const toMm = (points: number): number => (points * 25.4) / 72;
const list = (values: readonly number[]): string => values.map(figure).join(" ");
const part = (xml: string): Buffer => Buffer.from(head + xml, "utf8");

/** OFD.xml: one document, OFD-A, no signature. */
export function entryPart({ title, author, madeAt, program, version, id }: DocumentFacts): Buffer {
  const day = madeAt.slice(0, 10);
  const said = author.trim() === "" ? "" : `<ofd:Author>${inXml(author)}</ofd:Author>`;
  return part(
    `<ofd:OFD ${space} Version="1.2" DocType="OFD-A"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${id}</ofd:DocID><ofd:Title>${inXml(title)}</ofd:Title>${said}<ofd:CreationDate>${day}</ofd:CreationDate><ofd:ModDate>${day}</ofd:ModDate><ofd:Creator>${inXml(program)}</ofd:Creator><ofd:CreatorVersion>${inXml(version)}</ofd:CreatorVersion></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  );
}

export type OfdPage = PageSize & { readonly id: number };

/** Document.xml: pages in order, bookmarks where several items lie in one file. */
export function documentPart(pages: readonly OfdPage[], bookmarks: readonly Bookmark[], greatestId: number): Buffer {
  const first = pages[0] ?? { width: 595.28, height: 841.89 };
  const listed = pages.map(({ id }, at) => `<ofd:Page ID="${id}" BaseLoc="Pages/Page_${at}/Content.xml"/>`);
  const outline = bookmarks.map(
    ({ label, page }) =>
      `<ofd:OutlineElem Title="${inXml(label)}"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="Fit" PageID="${pages[page]?.id ?? 0}"/></ofd:Goto></ofd:Action></ofd:Actions></ofd:OutlineElem>`,
  );
  return part(
    `<ofd:Document ${space}><ofd:CommonData><ofd:MaxUnitID>${greatestId}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>${list([0, 0, toMm(first.width), toMm(first.height)])}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${listed.join("")}</ofd:Pages>${outline.length > 0 ? `<ofd:Outlines>${outline.join("")}</ofd:Outlines>` : ""}</ofd:Document>`,
  );
}

/** PublicRes.xml: the one font, embedded. */
export const fontPart = (fontId: number): Buffer =>
  part(
    `<ofd:Res ${space} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="${fontId}" FontName="LindangBlank" FamilyName="LindangBlank"><ofd:FontFile>LindangBlank.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>`,
  );

/** DocumentRes.xml: every picture by its id. */
export function picturePart(pictures: readonly { readonly id: number; readonly file: string }[]): Buffer {
  const listed = pictures.map(({ id, file }) => {
    const format = file.endsWith(".png") ? "PNG" : "JPEG";
    return `<ofd:MultiMedia ID="${id}" Type="Image" Format="${format}"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia>`;
  });
  return part(`<ofd:Res ${space} BaseLoc="Res"><ofd:MultiMedias>${listed.join("")}</ofd:MultiMedias></ofd:Res>`);
}

/** A line as an unseen text: in its own frame it runs along x from the baseline, the matrix turns it into its place. */
function textObject({ points, matrix }: PlacedLine, page: PageSize, id: number, fontId: number): string {
  const [a, b, c, d, e, f] = matrix;
  const [along, size] = [toMm(Math.hypot(a, b)), toMm(Math.hypot(c, d))];
  // y is turned over; what is left is a turn without stretching: widths stand in DeltaX.
  const [cos, sin] = [a / Math.hypot(a, b), -b / Math.hypot(a, b)];
  const steps = points.slice(0, -1).map((point) => figure(advanceOf(point) * along));
  const delta = steps.length > 0 ? ` DeltaX="${steps.join(" ")}"` : "";
  const turn = Math.abs(sin) < 1e-6 && cos > 0 ? [1, 0, 0, 1] : [cos, sin, -sin, cos];
  const place = list([...turn, toMm(e), toMm(page.height - f)]);
  const box = list([0, 0, toMm(page.width), toMm(page.height)]);
  return `<ofd:TextObject ID="${id}" Boundary="${box}" CTM="${place}" Font="${fontId}" Size="${figure(size)}" Alpha="0"><ofd:FillColor Value="0 0 0"/><ofd:TextCode X="0" Y="0"${delta}>${inXml(String.fromCodePoint(...points))}</ofd:TextCode></ofd:TextObject>`;
}

/** Content.xml of a page: the picture, and over it its lines. `takeId` gives ids that are used once in the document. */
export function contentPart(
  page: PageSize & { readonly picture: Picture; readonly lines: readonly PlacedLine[] },
  ids: { readonly picture: number; readonly font: number; readonly take: () => number },
): Buffer {
  const { width, height, picture, lines } = page;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = placeOnPage(picture.orientation, width, height);
  const shown = list([a, -b, -c, d, c + e, height - d - f].map(toMm));
  const box = list([0, 0, toMm(width), toMm(height)]);
  const layer = ids.take();
  const image = `<ofd:ImageObject ID="${ids.take()}" Boundary="${box}" CTM="${shown}" ResourceID="${ids.picture}"/>`;
  const texts = lines.map((line) => textObject(line, page, ids.take(), ids.font));
  return part(
    `<ofd:Page ${space}><ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="${layer}" Type="Body">${image}${texts.join("")}</ofd:Layer></ofd:Content></ofd:Page>`,
  );
}
