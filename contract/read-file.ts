// 识别散件: reads loose files outside any archive into plain text, from the command line (issue 4, point 5).
import { z } from "zod";
import { door } from "./procedure.ts";

/** What was read in one file and where its text was written. */
export const fileReading = z
  .object({
    /** Where the text stands: UTF-8, one line of print a line, pages parted by a form feed. */
    text: z.string(),
    /** Something of that name stood there and was replaced. */
    isReplaced: z.boolean(),
    pages: z.number().int(),
    /** 未能识别: numbers of the pages with writing of which nothing could be made out; they are empty in the text. */
    unreadable: z.array(z.number().int()).readonly(),
    /** Characters without white space. */
    characters: z.number().int(),
    /** The least certain character, 0 to 1; null when nothing is printed on the pages. */
    lowestConfidence: z.number().nullable(),
    /** Seconds of reading, start of the helper included. */
    seconds: z.number(),
    engine: z.string(),
  })
  .readonly();
export type FileReading = z.infer<typeof fileReading>;

export const readFileProcedures = {
  /**
   * Reads a JPEG, PNG, TIFF or PDF and writes `folder`/<name without extension>.txt. Works on loose files only: a path
   * inside an archive (also of the target) is refused, sealed or not.
   */
  "reading.read-file": door({
    roles: "anyone",
    input: z.object({ path: z.string().min(1), folder: z.string().min(1) }),
    output: fileReading,
    refusals: [
      "read-inside-archive",
      "page-unreadable",
      "format-unsupported",
      "image-damaged",
      "image-too-large",
      "page-limit",
      "pdf-damaged",
      "pdf-no-pages",
      "pdf-password",
      "helper-limit",
      "source-missing",
      "source-unreadable",
      "link-refused",
      "not-a-file",
      "target-not-writable",
      "disk-full",
      "task-cancelled",
    ],
  }),
};
