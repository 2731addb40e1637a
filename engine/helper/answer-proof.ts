// The helper's side of reading back: PDFium opens what was written, and libvips looks at pictures.
import sharp, { type Sharp } from "sharp";
import { pageLimit } from "./decode-limits.ts";
import { openPdf } from "./pdfium.ts";
import { sketchSide, type PageReadBack, type ProofQuestion, type Repainted, type Sketched } from "./proof.ts";
import { Refused, type Emit } from "./serve-questions.ts";
import { openImage, refuseImage } from "./sharp-guarded.ts";

/** Pages are drawn at so many dots per inch to be compared. */
const proofResolution = 48;

async function sketchOf(image: Sharp): Promise<Uint8Array> {
  return image
    .flatten({ background: "#ffffff" })
    .resize(sketchSide, sketchSide, { fit: "fill", kernel: "linear" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
}

/** Refuses pdf-damaged when no document can be made of the bytes or a page cannot be drawn. */
async function readBack(bytes: Buffer, emit: Emit): Promise<void> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === "string") throw new Refused("pdf-damaged");
  try {
    if (pdf.isRepaired || pdf.isEncrypted || pdf.pageCount > pageLimit) throw new Refused("pdf-damaged");
    for (let index = 0; index < pdf.pageCount; index += 1) {
      const drawn = pdf.draw(index, () => proofResolution);
      if (drawn === undefined) throw new Refused("pdf-damaged");
      const { width, height, pixels } = drawn;
      const part: PageReadBack = {
        kind: "read-back",
        pageNumber: index + 1,
        pageCount: pdf.pageCount,
        text: pdf.readText(index),
        sketch: await sketchOf(sharp(pixels, { raw: { width, height, channels: 3 } })),
      };
      await emit(part);
    }
  } finally {
    pdf.close();
  }
}

async function repaint(bytes: Buffer): Promise<Repainted> {
  const { space } = await openImage(bytes).metadata();
  const isGrey = space === "b-w" || space === "grey16";
  const upright = openImage(bytes).autoOrient().flatten({ background: "#ffffff" });
  const plain = upright.toColourspace(isGrey ? "b-w" : "srgb");
  return { kind: "repainted", png: await plain.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer() };
}

/** Answers what a file of ours is asked when it is read back. Refuses image-damaged, image-too-large, pdf-damaged. */
export async function answerProof(question: ProofQuestion, bytes: Buffer, emit: Emit): Promise<void> {
  if (question.task === "read-back") return readBack(bytes, emit);
  try {
    if (question.task === "repaint") return await emit(await repaint(bytes));
    const sketched: Sketched = { kind: "sketched", sketch: await sketchOf(openImage(bytes).autoOrient()) };
    await emit(sketched);
  } catch (error) {
    throw refuseImage(error);
  }
}
