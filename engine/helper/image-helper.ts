// The program of the helper process that decodes images and PDF. It knows bytes; it has no key, no path, no database.
import type { DecodedPart, DecodeQuestion } from "./decoded.ts";
import { decodePdf } from "./decode-pdf.ts";
import { decodePicture } from "./decode-picture.ts";
import { decodeTiff } from "./decode-tiff.ts";
import { serveQuestions } from "./serve-questions.ts";

serveQuestions(Number(process.argv[2]), async (question, emit) => {
  const { format, bytes: given } = question as DecodeQuestion;
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const tell = (part: DecodedPart): Promise<void> => emit(part);
  switch (format) {
    case "pdf":
      return decodePdf(bytes, emit);
    case "tiff":
      return decodeTiff(bytes, emit);
    case "jpeg":
    case "png": {
      const { page, warnings } = await decodePicture(bytes, format);
      await tell({ kind: "opened", pageCount: 1 });
      await tell(page);
      return tell({ kind: "closed", warnings });
    }
    default:
      return format satisfies never;
  }
});
