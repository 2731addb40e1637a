// One born-digital file described inside the helper.
import type { DescribedFile, DescribeQuestion } from "./described.ts";
import { describeCompound } from "./describe-compound.ts";
import { describeMp3 } from "./describe-mp3.ts";
import { describeMp4 } from "./describe-mp4.ts";
import { describeOfficeZip } from "./describe-office-zip.ts";
import { describeWav } from "./describe-wav.ts";
import { describeHtml, describeMail } from "./describe-web-mail.ts";
import type { Beat } from "./serve-questions.ts";

/** Refuses document-damaged, document-password, table-doctype, and what a ZIP is refused for. */
export async function describeFile(question: DescribeQuestion, bytes: Buffer, beat: Beat): Promise<DescribedFile> {
  switch (question.format) {
    case "docx":
    case "xlsx":
    case "ofd":
      return describeOfficeZip(bytes, question.format, beat);
    case "doc":
    case "wps":
      return describeCompound(bytes, false);
    case "xls":
    case "et":
      return describeCompound(bytes, true);
    case "html":
      return describeHtml(bytes);
    case "eml":
    case "mhtml":
      return describeMail(bytes);
    case "wav":
      return describeWav(bytes, question.size);
    case "mp3":
      return describeMp3(bytes, question.size);
    case "m4a":
    case "mp4":
      return describeMp4(bytes, question.format === "m4a" ? "M4A" : "MP4");
    default:
      return question.format satisfies never;
  }
}
