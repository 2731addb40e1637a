// The program of the helper process that reads pages. It knows bytes and one folder of models; no key, no database.
import { openGrey } from "./grey-picture.ts";
import { loadModels } from "./load-models.ts";
import { readGreyPage } from "./read-grey-page.ts";
import type { Answered, ReadQuestion } from "./read-page.ts";
import { serveQuestions } from "./serve-questions.ts";

serveQuestions(Number(process.argv[2]), async (given, emit, beat) => {
  const question = given as ReadQuestion;
  const models = await loadModels(question.pack);
  const { grey, shown } = await openGrey(question);
  const { lines, ...read } = await readGreyPage(models, grey, beat);
  const factor = shown.width / grey.width;
  const answer: Answered = {
    ...shown,
    ...read,
    lines: lines.map((line) => ({
      ...line,
      corners: line.corners.map(([x, y]) => [x * factor, y * factor]) as typeof line.corners,
    })),
  };
  await emit(answer);
});
