// The program of the helper process that decodes images and PDF, changes pictures and describes born-digital files. It knows bytes; it has no key, no path, no database.
import type { DecodedPart, DecodeQuestion } from "./decoded.ts";
import type { DescribeQuestion } from "./described.ts";
import { answerProof } from "./answer-proof.ts";
import { describeFile } from "./describe-file.ts";
import { decodeJp2 } from "./decode-jp2.ts";
import { decodePdf } from "./decode-pdf.ts";
import { decodePicture } from "./decode-picture.ts";
import { decodeTiff } from "./decode-tiff.ts";
import type { JudgeQuestion } from "./judge-picture-facts.ts";
import { judgePicture } from "./judge-picture.ts";
import type { MeasureQuestion, PictureQuestion } from "./made-picture.ts";
import { makePictureOf } from "./make-picture-steps.ts";
import { measurePictureOf } from "./measure-picture.ts";
import type { OfdQuestion } from "./ofd-facts.ts";
import type { ProofQuestion } from "./proof.ts";
import { readOfdFacts } from "./read-ofd-facts.ts";
import { serveQuestions } from "./serve-questions.ts";

serveQuestions(Number(process.argv[2]), async (given, emit, beat) => {
  const question = given as
    DecodeQuestion | DescribeQuestion | PictureQuestion | MeasureQuestion | JudgeQuestion | OfdQuestion | ProofQuestion;
  const bytes = Buffer.from(question.bytes.buffer, question.bytes.byteOffset, question.bytes.byteLength);
  if ("task" in question) {
    if (question.task === "describe") return emit(await describeFile(question, bytes, beat));
    if (question.task === "picture") return emit(await makePictureOf(question, bytes, beat));
    if (question.task === "judge") return emit(await judgePicture(bytes));
    if (question.task === "measure") return emit(await measurePictureOf(question, bytes));
    if (question.task === "ofd-facts") return emit(await readOfdFacts(bytes, beat));
    return answerProof(question, bytes, emit);
  }
  const { format } = question;
  const tell = (part: DecodedPart): Promise<void> => emit(part);
  switch (format) {
    case "pdf":
      return decodePdf(bytes, emit);
    case "jp2":
    case "j2k":
      return decodeJp2(bytes, emit);
    case "tiff":
      return decodeTiff(bytes, emit);
    case "jpeg":
    case "png": {
      const { page, warnings, camera } = await decodePicture(bytes, format);
      await tell({ kind: "opened", pageCount: 1 });
      await tell(page);
      return tell({ kind: "closed", warnings, camera });
    }
    default:
      return format satisfies never;
  }
});
