import path from "node:path";
import { foldText } from "#db/fold-text";
import { hasWords, readSearchWords } from "#db/search-words";
import { pageLines } from "./office-words.mjs";
import { onEngine } from "./on-engine.mjs";
import { atLeast, row } from "./row.mjs";
import { paperWords, seededId, seededNumbers } from "./seeded.mjs";
import { makeSetL, pagesOfItem, yearOfItem } from "./set-l.mjs";

/**
 * Pieces cut anywhere out of the pages, each asked of the engine to its last hit, against a plain scan of all pages that may be
 * searched: what was missed, and what was found that has not the words.
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {number} pages
 * @param {number} pieces
 */
export async function measureRecall(run, pages, pieces) {
  run.say(`${pieces} pieces against a plain scan of ${pages} pages`);
  const set = await makeSetL(path.join(run.folder, "recall.lindang"), pages, () => undefined);
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (let number = 1; number <= pages; number += 1) {
    const serial = Math.ceil(number / pagesOfItem);
    if (!paperWords(serial, yearOfItem(serial, set.items)).isRestricted)
      texts.set(seededId(`page ${number}`), foldText(pageLines(number).join("")));
  }
  const pick = seededNumbers(41);
  let expected = 0;
  let missed = 0;
  let wrong = 0;
  await onEngine(run, set, async (door) => {
    for (let asked = 0; asked < pieces;) {
      const all = [...pageLines(1 + pick(pages)).join("")];
      const at = pick(all.length);
      const piece = all.slice(at, at + 1 + pick(8)).join("");
      const words = readSearchWords(piece);
      // Signs alone are no word.
      if (words.length === 0) continue;
      asked += 1;
      const wanted = new Set([...texts].flatMap(([id, text]) => (hasWords(words, [text]) ? id : [])));
      expected += wanted.size;
      /** @type {number | null} */
      let from = null;
      do {
        /** @type {import("#contract/contract").Output<"search.find-pages">} */
        const { hits, next } = await door.ask("search.find-pages", { words: piece, from, limit: 200 });
        for (const { pageId } of hits) if (!wanted.delete(pageId)) wrong += 1;
        from = next;
      } while (from !== null);
      missed += wanted.size;
    }
  });
  return row({
    what: `recall: ${pieces.toLocaleString("en")} pieces of 1 to 8 characters, all hits, against a plain scan`,
    unit: "%",
    runs: [(100 * (expected - missed)) / expected],
    goal: atLeast(100, "100 %"),
    note: `${texts.size.toLocaleString("en")} pages that may be searched, ${expected.toLocaleString("en")} hits expected, ${missed} missed, ${wrong} wrong`,
  });
}
