import { rm } from "node:fs/promises";
import path from "node:path";
import { listFonds, listMatters } from "#db/fonds";
import { closeArchive } from "#engine/vault/open-archive";
import { newArchive, passphrase } from "./big-archive.mjs";
import { timePairs } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { plainDatabaseOf } from "./plain-counts.mjs";
import { atMost, row } from "./row.mjs";

/**
 * Statistics, tree and home over very many items: kept counts against counting.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureCounts(run) {
  const items = run.sizes.items * 10;
  const folder = path.join(run.folder, "counts.lindang");
  run.say(`making ${items.toLocaleString("en")} bare items`);
  const plain = await fillBareItems(folder, items, path.join(run.folder, "counts.db"));
  const rows = await onEngine(run, { folder, passphrase }, async (door) => {
    /** @type {[string, () => Promise<unknown>, string][]} */
    const questions = [
      ["statistics of everything", () => door.ask("statistics.holdings", {}), plain.all],
      ["statistics of one year", () => door.ask("statistics.holdings", { year: 2015 }), plain.year],
      ["tree of classes with counts", () => door.ask("tree.show", {}), plain.all],
      ["home page", () => door.ask("home.show", {}), plain.all],
    ];
    const made = [];
    for (const [what, ours, sql] of questions) {
      const { runs, alternativeRuns } = await timePairs(run.sizes.rounds, ours, () => plain.count(sql));
      made.push(
        row({
          what,
          runs,
          alternative: "plain SQLite counts and sums the items themselves, grouped by class",
          alternativeRuns,
          goal: atMost(300, "≤ 300 ms"),
        }),
      );
    }
    return made;
  });
  plain.close();
  await rm(folder, { recursive: true, force: true });
  return { data: `${items} items in 20 years, without pages`, rows };
}

/**
 * Items straight into the tables, in one statement; the triggers keep the counts as they always do.
 * @param {string} folder
 * @param {number} items
 * @param {string} plainFile
 */
async function fillBareItems(folder, items, plainFile) {
  const archive = await newArchive(folder);
  const { raw, read } = archive.connection;
  const fondsId = listFonds(read)[0]?.id;
  const matters = listMatters(read).filter((each) => each.category === "WS");
  raw
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @items)
       INSERT INTO item (id, fonds_id, category, title, creator, document_number, document_date, year, retention,
         matter_id, access, security_level, neutral_title, paper_page_count, remark, state, entered_at)
       SELECT printf('i%d', i), @fondsId, 'WS', printf('通知 %d', i), '居委会', '', printf('%d-03-05', 2005 + i % 20),
         2005 + i % 20, CASE i % 3 WHEN 0 THEN 'Y' WHEN 1 THEN 'D30' ELSE 'D10' END,
         json_extract(@matters, printf('$[%d]', i % @matterCount)), 'internal', '', '', 1 + i % 7, '', 'draft',
         '2026-01-01T00:00:00.000Z' FROM n`,
    )
    .run({
      items,
      fondsId,
      matters: JSON.stringify(matters.map((each) => each.id)),
      matterCount: matters.length,
    });
  const plain = plainDatabaseOf(raw, plainFile);
  raw.pragma("wal_checkpoint(TRUNCATE)");
  await closeArchive(archive);
  return plain;
}
