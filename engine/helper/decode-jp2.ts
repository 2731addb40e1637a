// JPEG 2000 (a master format of DA/T 31-2017): libvips as it is shipped cannot read it, PDFium can. The picture is laid
// into a PDF of one page in memory and drawn once; the original stays as it came.
import sharp from "sharp";
import { isGreyPicture } from "./decode-pdf.ts";
import { drawnPixelLimit } from "./decode-limits.ts";
import type { DecodedPart } from "./decoded.ts";
import { openPdf } from "./pdfium.ts";
import { Refused, type Emit } from "./serve-questions.ts";
import { makeThumbnail, openImage } from "./sharp-guarded.ts";
import { walkJp2, type Jp2Walk } from "./walk-jp2.ts";

/** What lies under the picture while it is drawn: nothing a paper is made of. */
const ground = { argb: 0xffff00fe, pixel: [255, 0, 254] } as const;

/** A PDF of one page that shows the picture, a point a pixel at most 14,400 points wide. */
function inPdf(bytes: Buffer, width: number, height: number): { pdf: Buffer; perPoint: number } {
  const perPoint = Math.max(1, Math.max(width, height) / 14_400);
  const [across, down] = [width / perPoint, height / perPoint];
  const content = `q ${across} 0 0 ${down} 0 0 cm /I Do Q`;
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /Filter /JPXDecode /Length ${bytes.length}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n", "latin1")];
  const places: number[] = [];
  const size = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
  const put = (number: number, body: Buffer): void => {
    places.push(size());
    pieces.push(Buffer.from(`${number} 0 obj\n`, "latin1"), body, Buffer.from("\nendobj\n", "latin1"));
  };
  objects.forEach((body, at) => put(at + 1, Buffer.from(body, "latin1")));
  put(
    5,
    Buffer.concat([Buffer.from(`<< ${image} >>\nstream\n`, "latin1"), bytes, Buffer.from("\nendstream", "latin1")]),
  );
  const at = size();
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n\r\n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f\r\n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return { pdf: Buffer.concat([...pieces, Buffer.from(end, "latin1")]), perPoint };
}

/** Nothing, or hardly anything but an edge, was drawn over the ground. */
function isUntouched(pixels: Buffer): boolean {
  let bare = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3)
    if (pixels[at] === ground.pixel[0] && pixels[at + 1] === ground.pixel[1] && pixels[at + 2] === ground.pixel[2])
      bare += 1;
  return bare > pixels.length / 3 / 4;
}

const box = (name: string, ...body: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(body);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, content]);
};

/** A bare codestream with the boxes of a JP2 around it: without them PDFium does not know what its numbers are. */
function inBoxes(stream: Buffer, { width, height, components }: Jp2Walk): Buffer {
  const size = Buffer.alloc(14);
  size.writeUInt32BE(height, 0);
  size.writeUInt32BE(width, 4);
  size.writeUInt16BE(components, 8);
  // Bits of each number less one, compression 7, colours known (annex I.5.3.1).
  Buffer.from([stream[42] ?? 7, 7, 0, 0]).copy(size, 10);
  const colours = Buffer.from([1, 0, 0, 0, 0, 0, components < 3 ? 17 : 16]);
  return Buffer.concat([
    box("jP  ", Buffer.from("0d0a870a", "hex")),
    box("ftyp", Buffer.from("jp2 \0\0\0\0jp2 ", "latin1")),
    box("jp2h", box("ihdr", size), box("colr", colours)),
    box("jp2c", stream),
  ]);
}

/** Decodes a JP2 or J2K. Refuses image-damaged (cut off, lying header, nothing drawn), image-too-large. */
export async function decodeJp2(bytes: Buffer, emit: Emit): Promise<void> {
  if (bytes.length < 64) throw new Refused("image-damaged");
  const walked = walkJp2(bytes);
  const { width, height, components, dpi, isFlawed } = walked;
  const tell = (part: DecodedPart): Promise<void> => emit(part);
  const { pdf, perPoint } = inPdf(bytes[0] === 0xff ? inBoxes(bytes, walked) : bytes, width, height);
  const opened = await openPdf(pdf);
  if (typeof opened === "string") throw new Refused("image-damaged");
  const shrink = Math.min(1, Math.sqrt(drawnPixelLimit / (width * height)));
  const drawn = opened.draw(0, () => 72 * perPoint * shrink, ground.argb);
  opened.close();
  if (drawn === undefined || isUntouched(drawn.pixels)) throw new Refused("image-damaged");
  const picture = sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 3 } });
  const isGrey = components < 3 || (await isGreyPicture(picture));
  const rendition = await (isGrey ? picture.clone().toColourspace("b-w") : picture.clone())
    .jpeg({ quality: 90 })
    .toBuffer();
  await tell({ kind: "opened", pageCount: 1 });
  await tell({
    kind: "page",
    pageNumber: 1,
    width: drawn.width,
    height: drawn.height,
    dpi: dpi === null ? null : Math.max(1, Math.round(dpi * shrink)),
    colourMode: isGrey ? "grey" : "colour",
    thumbnail: await makeThumbnail(openImage(rendition), isGrey),
    rendition: { format: "jpeg", bytes: rendition },
  });
  await tell({ kind: "closed", warnings: isFlawed ? ["image-bit-errors"] : [], camera: null });
}
