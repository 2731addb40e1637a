import path from "node:path";
import { formId } from "#contract/form-adjustment";
import { listPeople } from "#db/person";
import { readSubKeys } from "#db/keys";
import { answer } from "#engine/answer";
import { benchHouse } from "./bench-house.mjs";
import { listQuestions } from "./list-questions.mjs";
import { timePairs } from "./measure.mjs";
import { openTwice } from "./plain-database.mjs";
import { row, timesAtMost } from "./row.mjs";

const catalogueForm = formId.parse("item-catalogue");

/** @typedef {(name: string, input: unknown) => Promise<unknown>} Ask */

const searched = ["消防", "通知", "居民代表会议 纪要", "老旧小区改造", "幸社〔2012〕12", "王"];

/**
 * What encryption costs: the same questions, answered by the same code behind the contract, on the archive and on a
 * plain copy of it. Both are warm.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureEncryption(run) {
  const big = await run.bigArchive();
  const { encrypted, plain } = await openTwice(big, path.join(run.folder, "plain.db"));
  try {
    const [ours, theirs] = [asker(encrypted), asker(plain)];
    const scope = { fondsId: big.fondsId, category: "WS", year: big.bigYear };
    const to = path.join(run.folder, "encryption.xlsx");
    /** @type {{ what: string; rounds: number; work: (ask: Ask) => Promise<void> }[]} */
    const works = [
      {
        what: "list: all windows of 200 rows",
        rounds: run.sizes.rounds,
        work: async (ask) => {
          for (const { input } of listQuestions(big)) await ask("item.list", input);
        },
      },
      {
        what: `search: ${searched.length} questions, first 50 hits and total`,
        rounds: run.sizes.rounds,
        work: async (ask) => {
          for (const words of searched) await ask("search.find", { words });
        },
      },
      {
        what: `catalogue shown: ${big.yearItems} rows and their proof`,
        rounds: run.sizes.rounds,
        work: async (ask) => void (await ask("catalogue.show", { scope })),
      },
      {
        what: `catalogue written as XLSX: ${big.yearItems} rows`,
        rounds: Math.ceil(run.sizes.rounds / 2),
        work: async (ask) =>
          void (await ask("form.write", {
            formId: catalogueForm,
            scope: { by: "class", ...scope },
            output: "xlsx",
            to,
            mayReplace: true,
          })),
      },
    ];
    const rows = [];
    for (const { what, rounds, work } of works) {
      run.say(what);
      await work(ours);
      await work(theirs);
      const measured = await timePairs(
        rounds,
        () => work(ours),
        () => work(theirs),
      );
      rows.push(row({ what, ...measured, alternative: "the same code on a plain database", goal: timesAtMost(1.2) }));
    }
    const data = `${big.items} items, each with a page; asked in one process behind the contract (parse, roles, answer checked)`;
    return { data, rows };
  } finally {
    encrypted.close();
    plain.close();
  }

  /**
   * @param {import("#db/open").Connection} connection
   * @returns {Ask}
   */
  function asker(connection) {
    const keys = readSubKeys(connection.read);
    const person = listPeople(connection.read)[0];
    if (!keys || !person) throw new Error("the archive has keys and a person");
    const house = benchHouse({
      ...{ folder: big.folder, id: "", name: "bench", connection, archiveKey: big.archiveKey, keys, person },
      ...{ unlockedAt: "", failedUnlocks: 0, isDiskFull: false, release: () => Promise.resolve() },
    });
    let asked = 0;
    return (name, input) => answer(house, { id: `bench-${(asked += 1)}`, seat: "window", name, input });
  }
}
