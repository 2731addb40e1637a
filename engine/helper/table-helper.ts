// The program of the helper process that reads tables and ZIPs. It knows bytes; it has no key, no path, no database.
import { forbidDoctype } from "./find-doctype.ts";
import { inspectZip } from "./inspect-zip.ts";
import { readTable } from "./read-table.ts";
import { recogniseTable } from "./recognise-table.ts";
import type { RecognisedTable, RecognisedZip, TableQuestion } from "./recognised.ts";
import { serveQuestions } from "./serve-questions.ts";

serveQuestions(Number(process.argv[2]), async (given, emit, beat) => {
  const question = given as TableQuestion;
  const bytes = Buffer.from(question.bytes.buffer, question.bytes.byteOffset, question.bytes.byteLength);
  const tell = (part: RecognisedTable | RecognisedZip): Promise<void> => emit(part);
  if (question.task === "rows") return readTable(bytes, question.format, emit, beat);
  if (question.task === "table") return tell(await recogniseTable(bytes, question.format, beat));
  const watch = question.forbidsDoctype ? { look: forbidDoctype(), beat } : { beat };
  return tell({ kind: "zip", entries: await inspectZip(bytes, watch) });
});
