/**
 * What the window asks of a long list: a block of 200 rows (renderer/bridge/use-rows.ts), in every order, first and deep.
 * @param {import("./big-archive.mjs").BigArchive} archive
 * @returns {{ name: string; input: import("#contract/contract").Asked<"item.list">; sql: string }[]} with each the
 *   statement a program without contract would use for the same rows
 */
export function listQuestions({ items, bigYear, fondsId }) {
  const deep = Math.floor(items * 0.9);
  const limit = 200;
  /** @type {(order: string, offset: number, where?: string) => string} */
  const sql = (order, offset, where = "") =>
    `SELECT * FROM item ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
  return [
    { name: "first window, as entered", input: { limit }, sql: sql("seq", 0) },
    { name: "first window, newest first", input: { limit, descending: true }, sql: sql("seq DESC", 0) },
    { name: "first window, by title", input: { limit, order: "title" }, sql: sql("title, seq", 0) },
    { name: "first window, by date", input: { limit, order: "date" }, sql: sql("document_date, seq", 0) },
    { name: "first window, by 档号", input: { limit, order: "code" }, sql: sql("archival_code, seq", 0) },
    {
      name: "first window of one year, by 档号",
      input: { limit, order: "code", filter: { fondsId, year: bigYear } },
      sql: sql("archival_code, seq", 0, `WHERE fonds_id = '${fondsId}' AND year = ${bigYear}`),
    },
    {
      name: "first window of one class of one year",
      input: { limit, order: "code", filter: { fondsId, category: "WS", year: bigYear, retention: "D30" } },
      sql: sql(
        "archival_code, seq",
        0,
        `WHERE fonds_id = '${fondsId}' AND category = 'WS' AND year = ${bigYear} AND retention = 'D30'`,
      ),
    },
    {
      name: "first window of those in no box",
      input: { limit, filter: { isBoxed: false } },
      sql: sql("seq", 0, "WHERE box_id IS NULL"),
    },
    {
      name: "first window of restricted ones with images, in the room",
      input: { limit, filter: { access: "restricted", hasImages: true, holding: "here" } },
      sql: sql("seq", 0, "WHERE access = 'restricted' AND image_count > 0 AND holding = 'here'"),
    },
    {
      name: "first window of those without a term",
      input: { limit, filter: { retention: null } },
      sql: sql("seq", 0, "WHERE retention IS NULL"),
    },
    {
      name: "first window of two words, as entered",
      input: { limit, filter: { words: "消防 通知" } },
      sql: sql("seq", 0, `WHERE seq IN (SELECT rowid FROM item_ft WHERE item_ft MATCH '"消防" AND "通知"')`),
    },
    { name: `from row ${deep}, as entered`, input: { limit, offset: deep }, sql: sql("seq", deep) },
    {
      name: `from row ${deep}, by title`,
      input: { limit, offset: deep, order: "title" },
      sql: sql("title, seq", deep),
    },
  ];
}
